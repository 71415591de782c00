"""SMM733 surveillance-without-certificate."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import certificates, is_withdrawn
from smmkit.analyses.cycle.course import shortest
from smmkit.analyses.cycle.steps import is_to
from smmkit.calendar_ends import months_after
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
    """A surveillance audit, or a recertification, follows a certificate that is there to be kept.

    Why: they look whether a certificate may go on. Without one in the folder nobody can tell when they
    are due; of one that has ended or was withdrawn only a stage 2 can give another.
    """
    if audit.audit_type not in LATER or audit.date > qms.as_of:
        return
    before = [c for c in qms.fact(certificates) if c.date <= audit.date]
    if not before:
        yield problem(
            audit,
            "audit_type",
            message=say("there is no certificate before {id}", id=audit.id),
            hint=say("record the certificate, or write the right `audit_type:`"),
        )
        return
    own = [c for c in before if is_to(qms, audit.standards, c)]
    if own and not any(may_go_on(qms, c, audit) for c in own):
        yield problem(
            audit,
            "audit_type",
            message=say(
                "{id} is held when {certificate} is gone", id=audit.id, certificate=own[-1].id
            ),
            hint=say("record the certificate that held then, or write the right `audit_type:`"),
        )


def may_go_on(qms: Qms, certificate: Certificate, audit: Audit) -> bool:
    """Whether a certificate held on the day of an audit, or could still be restored by a recertification."""
    can_restore = audit.audit_type is AuditType.RECERTIFICATION
    months = (shortest(qms, certificate, "restore_months") or 0) if can_restore else 0
    is_gone = is_withdrawn(certificate, audit.date)
    return not is_gone and audit.date <= months_after(certificate.expires, months)
