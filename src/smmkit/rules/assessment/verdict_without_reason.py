"""SMM796 verdict-without-reason."""

from __future__ import annotations

from smmkit.analyses.texts.vocabulary import says_nothing
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

SET_ASIDE = (Status.NOT_APPLICABLE, Status.NOT_TRIGGERED)


@rule(
    "SMM796",
    "verdict-without-reason",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="juknis II.A1",
    clause="4.3",
    filled=True,
)
def verdict_without_reason(assessment: GapAssessment, qms: Qms) -> Problems:
    """What an assessment sets aside has a reason that says why.

    Why: what does not apply, or has not come up, leaves the count. Without a reason, or with "not yet",
    a gap is hidden in it.
    """
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status not in SET_ASIDE:
            continue
        if verdict.reason is None and verdict.status is Status.NOT_TRIGGERED:
            yield problem(
                assessment,
                "verdicts",
                index,
                "status",
                message=say(
                    "{requirement} is said not to be triggered, without a reason",
                    requirement=verdict.requirement,
                ),
                hint=say("write under `reason:` what has not happened since when"),
            )
        elif verdict.reason and says_nothing(verdict.reason, qms):
            yield problem(
                assessment,
                "verdicts",
                index,
                "reason",
                message=say(
                    "the reason for setting {requirement} aside says nothing: {reason}",
                    requirement=verdict.requirement,
                    reason=verdict.reason,
                ),
                hint=say(
                    "say why it cannot apply, or what has not happened; what is not done yet is a gap"
                ),
            )
