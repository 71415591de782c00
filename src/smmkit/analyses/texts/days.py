"""The days and months that sentences of people name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from smmkit.analyses.texts.claims import SENTENCE
from smmkit.corrections.officials import table
from smmkit.corrections.spoken_spans import WITHIN
from smmkit.corrections.spoken_values import MONTHS, day_meant
from smmkit.period_days import last_day

MONTH = re.compile(
    r"(?<![\w/-])(?:(?:bulan|month of) )?([^\W\d]{3,9}) ([0-9]{4})(?![\w/-])"
    r"|\b(?:bulan|month of) ([^\W\d]{3,9})\b",
    re.IGNORECASE,
)
"""A month with its year, or said to be one."""


def days_in(text: str) -> Iterator[tuple[int, int, date]]:
    """Every day that a text names, where it begins and ends."""
    for found in WITHIN.finditer(text):
        if meant := day_meant(found[0]):
            yield found.start(), found.end(), meant[0]


def days_by_sentence(text: str) -> Iterator[tuple[str, list[date]]]:
    """The sentences of a text that name a day, and the days."""
    for sentence in SENTENCE.split(" ".join(text.split())):
        if days := [day for _, _, day in days_in(sentence)]:
            yield sentence, days


def last_named(text: str, by: date) -> date | None:
    """The last day of what a text names; a month without a year is the last that has begun `by` a day."""
    said = " ".join(text.split())
    days = [day for _, _, day in days_in(said)]
    for found in MONTH.finditer(said):
        known = table(MONTHS).get((found[1] or found[3]).casefold())
        if known:
            month = int(known[0])
            year = int(found[2]) if found[2] else by.year - (month > by.month)
            days += (
                [last_day(f"{year}-{month:02}")] if date.min.year <= year <= date.max.year else []
            )
    return max(days, default=None)
