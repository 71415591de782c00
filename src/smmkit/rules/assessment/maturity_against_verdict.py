"""SMM718 maturity-against-verdict."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.documents.assessment import GapAssessment, Status
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Levels(Part):
    """Which maturity goes with which verdict."""

    lowest: Annotated[Whole, Field(ge=0, le=5)] = 2
    """The lowest maturity of what conforms."""
    highest: Annotated[Whole, Field(ge=0, le=5)] = 3
    """The highest maturity of what does not conform."""
    highest_in_part: Annotated[Whole, Field(ge=0, le=5)] = 4
    """The highest maturity of what conforms in part."""


@rule(
    "SMM718",
    "maturity-against-verdict",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="own rule",
    filled=True,
    settings=Levels,
)
def maturity_against_verdict(assessment: GapAssessment, qms: Qms, limits: Levels) -> Problems:  # noqa: ARG001
    """The maturity that an assessment gives does not contradict its verdict.

    Why: what conforms is at least done as a rule; what does not conform is not mature. An auditor who
    sees both trusts neither.
    """
    for index, verdict in enumerate(assessment.verdicts):
        level = verdict.maturity
        too_low = verdict.status is Status.CONFORM and level is not None and level < limits.lowest
        highest = {Status.NONCONFORM: limits.highest, Status.PARTIAL: limits.highest_in_part}
        too_high = level is not None and level > highest.get(verdict.status, level)
        if too_low or too_high:
            yield problem(
                assessment,
                "verdicts",
                index,
                "maturity",
                message=say(
                    '{requirement}: maturity {level} and the verdict "{status}" contradict each other',
                    requirement=verdict.requirement,
                    level=level,
                    status=verdict.status.label,
                ),
                hint=say("look again at both, and change the one that is wrong"),
            )
