"""SMM836 held-and-moved."""

from __future__ import annotations

from smmkit.analyses.audits import is_told, parts_of, planned_days
from smmkit.documents.audit import Audit, AuditProgramme, PlannedAudit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule(
    "SMM836",
    "held-and-moved",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
)
def held_and_moved(programme: AuditProgramme, qms: Qms) -> Problems:
    """What a programme takes over is an earlier audit of the same type, not held by then, and taken once.

    Why: an audit that was held and moved at once is counted in both years, and nobody can say which of
    the two is true.
    """
    for index, planned in enumerate(programme.entries):
        for place, moved in enumerate(planned.instead_of):
            entry = qms.get(moved, PlannedAudit)
            if entry and (wrong := taken_over_wrongly(planned, entry, programme, qms)):
                yield problem(
                    programme,
                    "entries",
                    index,
                    "instead_of",
                    place,
                    message=wrong,
                    hint=say("name the entry that this audit is held instead of"),
                )
            elif entry and (parts := parts_of(entry, qms)) and _is_whole(entry, parts):
                yield problem(
                    programme,
                    "entries",
                    index,
                    "instead_of",
                    place,
                    message=say(
                        "{id} takes over {planned}, which {audit} says was held on {day}",
                        id=planned.id,
                        planned=moved,
                        audit=parts[-1].id,
                        day=parts[-1].date,
                    ),
                    hint=say(
                        "take {planned} out of `instead_of:` here, or correct `planned:` in {audit}",
                        planned=moved,
                        audit=parts[-1].id,
                    ),
                )


def _is_whole(entry: PlannedAudit, parts: list[Audit]) -> bool:
    """Whether nothing of a planned audit was left for another time: every unit and process was seen."""
    return any(is_told(part) for part in parts) and all(
        {one for part in parts for one in getattr(part, name)}.issuperset(getattr(entry, name))
        for name in ("units", "processes")
    )


def taken_over_wrongly(
    planned: PlannedAudit, entry: PlannedAudit, programme: AuditProgramme, qms: Qms
) -> Message | None:
    """Why a planned audit cannot be held instead of another."""
    if entry.audit_type is not planned.audit_type:
        return say(
            "{id} is an audit of the type {this}, {other} of the type {that}",
            id=planned.id,
            this=planned.audit_type.label,
            other=entry.id,
            that=entry.audit_type.label,
        )
    mine, theirs = planned_days(planned), planned_days(entry)
    if mine and theirs and mine[1] < theirs[0]:
        return say("{id} is planned for a time before {other}", id=planned.id, other=entry.id)
    others = [
        one.id
        for other in qms.of(AuditProgramme)
        for one in other.entries
        if one.audit_type is entry.audit_type
        and entry.id in one.instead_of
        and (other.since, one.id) < (programme.since, planned.id)
    ]
    if others and {*entry.units} <= {*planned.units}:
        return say("{other} takes over {id}, too", other=others[0], id=entry.id)
    return None
