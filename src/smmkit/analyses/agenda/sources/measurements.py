"""The values of KPIs: of each the first period that lacks one, by the day on which it is reported."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.agenda.due import Due, Matter
from smmkit.analyses.kpis.periods import parts, years_from
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import is_meant
from smmkit.analyses.kpis.workdays import days_to_report, is_due, reported_by
from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.objective import Kpi, Objective
from smmkit.period_days import last_day
from smmkit.qms import Qms
from smmkit.words import say


def measurements(qms: Qms) -> Iterator[Due]:
    """The last day for the next value of each KPI that has a table and a target."""
    for objective in qms.of(Objective):
        if not is_live(objective, qms):
            continue
        for index, kpi in enumerate(objective.kpis):
            period = next_period(qms, kpi) if kpi.series else None
            if period is None:
                continue
            yield Due(
                Matter.KPI,
                reported_by(qms, kpi, period),
                kpi.id,
                say("the value of {period}: {title}", period=period, title=kpi.title),
                objective,
                ("kpis", index, "series"),
                key=period,
                owners=tuple(filter(None, (objective.owner,))),
                why=say(
                    "{n} working days after {period} has ended",
                    n=days_to_report(qms, kpi),
                    period=period,
                ),
            )


def has_none_yet(qms: Qms, kpi: Kpi) -> bool:
    """Whether a KPI has no table at all, though the day of a value has passed."""
    period = None if kpi.series else next_period(qms, kpi)
    return period is not None and is_due(qms, kpi, period)


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
