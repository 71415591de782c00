"""SMM886 conform-with-a-gap."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
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
    words = qms.fact(vocabulary)
    lacking, good = pattern_of(words.lacking), pattern_of(words.welcome)
    absent = pattern_of((*words.denies, *words.lacking))
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status is not Status.CONFORM:
            continue
        gap, condition = squeezed(verdict.gap or ""), squeezed(verdict.condition or "")
        said = [one.end() for one in lacking.finditer(condition)]
        is_gap = bool(gap) and gap not in words.none and gap != "-"
        begins = absent.match(condition) and not good.search(condition)
        if is_gap or len(condition) in said or begins:
            yield problem(
                assessment,
                "verdicts",
                index,
                "gap" if is_gap else "condition",
                message=say(
                    "{requirement} is called conform, and this is missing: {gap}",
                    requirement=verdict.requirement,
                    gap=(verdict.gap if is_gap else verdict.condition) or "",
                ),
                hint=say("write `partial`, or take the gap out once it is closed"),
            )
