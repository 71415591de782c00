"""What every file of a QMS is, whatever its kind: three natures, and the parts they are made of."""

from datetime import date as date_
from typing import Annotated, ClassVar

from pydantic import Field, PrivateAttr

from smmkit.documents.types import (
    Ahead,
    AnyId,
    ChangeNote,
    Clause,
    DoneDay,
    DueDay,
    File,
    Owner,
    PastDay,
    Person,
    Phrase,
    RegisterNumber,
    RoleHeld,
    Sentence,
    Unit,
    What,
)
from smmkit.location import Location, Step
from smmkit.model.marks import Asks, InClone, Label, MayBe, RefersTo, Trait, Ways
from smmkit.model.part import Day, Dimension, Id, Part, Text
from smmkit.model.patterns import FINGERPRINT
from smmkit.yaml_text.source import Source

Earlier = Annotated[Text, RefersTo(upward=True)]


class Thing(Part):
    """Anything with an id: it can be referred to."""

    kind_of_entry: ClassVar[str] = ""
    kind_label: ClassVar[str] = ""
    """How that is called in front of a reader, where the word does not say it."""

    id: Annotated[Id, Trait.KEY, Trait.KEEPING]
    """A name that is unique in the folder and never used again."""
    title: Annotated[Sentence, Trait.COMMON]
    """What it is called."""

    @property
    def is_a(self) -> str:
        """The word that a reference asks for: the kind of a file, or the kind of an entry."""
        return self.kind_of_entry


class Entry(Thing):
    """An item with an id inside a document: a risk, a person, a unit, a KPI."""

    prefix: ClassVar[str] = ""
    """What the ids of new ones begin with."""


class HandedCopy(Part):
    """A copy of an approved version that was handed out, on paper or as a file."""

    ways: ClassVar = (Ways("unit", "holder", only=False),)

    version: Annotated[Text, MayBe.LABEL]
    """The version that was handed out."""
    unit: Unit | None = None
    """The unit that has it."""
    holder: Annotated[Phrase, MayBe.WELL] | None = None
    """Who has it, where that is no unit: another organization, the counter, the wall."""
    number: Annotated[RegisterNumber, Trait.UNBROKEN, Label("Copy number")] | None = None
    """The number that stands on the copy."""
    given: Annotated[PastDay, Trait.UNBROKEN, Label("Given on")]
    """The day it was handed out."""
    recalled: Annotated[PastDay, Trait.UNBROKEN, Label("Recalled on")] | None = None
    """The day it came back or was destroyed; until then it is out."""


class Approval(Part):
    """Who approved which text, as what, and when."""

    version: Annotated[Text, MayBe.LABEL]
    """The version that was approved."""
    by: Person
    """The person who approved it."""
    role: RoleHeld
    """The role in which that person approved it, as in the register of people."""
    on: PastDay
    """The day of the approval."""
    hash: Annotated[str, Field(pattern=FINGERPRINT.regex), Label("Fingerprint")]
    """The fingerprint of the approved text; `smm approve` writes it."""
    proof: Annotated[Phrase, Label("Decree or register number"), Asks.FOUND] | None = None
    """The number of the decree, or of the entry in a register, that shows the approval."""
    signed: Annotated[File, Label("Signed copy")] | None = None
    """The signed copy (PDF) of this version."""
    signed_hash: (
        Annotated[str, Field(pattern=FINGERPRINT.regex), Label("Fingerprint of the signed copy")]
        | None
    ) = None
    """The SHA-256 of the signed copy, as it was when `smm approve` took it in."""
    compared_by: Annotated[Person, Label("Compared by")] | None = None
    """Who has compared the signed copy with the text, where no fingerprint can be read on it."""


class Reviewed(Part):
    """That somebody has looked whether a document still fits something that it names."""

    target: AnyId
    """What it was held against: the id of something that the document names."""
    by: Person
    """The person who looked."""
    on: PastDay
    """The day on which that person looked."""
    why: Sentence
    """Why the document still fits, or what was done so that it does."""
    hash: Annotated[str, Field(pattern=FINGERPRINT.regex), Label("Fingerprint")]
    """The fingerprint of what it was held against, as that was; `smm review` writes it."""


class Task(Part):
    """Something to be done: what, by which unit, by when."""

    what: Annotated[What, Asks.MORE]
    """What is to be done."""
    owner: Annotated[Owner, Trait.USED] | None = None
    """The unit that does it, or the role."""
    due: Annotated[DueDay, InClone.LEFT_BEHIND] | None = None
    """The day by which it is to be done."""
    done: Annotated[DoneDay, InClone.LEFT_BEHIND] | None = None
    """The day it was done."""


