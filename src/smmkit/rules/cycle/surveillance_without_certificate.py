"""SMM733 surveillance-without-certificate."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import certificates
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

LATER = (AuditType.SURVEILLANCE, AuditType.RECERTIFICATION)


@rule(
    "SMM733",
    "surveillance-without-certificate",
    of=Audit,
    severity=Severity.WARNING,
    source="juknis II.C2",
    filled=True,
    whole=(Certificate,),
)
def surveillance_without_certificate(audit: Audit, qms: Qms) -> Problems:
    """A surveillance audit, or a recertification, follows a certificate.

    Why: they look whether a certificate may go on. Without one in the folder nobody can tell when they
    are due.
    """
    if (
        audit.audit_type in LATER
        and audit.date <= qms.as_of
        and not any(c.date <= audit.date for c in qms.fact(certificates))
    ):
        yield problem(
            audit,
            "audit_type",
            message=say("there is no certificate before {id}", id=audit.id),
            hint=say("record the certificate, or write the right `audit_type:`"),
        )
