"""A procedure: the SOP of an Indonesian agency, step by step."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import Document
from smmkit.marks import RefersTo
from smmkit.model import Number, Part, Text, Whole


class TimeUnit(StrEnum):
    """A unit of working time."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


class Duration(Part):
    """How long a step takes, in working time."""

    value: Number
    """How many."""
    unit: TimeUnit
    """Of which unit of time."""


class Branch(Part):
    """Where a step leads: the number of another step, and on which answer."""

    to: Annotated[int, Field(ge=1, strict=True)]
    """The number of the row."""
    answer: Text | None = None
    """The answer that leads there: yes, no."""


class ProcedureStep(Part):
    """One row of the flow table (Permenpan-RB 35/2012): who does what, with what, how long."""

    activity: Text
    """What is done."""
    actor: Text
    """The position that does it, never a person."""
    needs: tuple[Text, ...] = ()
    """What must be at hand (kelengkapan)."""
    duration: Duration | None = None
    """How long it takes."""
    output: Text | None = None
    """What comes out."""
    leads_to: tuple[Branch, ...] = ()
    """Where it goes on; without it, to the next row."""
    note: Text | None = None
    """Anything else."""


class Procedure(Document):
    """A specified way to carry out an activity (ISO 9001, 4.4 and 8.5.1; juknis II.A7)."""

    shape: ClassVar[str] = "md"

    kind: Literal["procedure"]
    number: Text | None = None
    """The number in the agency's own register."""
    purpose: Text | None = None
    """What it is for."""
    legal_basis: tuple[Text, ...] = ()
    """The laws and regulations that it follows from."""
    qualifications: tuple[Text, ...] = ()
    """What those who carry it out must be able to do."""
    related: tuple[Annotated[Text, RefersTo("procedure")], ...] = ()
    """Procedures that belong to it."""
    equipment: tuple[Text, ...] = ()
    """What must be at hand."""
    warnings: tuple[Text, ...] = ()
    """What happens if it is not followed."""
    records: tuple[Text, ...] = ()
    """The records that it leaves."""
    steps: Annotated[tuple[ProcedureStep, ...], Field(min_length=1)]
    """What is done, row by row."""
    promised_days: Whole | None = None
    """The time that the service standard promises, in working days."""
