"""The values of KPIs: of each the first period that lacks one, so many days after it ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from smmkit.analyses.agenda.due import Due, Matter
from smmkit.analyses.agenda.limits import limit
from smmkit.analyses.live import is_live
from smmkit.analyses.periods import last_day, parts, within
from smmkit.analyses.series import series
from smmkit.documents.objective import Kpi, Objective
from smmkit.qms import Qms
from smmkit.words import say


def measurements(qms: Qms) -> Iterator[Due]:
    """The last day for the next value of each KPI that has a table and a target."""
    days = timedelta(days=limit(qms, "SMM416", "days"))
    for objective in qms.of(Objective):
        if not is_live(objective, qms):
            continue
        for index, kpi in enumerate(objective.kpis):
            period = next_period(qms, kpi) if kpi.series else None
            if period is None or last_day(period) > date.max - days:
                continue
            yield Due(
                Matter.KPI,
                last_day(period) + days,
                kpi.id,
                say("the value of {period}: {title}", period=period, title=kpi.title),
                objective,
                ("kpis", index, "series"),
                key=period,
                owners=tuple(filter(None, (objective.owner,))),
                why=say("{n} days after {period} has ended", n=days.days, period=period),
            )


def next_period(qms: Qms, kpi: Kpi) -> str | None:
    """The earliest period of last year, this year and the next that a target is for, without a value."""
    read = qms.fact(series)[kpi.id]
    seen = {one.period for one in read.observations if last_day(one.period) <= qms.as_of}
    seen |= {*read.excused}
    for year in range(max(qms.as_of.year - 1, 1000), min(qms.as_of.year + 2, 9999)):
        for period in parts(str(year), kpi.frequency):
            if period not in seen and is_meant(kpi, period):
                return period
    return None


def is_meant(kpi: Kpi, period: str) -> bool:
    """Whether a target is for a period, or for the year around it or a part of it."""
    return any(within(period, one.period) or within(one.period, period) for one in kpi.targets)
