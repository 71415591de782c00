"""The audits that a programme plans and that are still to be held."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.agenda.due import Due, Matter
from smmkit.analyses.agenda.overdue import is_past
from smmkit.analyses.agenda.there import is_there
from smmkit.analyses.audits import done_plans, planned_days
from smmkit.documents.audit import AuditProgramme
from smmkit.qms import Qms


def audits(qms: Qms) -> Iterator[Due]:
    """Each planned audit that no audit says it is, with the time in which it falls."""
    held = qms.fact(done_plans)
    for programme in qms.of(AuditProgramme):
        if is_past(programme, qms) or not is_there(programme, qms):
            continue
        for index, planned in enumerate(programme.entries):
            days = planned_days(planned)
            if days is None or planned.id in held:
                continue
            yield Due(
                Matter.AUDIT,
                days[1],
                planned.id,
                planned.title,
                programme,
                ("entries", index, "until" if planned.until else "period"),
                owners=tuple(planned.units) or tuple(filter(None, (programme.owner,))),
                people=tuple(planned.auditors),
                since=days[0],
            )
