"""What is sent to the certification body for its review of documents."""

from typing import Annotated, Literal

from smmkit.documents.base import Record
from smmkit.documents.types import AnyId, Name, PastDay, Person, Phrase, Sentence, Spoken, What
from smmkit.layout import DEFAULT_STANDARD
from smmkit.model.marks import STANDARD, Asks, Label, MayBe, OtherThan, RefersTo, Trait, Wide
from smmkit.model.part import Part, Text, Whole
from smmkit.personal import Data
from smmkit.words import ClosedList


class Omission(Part):
    """A document that is not sent, and why."""

    document: AnyId
    """The document."""
    reason: Sentence
    """Why it is not sent."""


class Sample(Part):
    """A sample of records that is sent."""

    what: What
    """What the records are."""
    population: Whole | None = None
    """How many there are."""
    chosen: Whole
    """How many are sent."""
    how: Annotated[Phrase, Asks.FOUND]
    """How they were chosen."""
    seed: Annotated[Text, MayBe.WORD] | None = None
    """The number that chance began from, so that others can choose the same again."""
    chosen_by: Text | None = None
    """Who chose them, as a role: the auditor, the secretariat."""


class AcceptedData(Part):
    """A decision that personal data of one sort in one file may leave with this submission."""

    file: Annotated[Text, Wide(2), Trait.UNBROKEN]
    """The file, from the top of the folder, as `smm screen` names it."""
    data: Annotated[Data, Label("Sort of data")]
    """The sort of data."""
    count: Annotated[Whole, Label("How many")]
    """How many there are in the file; the decision does not hold for more."""
    reason: Sentence
    """Why they may leave."""
    by: Annotated[Person, Label("Decided by")]
    """The person who decided it."""
    on: Annotated[PastDay, Label("Decided on")]
    """The day of the decision."""


class SeenFile(Part):
    """A file that no program can read, looked at by a person: it holds no data that may not leave."""

    file: Annotated[Text, Wide(2), Trait.UNBROKEN]
    """The file, from the top of the folder, as `smm screen` names it."""
    fingerprint: Annotated[Text, Trait.UNBROKEN]
    """The first 12 digits of its SHA-256, as `smm screen` names them; another file has others."""
    by: Annotated[Person, Label("Seen by")]
    """The person who looked at it."""
    on: Annotated[PastDay, Label("Seen on")]
    """The day it was looked at."""


class Shown(ClosedList):
    """How people appear to who is outside."""

    CODES = "codes", "by their code, role and unit"
    NAMES = "names", "by their name"


class Question(Part):
    """What the auditor asked about the documents."""

    on: PastDay
    """The day of the question."""
    question: Sentence
    """What was asked."""
    answer: Annotated[Sentence, MayBe.ANSWER, OtherThan("question")] | None = None
    """What was answered."""
    answered: Annotated[PastDay, Label("Answered on")] | None = None
    """The day of the answer."""


class Submission(Record):
    """One off-site submission (juknis II.B2); its date is the day the bundle is made for."""

    kind: Literal["submission"]
    recipient: Name
    """The certification body."""
    audit: Annotated[Text, RefersTo("audit")] | None = None
    """The audit that it is sent for."""
    standard: Annotated[Text, STANDARD] = DEFAULT_STANDARD
    """The standard of its index."""
    period: Text | None = None
    """The time that the samples are from: "2019"."""
    language: Spoken | None = None
    """The language of what is written for it; without it that of the folder."""
    include: Annotated[tuple[AnyId, ...], Label("Included")] = ()
    """The documents to send; none named means all that may leave."""
    leave_out: Annotated[tuple[Omission, ...], Label("Left out")] = ()
    """The documents that are not sent, and why."""
    samples: tuple[Sample, ...] = ()
    """How the records in it were chosen."""
    contact: Text | None = None
    """Whom the auditor asks: a role or a desk, with what is public."""
    consultant: Text | None = None
    """Who from outside has helped to build the QMS (ISO/IEC 17021-1, 9.1.1)."""
    people: Annotated[Shown, Label("How people appear")] | None = None
    """How people appear in the sheets; without it by name only where their register may leave."""
    accepted_data: Annotated[tuple[AcceptedData, ...], Label("Accepted personal data")] = ()
    """Personal data that leave with it all the same, and by whose decision."""
    seen: Annotated[tuple[SeenFile, ...], Label("Seen by a person")] = ()
    """Pictures and scans that a person has looked through for personal data."""
    channel: Annotated[Text, Asks.MORE] | None = None
    """The way it is sent."""
    sent: Annotated[PastDay, Label("Sent on")] | None = None
    """The day it was sent; a submission without it is still to be sent."""
    identity: Annotated[Phrase, Trait.NAME] | None = None
    """The identity of the bundle that was sent, as `smm bundle` says it: 128 digits, in groups or not."""
    received: PastDay | None = None
    """The day on which the recipient said that it arrived."""
    receipt: Annotated[Text, Asks.STATE] | None = None
    """By what the recipient has confirmed it: the number of a receipt or of a letter."""
    questions: tuple[Question, ...] = ()
    """What the auditor asked about it."""
    recommendation: Annotated[Sentence, Label("Recommendation of the auditor")] | None = None
    """What the auditor recommends after reading: to go on, or what is to be settled before."""
