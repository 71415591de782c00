"""SMM715 assessed-twice."""

from __future__ import annotations

from smmkit.analyses.texts.vocabulary import says_nothing
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM715", "assessed-twice", of=GapAssessment, source="own rule")
def assessed_twice(assessment: GapAssessment, qms: Qms) -> Problems:
    """An assessment says of each requirement one thing only: no second verdict, no gap in what conforms.

    Why: two verdicts on the same requirement cannot both be true, and a report shows only one of them.
    """
    seen: dict[tuple[str, str], str] = {}
    for index, verdict in enumerate(assessment.verdicts):
        standard, number = qms.clause(verdict.requirement, assessment)
        key = (standard.id if standard else "", number)
        if seen.setdefault(key, verdict.status) != verdict.status:
            yield problem(
                assessment,
                "verdicts",
                index,
                "requirement",
                message=say(
                    "{requirement} has two verdicts: {one} and {other}",
                    requirement=verdict.requirement,
                    one=Status(seen[key]).label,
                    other=verdict.status.label,
                ),
                hint=say("keep the one that is true"),
            )
        if verdict.status is Status.CONFORM and verdict.gap and not says_nothing(verdict.gap, qms):
            yield problem(
                assessment,
                "verdicts",
                index,
                "gap",
                message=say(
                    "{requirement} is said to conform, and has a gap",
                    requirement=verdict.requirement,
                ),
                hint=say("write `status: partial`, or take the gap out once it is closed"),
            )
