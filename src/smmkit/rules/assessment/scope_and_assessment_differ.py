"""SMM710 scope-and-assessment-differ."""

from __future__ import annotations

from smmkit.analyses.proof.coverage import clauses_named, excluded_clauses, latest_assessments
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

ASSESSED = (Status.CONFORM, Status.PARTIAL, Status.NONCONFORM)


@rule(
    "SMM710",
    "scope-and-assessment-differ",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="ISO 9001, 4.3",
    clause="4.3",
    filled=True,
    whole=(GapAssessment,),
)
def scope_and_assessment_differ(assessment: GapAssessment, qms: Qms) -> Problems:
    """What the last assessment calls not applicable the scope leaves out, and the other way round.

    Why: the auditor reads the scope first. A clause that is out of it and yet assessed, or in it and
    called not applicable, means that one of the two papers is wrong.
    """
    if assessment.id not in qms.fact(latest_assessments):
        return
    out = qms.fact(excluded_clauses)
    for index, verdict in enumerate(assessment.verdicts):
        named = clauses_named(qms, verdict.requirement, assessment)
        is_out = bool(named) and out.issuperset(named)
        if verdict.status is Status.NOT_APPLICABLE and named and not is_out:
            yield problem(
                assessment,
                "verdicts",
                index,
                "status",
                message=say(
                    "{requirement} is called not applicable, but the scope does not leave it out",
                    requirement=verdict.requirement,
                ),
                hint=say(
                    "write it under `scope: exclusions:` in qms.yaml with its reason, or assess it"
                ),
            )
        elif verdict.status in ASSESSED and is_out:
            yield problem(
                assessment,
                "verdicts",
                index,
                "status",
                message=say(
                    "{requirement} is assessed, but the scope leaves it out",
                    requirement=verdict.requirement,
                ),
                hint=say(
                    "write `not-applicable` with the reason of the scope, or take the exclusion away"
                ),
            )
