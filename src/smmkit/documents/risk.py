"""Risks and opportunities."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from smmkit.documents.base import AnyId, Entry, Register, Unit
from smmkit.part import Day, Part, Text

Score = Annotated[int, Field(ge=1, le=5, strict=True)]
"""1 to 5."""


class Sort(StrEnum):
    """Whether the effect is unwanted or wanted."""

    RISK = "risk"
    OPPORTUNITY = "opportunity"


class Response(StrEnum):
    """What is done about a risk."""

    ACCEPT = "accept"
    REDUCE = "reduce"
    SHARE = "share"
    AVOID = "avoid"
    PURSUE = "pursue"


class Treatment(Part):
    """An action about a risk or an opportunity (ISO 9001, 6.1.2)."""

    what: Text
    owner: Unit | None = None
    due: Day | None = None
    done: Day | None = None


class Risk(Entry):
    """An effect of uncertainty on what the QMS wants to reach (ISO 9001, 6.1)."""

    kind_of_entry: ClassVar[str] = "risk"

    sort: Sort = Sort.RISK
    about: AnyId | None = None
    """The procedure, objective or unit that it concerns."""
    owner: Unit
    cause: Text | None = None
    effect: Text | None = None
    likelihood: Score
    impact: Score
    response: Response = Response.ACCEPT
    treatments: tuple[Treatment, ...] = ()
    likelihood_after: Score | None = None
    """The likelihood once the treatments are done."""
    impact_after: Score | None = None


class RiskRegister(Register):
    """The risks and opportunities of the QMS (ISO 9001, 6.1; juknis II.A7)."""

    kind: Literal["risk-register"]
    entries: tuple[Risk, ...] = ()
