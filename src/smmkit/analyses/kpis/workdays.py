"""Working days, and when the value of a period is due."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from smmkit.documents.objective import Kpi
from smmkit.documents.settings import Reporting
from smmkit.period_days import last_day
from smmkit.qms import Qms

SATURDAY = 5
DEFAULT = Reporting()


@lru_cache(4096)
def working_days_after(day: date, days: int, holidays: frozenset[date] = frozenset()) -> date:
    """The day on which so many working days have passed since a day; the last day there is, beyond."""
    while days > 0 and day < date.max:
        day += timedelta(1)
        days -= day.weekday() < SATURDAY and day not in holidays
    return day


def working_days_between(start: date, end: date, holidays: frozenset[date] = frozenset()) -> int:
    """How many working days lie after the first day, up to the last; none where that is before it."""
    weeks, rest = divmod(max((end - start).days, 0), 7)
    extra = sum((start + timedelta(n)).weekday() < SATURDAY for n in range(1, rest + 1))
    free = sum(start < day <= end and day.weekday() < SATURDAY for day in holidays)
    return weeks * 5 + extra - free


def reporting(qms: Qms) -> tuple[int, frozenset[date]]:
    """How many working days an agency takes to report, and its holidays."""
    said = (qms.settings.reporting if qms.settings else None) or DEFAULT
    return said.days, frozenset(said.holidays)


def days_to_report(qms: Qms, kpi: Kpi) -> int:
    """How many working days it takes to report a value of a KPI: its own, else those of the agency."""
    return qms.fact(reporting)[0] if kpi.reporting_days is None else kpi.reporting_days


def reported_by(qms: Qms, kpi: Kpi, period: str) -> date:
    """The last day on which the value of a period is in time.

    Why not the last of the period: on the last day of a month nobody can have counted that month.
    """
    return working_days_after(last_day(period), days_to_report(qms, kpi), qms.fact(reporting)[1])


def is_due(qms: Qms, kpi: Kpi, period: str) -> bool:
    """Whether the value of a period should be there: the period, and the time to report it, are over."""
    return reported_by(qms, kpi, period) < qms.as_of
