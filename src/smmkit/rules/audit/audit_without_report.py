"""SMM752 audit-without-report."""

from __future__ import annotations

from smmkit.analyses.organization.wishes import is_wished
from smmkit.documents.audit import Audit, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM752",
    "audit-without-report",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 f",
    clause="9.2.2",
    filled=True,
)
def audit_without_report(audit: Audit, qms: Qms) -> Problems:
    """A closed audit has its signed report; an internal one may be its own, where no guide wants a signature.

    Why: the report is what the head and the certification body read; the checklist stays with the
    auditors.
    """
    if is_its_own_report(audit, qms):
        return
    if audit.closed and not audit.report and not audit.evidence and not audit.attached:
        yield problem(
            audit,
            "closed",
            message=say("{id} is closed without a report", id=audit.id),
            hint=say("lay the signed report beside it and name it under `report:`"),
        )


def is_its_own_report(audit: Audit, qms: Qms) -> bool:
    """Whether the record of an internal audit says what a report says, and nothing asks for a signature."""
    says_it = bool(audit.checklist and audit.conclusion)
    return (
        audit.audit_type is AuditType.INTERNAL and says_it and not is_wished(qms, "signed-report")
    )
