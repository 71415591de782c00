"""SMM720 planned-audit-not-held."""

from __future__ import annotations

from smmkit.analyses.audits import done_plans, planned_days
from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.documents.audit import Audit, AuditProgramme
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM720",
    "planned-audit-not-held",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
    whole=(Audit,),
)
def planned_audit_not_held(programme: AuditProgramme, qms: Qms) -> Problems:
    """An audit that a programme plans is held in its time.

    Why: a programme that is not kept is the first thing that an auditor of 9.2 finds.
    """
    if qms.fact(standings)[programme.id].state in GONE:
        return
    held = qms.fact(done_plans)
    for index, planned in enumerate(programme.entries):
        days = planned_days(planned)
        if days and days[1] < qms.as_of and planned.id not in held:
            yield problem(
                programme,
                "entries",
                index,
                "until" if planned.until else "period",
                message=say(
                    "{id} was to be held by {day}, and no audit says `planned: {id}`",
                    id=planned.id,
                    day=days[1],
                ),
                hint=say(
                    "hold it; held with another audit, name it there: `also_planned: [{id}]`; moved, name it "
                    "at the entry of the next programme: `instead_of: [{id}]`; called off before the "
                    "programme was over, say so here in a new version, with day and reason: `cancelled:`",
                    id=planned.id,
                ),
            )
