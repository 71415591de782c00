"""Risks and opportunities."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import Entry, Register, Task
from smmkit.documents.types import AnyId, Owner, Phrase, Sentence
from smmkit.model.marks import Asks, Label, MayBe, OtherThan, Trait, Ways, Wide
from smmkit.model.part import Number, Text
from smmkit.words import ClosedList

Score = Annotated[int, Field(ge=1, strict=True)]
"""1 and up: to 5, or as far as the risk criteria of qms.yaml say."""


class Sort(ClosedList):
    """Whether the effect is unwanted or wanted."""

    RISK = "risk"
    OPPORTUNITY = "opportunity"


class Response(ClosedList):
    """What is done about a risk."""

    ACCEPT = "accept"
    REDUCE = "reduce"
    SHARE = "share"
    AVOID = "avoid"
    PURSUE = "pursue"


class Risk(Entry):
    """An effect of uncertainty on what the QMS wants to reach (ISO 9001, 6.1)."""

    kind_of_entry: ClassVar[str] = "risk"
    prefix: ClassVar[str] = "R"
    ways: ClassVar = (Ways(("likelihood", "impact"), "level", "rated", only=False),)

    sort: Annotated[Sort, Label("Risk or opportunity")] = Sort.RISK
    """Whether it is a risk or an opportunity."""
    about: Annotated[AnyId, Wide(2)] | None = None
    """The procedure, objective or unit that it concerns."""
    category: Annotated[Phrase, MayBe.WORD] | None = None
    """What sort of risk it is, in one's own words."""
    owner: Owner
    """The unit that answers for it, or the role."""
    cause: Annotated[Sentence, Asks.FOUND, Trait.EXPLAINS] | None = None
    """Why it may happen."""
    effect: Annotated[Sentence, Asks.FOUND, Trait.EXPLAINS, OtherThan("cause")] | None = None
    """What would follow."""
    likelihood_inherent: Annotated[Score, Label("Inherent likelihood")] | None = None
    """How likely it would be without any control."""
    impact_inherent: Annotated[Score, Label("Inherent impact")] | None = None
    """How much it would matter without any control."""
    controls: tuple[Annotated[Text, Asks.MORE], ...] = ()
    """What keeps it small already."""
    likelihood: Annotated[Score, Trait.USED] | None = None
    """How likely it is, 1 to 5."""
    impact: Annotated[Score, Trait.USED] | None = None
    """How much it would matter, 1 to 5."""
    detection: Score | None = None
    """How hard it is to notice in time, 1 to 10; likelihood x impact x detection is its priority (FMEA)."""
    level: Annotated[Number, Label("Level, as printed")] | None = None
    """The level, where it is known without likelihood and impact, or is printed beside them."""
    rated: Annotated[Text, Label("Level, in a word"), MayBe.WORD] | None = None
    """The level as a word of the risk criteria's scale: high, medium, low."""
    response: Response = Response.ACCEPT
    """What is done about it."""
    treatments: tuple[Task, ...] = ()
    """What is done about it (ISO 9001, 6.1.2)."""
    likelihood_after: Annotated[Score, Label("Likelihood after treatment")] | None = None
    """The likelihood once the treatments are done."""
    impact_after: Annotated[Score, Label("Impact after treatment")] | None = None
    """The impact once the treatments are done."""
    level_after: Annotated[Number, Label("Level after treatment")] | None = None
    """The level once the treatments are done, where it is known by itself."""
    rated_after: Annotated[Text, Label("Level after treatment, in a word"), MayBe.WORD] | None = (
        None
    )
    """The same as a word of the scale."""


class RiskRegister(Register):
    """The risks and opportunities of the QMS (ISO 9001, 6.1; juknis II.A7)."""

    is_system: ClassVar[bool] = True

    kind: Literal["risk-register"]
    entries: tuple[Risk, ...] = ()
    """Risks and opportunities, each with an id."""
