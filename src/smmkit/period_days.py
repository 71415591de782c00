"""The days of years, half-years, quarters and months: "2019", "2019-S2", "2019-Q3", "2019-07"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

PERIOD = re.compile(r"([1-9][0-9]{3})(?:-S([12])|-Q([1-4])|-(0[1-9]|1[0-2]))?\Z")

FIRST_YEAR = 1000
"""The first year that is a period."""


@lru_cache(4096)
def months(period: str) -> tuple[int, int]:
    """First and last month of a period, counted from year 0; last is inclusive.

    Raises:
        ValueError: it is no period.
    """
    match = PERIOD.match(period)
    if not match:
        raise ValueError(period)
    year = int(match[1]) * 12
    for part, length in ((match[2], 6), (match[3], 3), (match[4], 1)):
        if part:
            return year + length * (int(part) - 1), year + length * int(part) - 1
    return year, year + 11


def is_period(text: str) -> bool:
    """Whether a text names a period."""
    return bool(PERIOD.match(text))


@lru_cache(4096)
def within(inner: str, outer: str) -> bool:
    """Whether a period lies inside another, or is the same."""
    first, last = months(outer)
    return first <= months(inner)[0] and months(inner)[1] <= last


def first_day(period: str) -> date:
    """The first day of a period."""
    year, month = divmod(months(period)[0], 12)
    return date(year, month + 1, 1)


def year_days(year: int) -> tuple[date, date]:
    """The first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def half_days(year: int, half: int) -> tuple[date, date]:
    """The first and the last day of a half of a year."""
    first, last = year_days(year)
    return (first, date(year, 6, 30)) if half == 1 else (date(year, 7, 1), last)


@lru_cache(4096)
def last_day(period: str) -> date:
    """The last day of a period."""
    year, month = divmod(months(period)[1], 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])