def is_task(class_: type) -> bool:
    """Whether a part is something to be done."""
    return issubclass(class_, Task)


class Information(Thing):
    """Documented information (ISO 9001, 7.5): anything with a file of its own."""

    shape: ClassVar[str] = "yaml"
    is_system: ClassVar[bool] = False
    """Whether it carries the system, so that another agency may begin with it; else it is data of one."""

    kind: str
    """What kind of document this is."""
    owner: Annotated[Owner, Trait.USED] | None = None
    """The unit that answers for it, or the role."""
    co_owners: Annotated[tuple[Owner, ...], Label("Answer for it, too")] = ()
    """Further units or roles that answer for it."""
    classification: Annotated[Text, RefersTo("class")] | None = None
    """Who may see it: the id of a class of qms.yaml."""
    clauses: Annotated[tuple[Clause, ...], Trait.USED, Trait.KEEPING] = ()
    """The clauses that it serves."""
    attached: Annotated[tuple[File, ...], Label("Attached files")] = ()
    """Files that belong to its text; an approval covers their bytes."""
    dimension: Dimension | None = None
    """The dimension of quality management that it belongs to."""
    retention: Annotated[Text, Trait.KEEPING] | None = None
    """How long it is kept."""
    disposal: Annotated[Text, Trait.KEEPING] | None = None
    """What happens to it then: destroyed, handed over to the archive."""
    note: Annotated[Text, InClone.LEFT_BEHIND, MayBe.REMARK, Trait.KEEPING] | None = None
    """Anything else."""
    checked_against: Annotated[tuple[Reviewed, ...], InClone.LEFT_BEHIND] = ()
    """What it was held against, and when; `smm review` writes it, and an approval does not cover it."""

    _source: Source = PrivateAttr()

    @property
    def is_a(self) -> str:
        return self.kind

    @property
    def yardstick(self) -> str:
        """The standard that its clauses are of, where it is held against one."""
        return ""

    @property
    def source(self) -> Source:
        """The text that it was read from.

        Why: it is asked for a hundred times of each document, and pydantic's own way to a private
        value is ten times as long.
        """
        private = self.__pydantic_private__
        return (private and private.get("_source")) or self._source

    @property
    def path(self) -> str:
        """The path of its file in the folder."""
        return self.source.path

    def at(self, *steps: Step) -> Location:
        """Where the value at this key path stands."""
        return self.source.at(*steps)


class Document(Information):
    """Documented information that is maintained: it has versions, and one of them is in force."""

    version: Annotated[Text, MayBe.LABEL]
    """The version of this text, in quotes: "1", "2.1"."""
    effective: Annotated[Day, Label("Effective from"), InClone.LEFT_BEHIND] | None = None
    """The day from which the approved text holds; without it, the day of the approval."""
    review_by: Annotated[Ahead, InClone.LEFT_BEHIND] | None = None
    """The day by which it must be reviewed."""
    withdrawn: Annotated[Ahead, Label("Withdrawn on"), InClone.LEFT_BEHIND] | None = None
    """The day from which it no longer holds."""
    supersedes: Annotated[tuple[Earlier, ...], InClone.LEFT_BEHIND] = ()
    """The documents that it replaces."""
    change_note: Annotated[ChangeNote, InClone.LEFT_BEHIND] | None = None
    """What this version changes."""
    reviewer: Annotated[Person, InClone.LEFT_BEHIND] | None = None
    """The person who reads it before it is approved."""
    distribution: Annotated[tuple[Unit, ...], Trait.KEEPING] = ()
    """The units that get it."""
    approvals: Annotated[tuple[Approval, ...], InClone.LEFT_BEHIND, Trait.KEEPING] = ()
    """One for each approved version; written by `smm approve`."""
    copies: Annotated[
        tuple[HandedCopy, ...], Label("Copies handed out"), InClone.LEFT_BEHIND, Trait.KEEPING
    ] = ()
    """The copies that were handed out, and whether they came back; no part of the approved text."""


class Record(Information):
    """Documented information that is retained: what was done or found, on a day."""

    date: Day
    """The day that it tells of."""
    recorded_by: Person | None = None
    """The person who wrote it down."""
    evidence: tuple[File, ...] = ()
    """Files that show it: minutes, pictures, tables."""
    closed: Annotated[PastDay, Label("Closed on")] | None = None
    """The day from which it is complete; after that it no longer changes."""

    def is_closed_on(self, day: date_) -> bool:
        """Whether it is complete on a day; the day that it names counts."""
        return self.closed is not None and self.closed <= day


class Register(Document):
    """A Document that is a list of entries, each with an id of its own."""
