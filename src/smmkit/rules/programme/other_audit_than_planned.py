"""SMM722 other-audit-than-planned."""

from __future__ import annotations

from smmkit.documents.audit import Audit, PlannedAudit
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM722", "other-audit-than-planned", of=Audit, source="ISO 9001, 9.2.2 a", clause="9.2.2")
def other_audit_than_planned(audit: Audit, qms: Qms) -> Problems:
    """An audit is of the type of the entry by which it was planned.

    Why: a surveillance audit does not do the work of the internal one that was planned, or the reverse.
    """
    planned = qms.get(audit.planned or "", PlannedAudit)
    if planned and planned.audit_type is not audit.audit_type:
        yield problem(
            audit,
            "planned",
            message=say(
                "{id} plans an audit of the type {planned}, this is {held}",
                id=planned.id,
                planned=planned.audit_type.label,
                held=audit.audit_type.label,
            ),
            hint=say("name the entry that plans this audit"),
        )
