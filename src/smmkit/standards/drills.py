"""Drills as data: the faults that are put into a copy of a folder to see whether anybody notices."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from pydantic import Field

from smmkit.model.part import Part, Text
from smmkit.standards import SHIPPED
from smmkit.words import ClosedList, Words
from smmkit.yaml_text.reading import read_ours


class Act(ClosedList):
    """What is done to a document."""

    REMOVE = "remove", "the document is taken away"
    CLEAR = "clear", "the field is taken out"
    DROP = "drop", "entries of a list are taken out"
    KEEP = "keep", "only the first entries of a list stay"
    SET = "set", "another value is written"
    SHIFT = "shift", "a day is moved"
    ADD = "add", "an entry is added to a list"


class Break(Part):
    """One fault, and what it is put into: the latest document of a kind that it can be put into."""

    id: Text
    demands: tuple[Text, ...]
    """The demands that it goes against, by their ids in the standard."""
    text: Words
    """What is wrong then, as an auditor would find it."""
    act: Act
    kind: Text
    """The kind of the document."""
    where: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    """Only documents whose fields have one of these values."""
    every: bool = False
    """Whether it is put into every such document and place, not only into one."""
    at: Text = ""
    """The field, through lists and parts: `members.unit`."""
    only: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    """Of a list on the way, only entries whose fields have one of these values."""
    same: Text | None = None
    """For `drop`: with the first entry go all that have the same value in this field."""
    first: int = 0
    """For `keep`: how many stay."""
    days: int = 0
    """For `shift`: how many days later; below 0, earlier."""
    to: Any = None
    """For `set` and `add`: what is written."""
    beside: tuple[Text, ...] = ()
    """For `set` and `clear`: fields that go, too, because they would say it in another way."""
    noticed_by: tuple[Text, ...] = ()
    """What must notice it, all of it: codes of rules, and clauses that lose their proof: `juknis/A5`."""


class FieldOnly(Part):
    """A demand that no folder can show to be unmet, and why."""

    demand: Text
    why: Words


class Drill(Part):
    """The faults that are tried for one standard."""

    kind: Literal["drill"]
    id: Text
    standard: Text
    """The standard whose demands they go against."""
    title: Words
    breaks: tuple[Break, ...]
    field_only: tuple[FieldOnly, ...] = ()


@cache
def shipped_drills() -> dict[str, Drill]:
    """The drills that come with smmkit, by their ids."""
    files = sorted((SHIPPED / "drills").glob("*.yaml"))
    drills = (Drill.model_validate(read_ours(file.read_text("utf-8"))) for file in files)
    return {drill.id: drill for drill in drills}
