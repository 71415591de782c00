"""What was asked and seen at the place of work during an audit: interviews and spot checks."""

from typing import Annotated, Literal

from smmkit.documents.base import Record
from smmkit.documents.types import (
    AnyId,
    Finding,
    Person,
    Sentence,
    Unit,
)
from smmkit.model.marks import Asks, MayBe, OtherThan, RefersTo, Trait, Wide
from smmkit.model.part import Part, Text
from smmkit.words import ClosedList


class Outcome(ClosedList):
    """Whether what the documents say turned out to be true."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    UNCLEAR = "unclear"


class InterviewItem(Part):
    """One matter of an interview."""

    about: Annotated[tuple[AnyId, ...], Wide(2)] = ()
    """The documents that it was about."""
    question: Sentence
    """What was asked."""
    answer: Annotated[Sentence, MayBe.ANSWER, OtherThan("question")] | None = None
    """What was answered."""
    outcome: Outcome
    """Whether it confirms what the documents say."""
    finding: Finding | None = None
    """The finding that came of it."""


class Interview(Record):
    """An interview with one coordinator during an audit (juknis II.B4)."""

    kind: Literal["interview"]
    audit: Annotated[Text, RefersTo("audit")]
    """The audit."""
    unit: Unit
    """The unit."""
    person: Person | None = None
    """The person who was asked."""
    role: Annotated[Text, MayBe.WELL, Trait.COMMON]
    """The role of that person in the QMS."""
    items: tuple[InterviewItem, ...]
    """What was asked and answered."""


class SpotCheck(Record):
    """A look at the place of work during an audit (juknis II.B4)."""

    kind: Literal["spot-check"]
    audit: Annotated[Text, RefersTo("audit")]
    """The audit."""
    unit: Unit
    """The unit."""
    place: Annotated[Text, Trait.COMMON]
    """Where it was."""
    looked_at: Annotated[Text, Asks.SEEN]
    """What was looked at, and how it was chosen."""
    seen: Annotated[Text, Asks.SEEN, OtherThan("looked_at")]
    """What was seen."""
    outcome: Outcome
    """Whether it confirms what the documents say."""
    about: tuple[AnyId, ...] = ()
    """The documents that it was about."""
    finding: Finding | None = None
    """The finding that came of it."""
