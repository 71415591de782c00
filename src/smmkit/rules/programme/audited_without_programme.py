"""SMM794 audited-without-programme."""

from __future__ import annotations

from smmkit.analyses.audits import is_told
from smmkit.documents.audit import Audit, AuditProgramme, PlannedAudit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM794",
    "audited-without-programme",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
    filled=True,
)
def audited_without_programme(audit: Audit, qms: Qms) -> Problems:
    """A programme is approved before its audits are held.

    Why: what is approved afterwards was no plan.
    """
    planned = qms.get(audit.planned or "", PlannedAudit)
    home = qms.homes[planned.id][0] if planned else None
    if (
        isinstance(home, AuditProgramme)
        and is_told(audit)
        and not any(a.on <= audit.date for a in home.approvals)
    ):
        yield problem(
            audit,
            "planned",
            message=say(
                "{programme} was not approved by {day}, when {id} was held",
                programme=home.id,
                day=audit.date,
                id=audit.id,
            ),
            hint=say("approve the programme at the beginning of its time"),
        )
