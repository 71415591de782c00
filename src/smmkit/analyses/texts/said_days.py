"""The days that stand among the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from smmkit.corrections.officials import table
from smmkit.corrections.spoken_spans import WITHIN, day_in, days_of
from smmkit.corrections.spoken_values import MONTHS, period_meant

MONTH = re.compile(r"(?<![\w/-])(?<!\d )[^\W\d]{3,9} (?:19|20)[0-9]{2}(?![\w/-])")
"""A month with its year, without a day before it."""


class Said(NamedTuple):
    """A day, or the first of a month, and where it begins and ends in the text."""

    day: date
    begins: int
    ends: int


def days_said(text: str) -> Iterator[Said]:
    """Every day in a text; of a month that is named without one, the first."""
    for found in WITHIN.finditer(text):
        if day := day_in(found):
            yield Said(day, found.start(), found.end())
    for found in MONTH.finditer(text):
        if days := days_of(period_meant(found[0])):
            yield Said(days[0], found.start(), found.end())


def no_days(text: str) -> Iterator[re.Match[str]]:
    """Every place where a day is said with its month that no calendar has: 31 April 2020."""
    for found in WITHIN.finditer(text):
        month = (found[2] or found[7] or "").casefold()
        if month in table(MONTHS) and day_in(found) is None:
            yield found
