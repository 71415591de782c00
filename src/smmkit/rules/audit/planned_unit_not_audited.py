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
    """An audit looks at every unit for which it was planned.

    Why: the unit that was left out is easily left out again.
    """
    planned = qms.get(audit.planned or "", PlannedAudit)
    left = [unit for unit in planned.units if unit not in audit.units] if planned else []
    if left and audit.units:
        yield problem(
            audit,
            "units",
            message=say("{id} plans {units}, too", id=audit.planned, units=left),
            hint=say("plan another audit for what was left out"),
        )
