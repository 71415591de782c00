"""The days and months that sentences of people name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from smmkit.analyses.texts.claims import SENTENCE
from smmkit.corrections.officials import table
from smmkit.corrections.spoken_spans import WITHIN
from smmkit.corrections.spoken_values import MONTHS, day_meant
from smmkit.period_days import is_period, last_day

MONTH = re.compile(
    r"(?<![\w/-])(?<!\d )(?:(?:bulan|month of) )?([^\W\d]{3,9}) ([0-9]{4})(?![\w/-])"
    r"|\b(?:bulan|month of) ([^\W\d]{3,9})\b",
    re.IGNORECASE,
)
"""A month with its year, or said to be one."""


class Said(NamedTuple):
    """A day that a text names, and where it begins and ends there."""

    day: date
    begins: int
    ends: int


def days_said(text: str) -> Iterator[Said]:
    """Every day that a text names."""
    for found in WITHIN.finditer(text):
        if day := day_named(found):
            yield Said(day, found.start(), found.end())


def day_named(found: re.Match[str]) -> date | None:
    """The day of one such place: 11 March 2025, 11th of March 2025, March 11, 2025, 11.3.2025."""
    day, name, year = (found[n] or found[m] for n, m in ((1, 8), (2, 7), (3, 9)))
    meant = day_meant(found[4] or f"{day} {name} {year}")
    return meant[0] if meant else None


def days_by_sentence(text: str) -> Iterator[tuple[str, list[date]]]:
    """The sentences of a text that name a day, and the days."""
    for sentence in SENTENCE.split(" ".join(text.split())):
        if days := [said.day for said in days_said(sentence)]:
            yield sentence, days


def months_said(text: str) -> Iterator[Said]:
    """Every month that a text names with its year and without a day, as its first day."""
    for found in MONTH.finditer(text):
        if found[2] and (month := month_of(found)) and int(found[2]) >= date.min.year:
            yield Said(date(int(found[2]), month, 1), found.start(), found.end())


def last_named(text: str, by: date) -> date | None:
    """The last day of what a text names; a month without a year is the last that has begun `by` a day."""
    said = " ".join(text.split())
    days = [one.day for one in days_said(said)]
    for found in MONTH.finditer(said):
        if month := month_of(found):
            year = int(found[2]) if found[2] else by.year - (month > by.month)
            period = f"{year}-{month:02}"
            days += [last_day(period)] if is_period(period) else []
    return max(days, default=None)


def month_of(found: re.Match[str]) -> int | None:
    """The number of a month that was found by its name; None where it is another word."""
    known = table(MONTHS).get((found[1] or found[3]).casefold())
    return int(known[0]) if known else None


def no_days(text: str) -> Iterator[re.Match[str]]:
    """Every place where a day is said with its month that no calendar has: 31 April 2020."""
    for found in WITHIN.finditer(text):
        month = (found[2] or found[7] or "").casefold()
        if month in table(MONTHS) and day_named(found) is None:
            yield found
