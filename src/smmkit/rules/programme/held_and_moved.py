"""SMM836 held-and-moved."""

from __future__ import annotations

from smmkit.analyses.audits import is_told, parts_of
from smmkit.documents.audit import Audit, AuditProgramme, PlannedAudit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM836",
    "held-and-moved",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
)
def held_and_moved(programme: AuditProgramme, qms: Qms) -> Problems:
    """What a programme takes over from an earlier one was not held by then.

    Why: an audit that was held and moved at once is counted in both years, and nobody can say which of
    the two is true.
    """
    for index, planned in enumerate(programme.entries):
        for place, moved in enumerate(planned.instead_of):
            entry = qms.get(moved, PlannedAudit)
            if entry and (parts := parts_of(entry, qms)) and _is_whole(entry, parts):
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
