"""The time that the heading of a column names."""

from __future__ import annotations

import re

from smmkit.intake.words import comparable, meaning, table
from smmkit.spoken_values import period_meant

YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
QUARTER = re.compile(r"(?:tw|triwulan|trw|triw|q|quarter|kuartal)\s*(iv|iii|ii|i|[1-4])\b")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
MONTH_DAY = re.compile(r"20\d\d-\d\d-\d\d")
"""A month as Excel keeps it: a day of it."""


def period_of(path: tuple[str, ...], year: int) -> str | None:
    """The period that a heading means: a month, a quarter, a year; None where it says none."""
    for text in reversed(path):
        if MONTH_DAY.fullmatch(text.strip()):
            return text.strip()[: len("2026-01")]
        said = comparable(text)
        own = int(found[1]) if (found := YEAR.search(said)) else year
        said = re.sub(r"\b20\d\d\b|\b(bulan|target|realisasi|actual)\b", "", said).strip()
        if quarter := QUARTER.match(said):
            return f"{own}-Q{ROMAN.get(quarter[1]) or int(quarter[1])}"
        if said and (month := meaning(said, "months")):
            return f"{own}-{int(month):02}"
        if found:
            return str(own)
    return None


def is_period(text: str) -> bool:
    """Whether a heading is a month or a quarter, and nothing else."""
    said = comparable(text)
    return (
        said in table("months")
        or MONTH_DAY.fullmatch(text.strip()) is not None
        or len(period_meant(text) or "") > len("2026")
        or QUARTER.fullmatch(said) is not None
    )
