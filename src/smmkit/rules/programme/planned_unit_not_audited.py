"""SMM723 planned-unit-not-audited."""

from __future__ import annotations

from smmkit.documents.audit import Audit, PlannedAudit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM723",
    "planned-unit-not-audited",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
    filled=True,
)
def planned_unit_not_audited(audit: Audit, qms: Qms) -> Problems:
    """An audit looks at every unit and every process for which it was planned.

    Why: the unit that was left out is easily left out again.
    """
    planned = qms.get(audit.planned or "", PlannedAudit)
    if planned is None:
        return
    for name in ("units", "processes"):
        held = getattr(audit, name)
        left = [one for one in getattr(planned, name) if one not in held]
        if not left or not (audit.units or audit.processes):
            continue
        yield problem(
            audit,
            name if held else "planned",
            message=say("{id} plans {units}, too", id=audit.planned, units=left),
            hint=say("plan another audit for what was left out"),
        )
