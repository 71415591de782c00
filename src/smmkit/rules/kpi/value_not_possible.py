"""SMM434 value-not-possible."""

from __future__ import annotations

from decimal import Decimal

from smmkit.analyses.kpis.rates import is_between, possible
from smmkit.analyses.kpis.series import Series, series
from smmkit.documents.objective import Aggregation, Objective
from smmkit.location import Location
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import rounded, say


@rule(
    "SMM434",
    "value-not-possible",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1",
    clause="9.1.1",
)
def value_not_possible(objective: Objective, qms: Qms) -> Problems:
    """A measured value is one that is possible; a percentage lies between 0 and 100.

    Why: of what there is nobody can do more than all; such a value was typed or counted wrongly.
    """
    for index, kpi in enumerate(objective.kpis):
        bounds = possible(kpi)
        read = qms.fact(series)[kpi.id]
        for one in read.observations:
            if is_between(bounds, one.value):
                continue
            yield Problem(
                read.path,
                (),
                say(
                    "{id} in {period} is {value}, and that is not possible",
                    id=kpi.id,
                    period=one.period,
                    value=one.value if one.written is not None else rounded(one.value),
                ),
                say("correct it; or write at the KPI `lowest:` and `highest:`, what is possible"),
                objective.id,
                Location(read.path, one.line),
            )
        if kpi.aggregation is Aggregation.SUM and bounds[1] is not None:
            yield from too_much(objective, index, read, bounds[1])


def too_much(objective: Objective, index: int, read: Series, high: Decimal) -> Problems:
    """The years of which each value is possible, but not their sum."""
    years: dict[str, list[Decimal]] = {}
    for one in read.observations:
        years.setdefault(one.period[:4], []).append(one.value)
    for year, values in years.items():
        if (total := sum(values, Decimal(0))) > high >= max(values):
            yield problem(
                objective,
                "kpis",
                index,
                "aggregation",
                message=say(
                    "{id}: the values of {year} add up to {total}, and more than {high} is not possible",
                    id=objective.kpis[index].id,
                    year=year,
                    total=total,
                    high=high,
                ),
                hint=say("write `aggregation: last`, `ratio` or `average`, as a year is counted"),
            )
