"""SMM872 second-stage-too-old."""

from __future__ import annotations

from smmkit.analyses.audits import findings_by_audit, last_day, settled
from smmkit.analyses.cycle.course import verify_by
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate
from smmkit.documents.finding import Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM872",
    "second-stage-too-old",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.5.3.2",
)
def second_stage_too_old(certificate: Certificate, qms: Qms) -> Problems:
    """The major nonconformities of the stage 2 that a certificate rests on were verified within six months.

    Why: what was seen longer ago is no longer so. The body has to hold stage 2 again before it decides.
    """
    audit = qms.get(certificate.audit or "", Audit)
    until = verify_by(qms, last_day(audit)) if audit else None
    if audit is None or until is None or audit.audit_type is not AuditType.STAGE_2:
        return
    late = [
        finding.id
        for finding in qms.fact(findings_by_audit).get(audit.id, ())
        if finding.grade is Grade.MAJOR and (day := settled(finding)) and day > until
    ]
    if late:
        yield problem(
            certificate,
            "audit",
            message=say(
                "{id} rests on {audit}, though these were verified after {day}: {findings}",
                id=certificate.id,
                audit=audit.id,
                findings=late,
                day=until,
            ),
            hint=say("name the stage 2 that was held again, or put the days right"),
        )
