"""The days of years, quarters and months that are written as "2019", "2019-Q3", "2019-07"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

PERIOD = re.compile(r"([1-9][0-9]{3})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?\Z")

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
    if match[2]:
        return year + 3 * int(match[2]) - 3, year + 3 * int(match[2]) - 1
    if match[3]:
        return year + int(match[3]) - 1, year + int(match[3]) - 1
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
