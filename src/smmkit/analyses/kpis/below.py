"""Which KPIs fell short of their targets in a year."""

from __future__ import annotations

from smmkit.analyses.kpis.kpi import result
from smmkit.documents.objective import Objective
from smmkit.period_days import is_period
from smmkit.qms import Qms


def below_target(qms: Qms, year: str) -> list[str]:
    """The KPIs that were measured in a year and fell short of their targets."""
    found: list[str] = []
    for objective in qms.of(Objective) if is_period(year) else ():
        for kpi in objective.kpis:
            reached = result(qms, objective, kpi, year).achievement
            if reached is not None and reached < 100:
                found.append(kpi.id)
    return found
