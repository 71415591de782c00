"""A procedure: the SOP of an Indonesian agency, step by step."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import Document, RefersTo
from smmkit.part import Number, Part, Text, Whole


class TimeUnit(StrEnum):
    """A unit of working time."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


class Duration(Part):
    """How long a step takes, in working time."""

    value: Number
    unit: TimeUnit


class Branch(Part):
    """Where a step leads: the number of another step, and on which answer."""

    to: Annotated[int, Field(ge=1, strict=True)]
    answer: Text | None = None


class ProcedureStep(Part):
    """One row of the flow table (Permenpan-RB 35/2012): who does what, with what, how long."""

    activity: Text
    actor: Text
    """The position that does it, never a person."""
    needs: tuple[Text, ...] = ()
    """What must be at hand (kelengkapan)."""
    duration: Duration | None = None
    output: Text | None = None
    leads_to: tuple[Branch, ...] = ()
    """Where it goes on; without it, to the next row."""
    note: Text | None = None


class Procedure(Document):
    """A specified way to carry out an activity (ISO 9001, 4.4 and 8.5.1; juknis II.A7)."""

    shape: ClassVar[str] = "md"

    kind: Literal["procedure"]
    number: Text | None = None
    """The number in the agency's own register."""
    purpose: Text | None = None
    legal_basis: tuple[Text, ...] = ()
    qualifications: tuple[Text, ...] = ()
    related: tuple[Annotated[Text, RefersTo("procedure")], ...] = ()
    equipment: tuple[Text, ...] = ()
    warnings: tuple[Text, ...] = ()
    records: tuple[Text, ...] = ()
    steps: Annotated[tuple[ProcedureStep, ...], Field(min_length=1)]
    promised_days: Whole | None = None
    """The time that the service standard promises, in working days."""
