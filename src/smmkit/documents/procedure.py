"""A procedure: the SOP of an Indonesian agency, step by step."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import Document
from smmkit.documents.types import File, Phrase, Sentence
from smmkit.marks import InClone, Label, RefersTo, Wide
from smmkit.model import Number, Part, Text, Whole
from smmkit.words import ClosedList


class TimeUnit(ClosedList):
    """A unit of working time."""

    MINUTE = "minute", "minutes"
    HOUR = "hour", "hours"
    DAY = "day", "working days"
    WEEK = "week", "weeks"


class Duration(Part):
    """How long a step takes, in working time."""

    value: Number
    """How many."""
    unit: Annotated[TimeUnit, Label("Unit of time")]
    """Of which unit of time."""


class Branch(Part):
    """Where a step leads: the number of another step, and on which answer."""

    to: Annotated[int, Field(ge=1, strict=True), Label("To step")]
    """The number of the row."""
    answer: Sentence | None = None
    """The answer that leads there: yes, no."""


class ProcedureStep(Part):
    """One row of the flow table (Permenpan-RB 35/2012): who does what, with what, how long."""

    activity: Sentence
    """What is done."""
    actor: Annotated[Text, Label("Carried out by")]
    """The position that does it, never a person."""
    needs: Annotated[tuple[Text, ...], Label("Requirements at hand")] = ()
    """What must be at hand (kelengkapan)."""
    duration: Annotated[Duration, Label("Time")] | None = None
    """How long it takes."""
    output: Sentence | None = None
    """What comes out."""
    leads_to: Annotated[tuple[Branch, ...], Wide(2)] = ()
    """Where it goes on; without it, to the next row."""
    note: Phrase | None = None
    """Anything else."""


class Procedure(Document):
    """A specified way to carry out an activity (ISO 9001, 4.4 and 8.5.1; juknis II.A7)."""

    shape: ClassVar[str] = "md"
    is_system: ClassVar[bool] = True

    kind: Literal["procedure"]
    number: Annotated[Text, InClone.LEFT_BEHIND] | None = None
    """The number in the agency's own register."""
    purpose: Text | None = None
    """What it is for."""
    legal_basis: tuple[Text, ...] = ()
    """The laws and regulations that it follows from."""
    qualifications: Annotated[
        tuple[Text, ...], Label("Qualifications of those who carry it out")
    ] = ()
    """What those who carry it out must be able to do."""
    related: Annotated[
        tuple[Annotated[Text, RefersTo("procedure")], ...], Label("Related procedures")
    ] = ()
    """Procedures that belong to it."""
    equipment: tuple[Text, ...] = ()
    """What must be at hand."""
    warnings: tuple[Text, ...] = ()
    """What happens if it is not followed."""
    records: tuple[Text, ...] = ()
    """The records that it leaves."""
    attached: Annotated[tuple[File, ...], Label("Attached files"), InClone.WITH_FORMS] = ()
    """Files that belong to its text; an approval covers their bytes."""
    steps: Annotated[tuple[ProcedureStep, ...], Field(min_length=1)]
    """What is done, row by row."""
    promised_days: Annotated[Whole, Label("Promised time (working days)")] | None = None
    """The time that the service standard promises, in working days."""
