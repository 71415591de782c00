"""SMM702 gap-without-action."""

from __future__ import annotations

from smmkit.documents.assessment import GapAssessment, Status
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM702",
    "gap-without-action",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="juknis II.A1",
)
def gap_without_action(assessment: GapAssessment, qms: Qms) -> Problems:  # noqa: ARG001
    """A gap has an action with an owner and a day; what does not apply has a reason."""
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status in {Status.PARTIAL, Status.NONCONFORM} and not verdict.actions:
            message = say("{requirement} has a gap and no action", requirement=verdict.requirement)
            yield problem(assessment, "verdicts", index, "status", message=message)
        elif verdict.status is Status.NOT_APPLICABLE and not verdict.reason:
            message = say(
                "{requirement} is claimed not to apply, without a reason",
                requirement=verdict.requirement,
            )
            yield problem(assessment, "verdicts", index, "status", message=message)
