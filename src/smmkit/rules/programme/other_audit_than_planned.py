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
    for place in (("planned",), *(("also_planned", n) for n, _ in enumerate(audit.also_planned))):
        name = audit.planned if place == ("planned",) else audit.also_planned[int(place[-1])]
        planned = qms.get(name or "", PlannedAudit)
        if planned is None or planned.audit_type is audit.audit_type:
            continue
        yield problem(
            audit,
            *place,
            message=say(
                "{id} plans an audit of the type {planned}, this is {held}",
                id=planned.id,
                planned=planned.audit_type.label,
                held=audit.audit_type.label,
            ),
            hint=say("name the entry that plans this audit"),
        )
