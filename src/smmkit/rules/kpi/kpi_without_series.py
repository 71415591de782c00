"""SMM403 kpi-without-series."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.kpis.periods import parts
from smmkit.documents.objective import Kpi, Objective
from smmkit.period_days import is_period, last_day
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM403",
    "kpi-without-series",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1",
    clause="9.1.1",
)
def kpi_without_series(objective: Objective, qms: Qms) -> Problems:
    """A KPI names the CSV file of its values, once the first of them can be there."""
    for index, kpi in enumerate(objective.kpis):
        if kpi.series is None and has_begun(kpi, qms.as_of):
            yield problem(
                objective,
                "kpis",
                index,
                "id",
                message=say("{id} has no series of measured values", id=kpi.id),
                hint=say("write `series:` with a CSV file whose columns are period and value"),
            )


def has_begun(kpi: Kpi, day: date) -> bool:
    """Whether the first period that a target is for is over; so it is taken where no target says."""
    firsts = [
        (parts(one.period, kpi.frequency) or [one.period])[0]
        for one in kpi.targets
        if is_period(one.period)
    ]
    return not firsts or last_day(min(firsts)) < day
