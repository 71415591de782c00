"""The values of one year, out of a series of many."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from smmkit.analyses.kpis.series import Observation, Series


def of_year(read: Series, year: str) -> tuple[Observation, ...]:
    """The values of a year and its parts, without a look at all others: they stand in the order of time."""
    known = read.observations
    since = bisect_left(known, year, key=year_of)
    return known[since : bisect_right(known, year, since, key=year_of)]


def year_of(observation: Observation) -> str:
    """The year in which the period of a value lies."""
    return observation.period[:4]
