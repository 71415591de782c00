"""Risks and opportunities."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import Entry, Register, Task
from smmkit.documents.types import AnyId, Sentence, Unit
from smmkit.marks import Label, Wide
from smmkit.words import ClosedList

Score = Annotated[int, Field(ge=1, le=5, strict=True)]
"""1 to 5."""


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

    sort: Annotated[Sort, Label("Risk or opportunity")] = Sort.RISK
    """Whether it is a risk or an opportunity."""
    about: Annotated[AnyId, Wide(2)] | None = None
    """The procedure, objective or unit that it concerns."""
    owner: Unit
    """The unit that answers for it."""
    cause: Sentence | None = None
    """Why it may happen."""
    effect: Sentence | None = None
    """What would follow."""
    likelihood: Score
    """How likely it is, 1 to 5."""
    impact: Score
    """How much it would matter, 1 to 5."""
    response: Response = Response.ACCEPT
    """What is done about it."""
    treatments: tuple[Task, ...] = ()
    """What is done about it (ISO 9001, 6.1.2)."""
    likelihood_after: Annotated[Score, Label("Likelihood after treatment")] | None = None
    """The likelihood once the treatments are done."""
    impact_after: Annotated[Score, Label("Impact after treatment")] | None = None
    """The impact once the treatments are done."""


class RiskRegister(Register):
    """The risks and opportunities of the QMS (ISO 9001, 6.1; juknis II.A7)."""

    is_system: ClassVar[bool] = True

    kind: Literal["risk-register"]
    entries: tuple[Risk, ...] = ()
    """Risks and opportunities, each with an id."""
