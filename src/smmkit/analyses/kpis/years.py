"""A KPI year by year: what it came to, what it was to reach, and what follows for the end of this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from smmkit.analyses.kpis.formulas import achievement, formulas
from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.rates import possible
from smmkit.analyses.kpis.result import Progress, Result
from smmkit.analyses.kpis.series import Observation, series
from smmkit.analyses.kpis.targets import asked_in, target_of
from smmkit.analyses.kpis.workdays import is_due
from smmkit.documents.objective import Aggregation, Kpi, Objective
from smmkit.qms import Qms
from smmkit.serialized import AsSet
from smmkit.words import ClosedList

FEWEST, BACK = 3, 12
"""From how many values on a line is drawn through them, and how many of the last it is drawn through."""


class Method(ClosedList):
    """How the end of a year is foreseen."""

    RATE = "rate", "as much in each period as so far"
    LEVEL = "level", "the same as so far"
    TREND = "trend", "the line through the last values, drawn on"


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a year will come to if it goes on like this."""

    year: str
    value: Decimal
    method: Method
    target: Decimal | None = None
    achievement: Decimal | None = None

    FOR_PROGRAMS: ClassVar = {
        "year": "year",
        "value": "value",
        "method": "method",
        "target": AsSet("target"),
        "achievement": "achievement",
    }


def years(qms: Qms, objective: Objective, kpi: Kpi, until: str) -> list[Result]:
    """A KPI in each year in which something was measured or asked for, up to one, the latest last."""
    seen = {one.period[:4] for one in qms.fact(series)[kpi.id].observations}
    asked = {one.period[:4] for one in kpi.targets}
    return [result(qms, objective, kpi, year) for year in sorted(seen | asked) if year <= until[:4]]


def forecast(qms: Qms, objective: Objective, kpi: Kpi, year: str) -> Forecast | None:
    """What the running year will come to; None where it is over, or too little is known."""
    now = result(qms, objective, kpi, year)
    known = qms.fact(series)[kpi.id].observations
    asked = [part for part in asked_in(kpi, year) if part not in now.not_measured]
    inside = [one for one in known if one.period in asked]
    left = [part for part in asked if part not in {one.period for one in inside}]
    is_open = left and not is_due(qms, kpi, left[-1])
    if (
        not inside
        or not is_open
        or now.progress is Progress.INCOMPLETE
        or any(o.word for o in inside)
    ):
        return None
    found = foreseen(kpi, now.actual, inside, known, len(left))
    if found is None:
        return None
    value, method = within_reach(kpi, found[0]), found[1]
    aim = target_of(qms, kpi, year)
    reached = (
        None
        if aim.value is None
        else achievement(kpi, value, aim.nearest(value), qms.fact(formulas))
    )
    return Forecast(year, value, method, aim.value, reached)


def foreseen(
    kpi: Kpi,
    actual: Decimal | None,
    inside: Sequence[Observation],
    known: Sequence[Observation],
    left: int,
) -> tuple[Decimal, Method] | None:
    """The value at the end of the year, and how it was found."""
    if kpi.aggregation is Aggregation.SUM and actual is not None:
        return actual / len(inside) * (len(inside) + left), Method.RATE
    if kpi.aggregation is Aggregation.LAST:
        values = [one.value for one in known][-BACK:]
        if len(values) < FEWEST:
            return None
        return drawn_on(values, left), Method.TREND
    return None if actual is None else (actual, Method.LEVEL)


def drawn_on(values: Sequence[Decimal], further: int) -> Decimal:
    """Where the straight line that lies nearest to the values will be so many periods later."""
    count = len(values)
    middle, mean = Decimal(count - 1) / 2, sum(values, Decimal(0)) / count
    spread = sum(((n - middle) ** 2 for n in range(count)), Decimal(0))
    slope = sum(((n - middle) * (v - mean) for n, v in enumerate(values)), Decimal(0)) / spread
    return mean + slope * (count - 1 + further - middle)


def within_reach(kpi: Kpi, value: Decimal) -> Decimal:
    """A value no further than what is possible."""
    low, high = possible(kpi)
    value = value if low is None else max(value, low)
    return value if high is None else min(value, high)
