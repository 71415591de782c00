"""SMM410 kpi-without-target."""

from __future__ import annotations

from smmkit.analyses.kpis.periods import years_from
from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.objective import Objective
from smmkit.period_days import within
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM410",
    "kpi-without-target",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 6.2.1; juknis II.A4",
    clause="6.2.1",
)
def kpi_without_target(objective: Objective, qms: Qms) -> Problems:
    """Every KPI has a target for the year that is running.

    Why: without one nobody can say in December whether the year was good.
    """
    year = next(iter(years_from(qms.as_of.year, qms.as_of.year)), None)
    if year is None or not is_live(objective, qms):
        return
    for index, kpi in enumerate(objective.kpis):
        if not any(within(target.period, year) for target in kpi.targets):
            yield problem(
                objective,
                "kpis",
                index,
                "targets",
                message=say("{id} has no target for {year}", id=kpi.id, year=year),
                hint=say("write a target for that year beside those of the years before"),
            )
