"""SMM739 nobody-leads-the-audit."""

from __future__ import annotations

from smmkit.analyses.audits import is_told
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM739",
    "nobody-leads-the-audit",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 19011",
    clause="9.2.2",
    filled=True,
)
def nobody_leads_the_audit(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """An audit that is reported names its auditors, one of whom leads.

    Why: one person answers for the report, and for what was decided between the auditors.
    """
    if not is_told(audit):
        return
    leads = [index for index, auditor in enumerate(audit.auditors) if auditor.lead]
    if not audit.auditors:
        yield problem(
            audit,
            "id",
            message=say("{id} names no auditor", id=audit.id),
            hint=say("write `auditors:`, one of them with `lead: true`"),
        )
    elif len(leads) != 1:
        yield problem(
            audit,
            "auditors",
            message=say("{id} has {n} lead auditors", id=audit.id, n=len(leads)),
            hint=say("write `lead: true` with the one who answers for the report"),
        )
