"""SMM403 kpi-without-series."""

from __future__ import annotations

from smmkit.documents.objective import Objective
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
def kpi_without_series(objective: Objective, qms: Qms) -> Problems:  # noqa: ARG001
    """A KPI names the CSV file of its values."""
    for index, kpi in enumerate(objective.kpis):
        if kpi.series is None:
            yield problem(
                objective,
                "kpis",
                index,
                "id",
                message=say("{id} has no series of measured values", id=kpi.id),
                hint=say("write `series:` with a CSV file whose columns are period and value"),
            )
