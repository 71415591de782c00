"""SMM869 restored-without-work."""

from __future__ import annotations

from smmkit.analyses.audits import findings_by_audit, settled
from smmkit.analyses.cycle.certificates import pairs
from smmkit.analyses.cycle.course import shortest
from smmkit.calendar_ends import months_after
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate
from smmkit.documents.finding import Grade
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say

FULL = (AuditType.STAGE_2,)
"""The audits that a certificate can rest on at any time."""


@rule(
    "SMM869",
    "restored-without-work",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.6.3.2.5",
)
def restored_without_work(qms: Qms) -> Problems:
    """A certificate that has run out is restored within six months, all work done, or by a stage 2.

    Why: after its last day a certificate is gone. The body may restore it for six months, once the
    recertification is finished; later, or without that, it has to hold at least a stage 2.
    """
    for earlier, later in qms.fact(pairs):
        audit = qms.get(later.audit or "", Audit)
        months = shortest(qms, earlier, "restore_months")
        if later.date <= earlier.expires or months is None or audit is None:
            continue
        if audit.audit_type in FULL:
            continue
        until = months_after(earlier.expires, months)
        if reason := lacks(qms, later, audit) if later.date <= until else None:
            yield restored_problem(later, earlier, reason)
        elif later.date > until:
            yield restored_problem(
                later, earlier, say("the last day for that was {day}", day=until)
            )


def lacks(qms: Qms, later: Certificate, audit: Audit) -> Message | None:
    """What was not done when the certificate was restored."""
    if audit.audit_type is not AuditType.RECERTIFICATION:
        return say("{audit} is no recertification audit", audit=audit.id)
    open_ = [
        finding.id
        for finding in qms.fact(findings_by_audit).get(audit.id, ())
        if finding.grade is Grade.MAJOR and ((day := settled(finding)) is None or day > later.date)
    ]
    return say("these were open: {ids}", ids=open_) if open_ else None


def restored_problem(later: Certificate, earlier: Certificate, reason: Message) -> Problem:
    """The problem at the later certificate."""
    return problem(
        later,
        "audit",
        message=say(
            "{id} restores {earlier}, which ended on {day}, though {reason}",
            id=later.id,
            earlier=earlier.id,
            day=earlier.expires,
            reason=reason,
        ),
        hint=say("name the stage 2 that it rests on, or ask the certification body"),
    )
