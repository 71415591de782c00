"""SMM720 planned-audit-not-held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smmkit.analyses.audits import done_plans, planned_days
from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.analyses.lifecycle.timeline import editions
from smmkit.documents.audit import Audit, AuditProgramme, PlannedAudit
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
    for planned, last in struck(programme, qms):
        if planned.id not in held:
            yield problem(
                programme,
                "entries",
                message=say(
                    "{id} was to be held by {day}, and was struck from {programme} after that",
                    id=planned.id,
                    day=last,
                    programme=programme.id,
                ),
                hint=say(
                    "bring it back: what was not held stays to be seen; an audit of the next programme in "
                    "its place has an id of its own, and `instead_of: [{id}]`",
                    id=planned.id,
                ),
            )


def struck(programme: AuditProgramme, qms: Qms) -> Iterator[tuple[PlannedAudit, date]]:
    """What approved versions of a programme planned, and a later text leaves out although its time was over;
    each once, with its last day.
    """
    known = {one.id for one in programme.entries}
    changed = qms.as_of
    for edition in editions(qms, programme, qms.as_of):
        text = edition.text.document if edition.text else None
        for planned in text.entries if isinstance(text, AuditProgramme) else ():
            days = planned_days(planned)
            if planned.id not in known and days and days[1] < changed:
                known.add(planned.id)
                yield planned, days[1]
        changed = edition.approval.on
