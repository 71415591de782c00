"""The values of KPIs: of each the first period that lacks one, so many days after it ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smmkit.analyses.agenda.due import Due, Matter
from smmkit.analyses.agenda.limits import limit
from smmkit.analyses.kpis.periods import parts, years_from
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import is_meant
from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import moved
from smmkit.documents.objective import Kpi, Objective
from smmkit.period_days import last_day
from smmkit.qms import Qms
from smmkit.words import say


def measurements(qms: Qms) -> Iterator[Due]:
    """The last day for the next value of each KPI that has a table and a target."""
    days = limit(qms, "SMM416", "days")
    for objective in qms.of(Objective):
        if not is_live(objective, qms):
            continue
        for index, kpi in enumerate(objective.kpis):
            period = next_period(qms, kpi) if kpi.series else None
            day = value_by(period, days) if period else None
            if period is None or day is None:
                continue
            yield Due(
                Matter.KPI,
                day,
                kpi.id,
                say("the value of {period}: {title}", period=period, title=kpi.title),
                objective,
                ("kpis", index, "series"),
                key=period,
                owners=tuple(filter(None, (objective.owner,))),
                why=say("{n} days after {period} has ended", n=days, period=period),
            )


def value_by(period: str, days: int) -> date | None:
    """The day by which the value of a period is there; None after the end of the calendar."""
    last = last_day(period)
    return None if (date.max - last).days < days else moved(last, days)


def has_none_yet(qms: Qms, kpi: Kpi) -> bool:
    """Whether a KPI has no table at all, though the day of a value has passed."""
    period = None if kpi.series else next_period(qms, kpi)
    day = value_by(period, limit(qms, "SMM416", "days")) if period else None
    return day is not None and day < qms.as_of


def next_period(qms: Qms, kpi: Kpi) -> str | None:
    """The earliest period of last year, this year and the next that a target is for, without a value."""
    read = qms.fact(series)[kpi.id]
    seen = {one.period for one in read.observations if last_day(one.period) <= qms.as_of}
    seen |= {*read.excused}
    for year in years_from(qms.as_of.year - 1, qms.as_of.year + 1):
        for period in parts(year, kpi.frequency):
            if period not in seen and is_meant(kpi, period):
                return period
    return None
