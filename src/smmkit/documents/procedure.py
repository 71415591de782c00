"""A procedure: the SOP of an Indonesian agency, step by step."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import Document
from smmkit.documents.types import File, Purpose, RegisterNumber, Remark, Sentence
from smmkit.model.marks import Asks, InClone, Label, MayBe, RefersTo, Trait, Ways, Wide
from smmkit.model.part import Flag, Number, Part, Text, Whole
from smmkit.words import ClosedList

ENOUGH = 40
"""So many letters make a paragraph that says something."""


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
    up_to: Annotated[Number, Label("Up to")] | None = None
    """At most so many, where it takes now less, now more."""
    unit: Annotated[TimeUnit, Label("Unit of time")]
    """Of which unit of time."""


class Branch(Part):
    """Where a step leads: the number of another step, or the end, and on which answer."""

    ways: ClassVar = (Ways("to", "ends"),)

    to: Annotated[int, Field(ge=1, strict=True), Label("To step"), Trait.USED] | None = None
    """The number of the row."""
    answer: Annotated[Sentence, MayBe.ANSWER] | None = None
    """The answer that leads there: yes, no."""
    ends: Annotated[Flag, Label("Ends here"), Trait.QUIET] = False
    """true where this way leads to no further row: the flow is done."""


class ProcedureStep(Part):
    """One row of the flow table (Permenpan-RB 35/2012): who does what, with what, how long."""

    ways: ClassVar = (Ways("leads_to", "ends", needed=False),)

    activity: Annotated[Sentence, Trait.COMMON]
    """What is done."""
    actor: Annotated[Text, Label("Carried out by"), MayBe.WELL, Trait.COMMON]
    """The position that does it, never a person."""
    needs: Annotated[tuple[Text, ...], Label("Requirements at hand"), Trait.COMMON] = ()
    """What must be at hand (kelengkapan)."""
    duration: Annotated[Duration, Label("Time")] | None = None
    """How long it takes."""
    output: Annotated[Sentence, Trait.COMMON] | None = None
    """What comes out."""
    leads_to: Annotated[tuple[Branch, ...], Wide(2)] = ()
    """Where it goes on; without it, to the next row."""
    ends: Annotated[Flag, Label("Ends here"), Trait.QUIET] = False
    """true where the flow is done with this row, although others stand below."""
    note: Remark | None = None
    """Anything else."""


class Procedure(Document):
    """A specified way to carry out an activity (ISO 9001, 4.4 and 8.5.1; juknis II.A7)."""

    shape: ClassVar[str] = "md"
    is_system: ClassVar[bool] = True

    kind: Literal["procedure"]
    number: Annotated[RegisterNumber, InClone.LEFT_BEHIND] | None = None
    """The number in the organization's own register."""
    purpose: Purpose | None = None
    """What it is for."""
    legal_basis: tuple[Text, ...] = ()
    """The laws and regulations that it follows from."""
    qualifications: Annotated[
        tuple[Text, ...], Label("Qualifications of those who carry it out"), Asks.MORE
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
    records: tuple[Annotated[Text, Asks.STATE], ...] = ()
    """The records that it leaves."""
    attached: Annotated[tuple[File, ...], Label("Attached files"), InClone.WITH_FORMS] = ()
    """Files that belong to its text; an approval covers their bytes."""
    steps: Annotated[tuple[ProcedureStep, ...], Trait.USED] = ()
    """What is done, row by row; a procedure may say it in prose alone."""
    promised_days: Annotated[Whole, Label("Promised time (working days)")] | None = None
    """The time that the service standard promises, in working days."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What its prose says, paragraph by paragraph; headings and single words say nothing."""
        found = (text.strip() for text in self.source.prose.split("\n\n"))
        return tuple(text for text in found if len(text) >= ENOUGH and not text.startswith("#"))
