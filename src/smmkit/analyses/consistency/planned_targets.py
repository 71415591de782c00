"""Which KPI a goal of the strategic plan is measured by."""

from __future__ import annotations

from smmkit.documents.direction import Goal
from smmkit.documents.objective import Kpi, Objective
from smmkit.qms import Qms


def measured_by(goal: Goal, qms: Qms) -> Kpi | None:
    """The indicator of a goal among those of its objectives: by its title, else the only one."""
    found = [one for one in (qms.get(name, Objective) for name in goal.objectives) if one]
    kpis = [kpi for objective in found for kpi in objective.kpis]
    asked = goal.indicator.casefold()
    named = [kpi for kpi in kpis if kpi.title.casefold() in asked or asked in kpi.title.casefold()]
    return next(iter(named), kpis[0] if len(kpis) == 1 else None)
