"""What the forms share: days, ids of others, clauses. All people, titles and links are invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from bench.prose import Prose

TODAY = date(2026, 3, 2)
"""The day on which the folder is judged."""

HEAD = "Kepala Dinas"
UNITS = 12
CLAUSES = ("4.4.1", "5.3", "6.1.2", "6.2.1", "7.2", "7.5.3.2", "8.5.1", "8.6", "9.1.3", "10.2.1")
NAMES = ("Sari", "Wira", "Laras", "Bimo", "Tika", "Rangga", "Ayu", "Danu", "Mega", "Yoga")

Values = dict[str, Any]
Form = Callable[[int, Prose, Mapping[str, int]], Values]
"""Number, words, and how many there are of each prefix: the values that this kind has on top."""


def name(prefix: str, number: int, counts: Mapping[str, int]) -> str:
    """The id of another document: the numbers go round."""
    return f"{prefix}-{number % counts[prefix] + 1:05}"


def unit(number: int) -> str:
    """The id of a unit."""
    return f"unit-{number % UNITS + 1:02}"


def person(number: int) -> str:
    """The id of a person; each belongs to the unit of the same number."""
    return f"orang-{number % UNITS + 1:02}"


def day(number: int) -> date:
    """A day in the two years before the day of judgement."""
    return TODAY - timedelta(days=30 + number * 7 % 700)
