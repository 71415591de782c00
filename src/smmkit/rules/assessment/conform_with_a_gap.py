"""SMM886 conform-with-a-gap."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
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
    """What an assessment calls conform has no gap beside it.

    Why: who writes down what is missing and claims that nothing is, is believed in neither.
    """
    none = qms.fact(vocabulary).none
    for index, verdict in enumerate(assessment.verdicts):
        gap = squeezed(verdict.gap or "")
        if verdict.status is Status.CONFORM and gap and gap not in none and gap != "-":
            yield problem(
                assessment,
                "verdicts",
                index,
                "gap",
                message=say(
                    "{requirement} is called conform, and this is missing: {gap}",
                    requirement=verdict.requirement,
                    gap=verdict.gap or "",
                ),
                hint=say("write `partial`, or take the gap out once it is closed"),
            )
