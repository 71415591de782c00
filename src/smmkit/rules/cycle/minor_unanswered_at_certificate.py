"""SMM773 minor-unanswered-at-certificate."""

from __future__ import annotations

from smmkit.analyses.audits import findings_by_audit, settled
from smmkit.documents.certification import Certificate
from smmkit.documents.finding import Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM773",
    "minor-unanswered-at-certificate",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.5.2",
    clause="10.2.1",
    filled=True,
)
def minor_unanswered_at_certificate(certificate: Certificate, qms: Qms) -> Problems:
    """The answers to minor nonconformities are accepted before the certificate.

    Why: of a minor one the certification body has to have accepted the plan.
    """
    for found in qms.fact(findings_by_audit).get(certificate.audit or "", ()):
        day = settled(found)
        if found.grade is Grade.MINOR and (day is None or day > certificate.date):
            yield problem(
                certificate,
                "date",
                message=say(
                    "the answer to {finding} was not accepted when {id} was decided on",
                    finding=found.id,
                    id=certificate.id,
                ),
                hint=say(
                    "write `accepted:` in the finding, with the day on which the auditor accepted the answer"
                ),
            )
