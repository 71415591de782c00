"""SMM707 claim-above-finding."""

from __future__ import annotations

from smmkit.analyses.proof.coverage import clauses_named, latest_assessments, nonconformities
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM707",
    "claim-above-finding",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="own rule",
    clause="10.2.1",
    filled=True,
)
def claim_above_finding(assessment: GapAssessment, qms: Qms) -> Problems:
    """In the last assessment no clause is claimed to conform while a nonconformity on it is open.

    Why: the auditor has the finding in hand when the claim is read; whoever claims more than is
    settled is not believed in the rest either.
    """
    if assessment.id not in qms.fact(latest_assessments):
        return
    open_ = qms.fact(nonconformities)
    for index, verdict in enumerate(assessment.verdicts):
        if verdict.status is not Status.CONFORM:
            continue
        for clause in clauses_named(qms, verdict.requirement, assessment):
            for found in open_.get(clause, ()):
                if found.date <= assessment.date and not found.is_closed_on(assessment.date):
                    yield problem(
                        assessment,
                        "verdicts",
                        index,
                        "status",
                        message=say(
                            "{requirement} is claimed to conform while {id} is open",
                            requirement=verdict.requirement,
                            id=found.id,
                        ),
                        hint=say(
                            "claim less, as `partial` or `nonconform`, until the finding is closed"
                        ),
                    )
