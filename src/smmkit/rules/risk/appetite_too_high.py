"""SMM964 appetite-too-high."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.risks import matrix_of
from smmkit.documents.settings import Settings
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Line(Part):
    """How high the line may be."""

    percent: Annotated[Whole, Field(ge=1, le=100)] = 70
    """Of the highest level that there can be, in percent."""


@rule(
    "SMM964",
    "appetite-too-high",
    of=Settings,
    severity=Severity.WARNING,
    source="own rule",
    clause="6.1.1",
    filled=True,
    settings=Line,
)
def appetite_too_high(home: Settings, qms: Qms, settings: Line) -> Problems:
    """The line up to which risks are accepted lies clearly below the highest risk there can be.

    Why: a line that nothing can cross spares every treatment, and every thought.
    """
    criteria = home.risk
    matrix = matrix_of(qms, criteria) if criteria else None
    if criteria is None or matrix is None:
        return
    highest = matrix.at(criteria.highest, criteria.highest)
    if highest is None:
        highest = max((cell for row in matrix.rows for cell in row), default=0)
    if highest and criteria.appetite * 100 > highest * settings.percent:
        yield problem(
            home,
            "risk",
            "appetite",
            message=say(
                "risks are accepted up to {n} of {highest}, the highest level there is",
                n=criteria.appetite,
                highest=highest,
            ),
            hint=say("have the head decide up to which level a risk needs no treatment"),
        )
