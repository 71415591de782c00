"""SMM709 not-applicable-refused."""

from __future__ import annotations

from smmkit.analyses.proof.coverage import clauses_named
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM709", "not-applicable-refused", of=GapAssessment, source="ISO 9001, 4.3", clause="4.3")
def not_applicable_refused(assessment: GapAssessment, qms: Qms) -> Problems:
    """An assessment calls nothing "not applicable" that always applies.

    Why: what does not apply leaves the count; the number rises, and the gap stays.
    """
    standard = qms.standard(assessment.standard)
    allowed = {c.id for c in standard.clauses if c.na_allowed} if standard else set()
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status is Status.NOT_APPLICABLE and allowed:
            named = [number for _, number in clauses_named(qms, verdict.requirement, assessment)]
            if not allowed.issuperset(named):
                yield problem(
                    assessment,
                    "verdicts",
                    index,
                    "status",
                    message=say("{requirement} always applies", requirement=verdict.requirement),
                    hint=say(
                        "say how far it is met; `not-triggered` where its occasion has not come yet"
                    ),
                )
