"""A rehearsal of an audit, as it was held: what each coordinator was asked, and how well it was answered."""

from typing import Annotated, Literal

from smmkit.documents.base import Record
from smmkit.documents.types import Clause, DoneDay, Sentence, Unit
from smmkit.model.marks import Label, MayBe, OtherThan, Trait
from smmkit.model.part import Part, Text
from smmkit.words import ClosedList


class Answered(ClosedList):
    """How well a question was answered."""

    SHOWN = "shown", "answered and shown"
    WEAK = "weak", "answered in part, or not shown"
    NOTHING = "nothing", "not answered"


class MockAnswer(Part):
    """One question of the rehearsal, and its answer."""

    clause: Clause
    """The clause that it is about."""
    unit: Unit
    """The unit that was asked."""
    question: Sentence
    """What was asked."""
    answer: Annotated[Sentence, MayBe.ANSWER, OtherThan("question")] | None = None
    """What was answered."""
    answered: Annotated[Answered, Label("How well answered")]
    """How well it was answered."""
    done: DoneDay | None = None
    """The day from which the answer is there, where it was weak or missing."""


class MockAudit(Record):
    """A rehearsal before an audit; it finds nothing and proves nothing, and shows who should prepare."""

    kind: Literal["mock-audit"]
    seed: Annotated[Text, MayBe.WORD] | None = None
    """The number that chance began from, so that the same can be asked again."""
    answers: Annotated[tuple[MockAnswer, ...], Trait.USED] = ()
    """What was asked and answered."""
