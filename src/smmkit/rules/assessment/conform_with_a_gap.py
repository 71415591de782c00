"""SMM886 conform-with-a-gap."""

from __future__ import annotations

from smmkit.analyses.proof.claims import admitted
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM886",
    "conform-with-a-gap",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="juknis II.A1",
    filled=True,
)
def conform_with_a_gap(assessment: GapAssessment, qms: Qms) -> Problems:
    """What an assessment calls conform has no gap beside it, nor a condition that says it is lacking.

    Why: who writes down what is missing and claims that nothing is, is believed in neither.
    """
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status is Status.CONFORM and (where := admitted(verdict, qms)):
            yield problem(
                assessment,
                "verdicts",
                index,
                where,
                message=say(
                    "{requirement} is called conform, and this is missing: {gap}",
                    requirement=verdict.requirement,
                    gap=getattr(verdict, where),
                ),
                hint=say("write `partial`, or take the gap out once it is closed"),
            )
