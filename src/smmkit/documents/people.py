"""The people of the QMS and the roles they hold. A register to be kept at home: personal data."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from smmkit.documents.base import Entry, Register, Unit
from smmkit.part import Day, Part, Text


class Standing(StrEnum):
    """In what standing a role is held; acting officers decide nothing strategic (UU 30/2014)."""

    DEFINITIVE = "definitive"
    ACTING = "acting"


class Assignment(Part):
    """A role that a person holds for some time, by decree."""

    role: Text
    unit: Unit
    since: Day
    until: Day | None = None
    """The last day in the role."""
    decree: Text | None = None
    standing: Standing = Standing.DEFINITIVE


class PersonEntry(Entry):
    """A person; the title is the name."""

    kind_of_entry: ClassVar[str] = "person"

    assignments: tuple[Assignment, ...] = ()


class People(Register):
    """Who holds which role (ISO 9001, 5.3; juknis II.A5)."""

    kind: Literal["people"]
    entries: tuple[PersonEntry, ...] = ()
