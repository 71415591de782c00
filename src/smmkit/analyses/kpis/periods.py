"""Periods beside each other: those within one, how long one is, its name, what to write instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from smmkit.corrections.officials import comparable, data
from smmkit.corrections.spoken_values import day_meant, month_alone, period_meant
from smmkit.documents.objective import Frequency
from smmkit.period_days import FIRST_YEAR, is_period, months
from smmkit.words import Message, say

STEP = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}


def parts(period: str, frequency: Frequency) -> list[str]:
    """The periods of a frequency that lie in a period; none where the frequency is coarser."""
    first, last = months(period)
    step = STEP[frequency]
    return [spelled(m, step) for m in range(-(-first // step) * step, last - step + 2, step)]


def spelled(month: int, step: int) -> str:
    """The period of `step` months that begins in a month counted from year 0."""
    year, index = divmod(month, 12)
    part = {1: f"-{index + 1:02}", 3: f"-Q{index // 3 + 1}", 6: f"-S{index // 6 + 1}", 12: ""}
    return f"{year:04}{part[step]}"


HALVES: Final = (say("half-year 1 {year}"), say("half-year 2 {year}"))
QUARTERS: Final = (say("Q1 {year}"), say("Q2 {year}"), say("Q3 {year}"), say("Q4 {year}"))
MONTHS: Final = (
    *(say("Jan {year}"), say("Feb {year}"), say("Mar {year}"), say("Apr {year}")),
    *(say("May {year}"), say("Jun {year}"), say("Jul {year}"), say("Aug {year}")),
    *(say("Sep {year}"), say("Oct {year}"), say("Nov {year}"), say("Dec {year}")),
)


@lru_cache(4096)
def named(period: str) -> Message | str:
    """A period as a reader calls it, short enough for a column; a year, and what is none, as it stands."""
    if len(period) == len("2019") or not is_period(period):
        return period
    year, month = divmod(months(period)[0], 12)
    step = STEP[frequency_of(period)]
    name = {1: MONTHS, 3: QUARTERS, 6: HALVES}[step][month // step]
    return replace(name, values={"year": str(year)})


@lru_cache(4096)
def frequency_of(period: str) -> Frequency:
    """How long a period is."""
    first, last = months(period)
    return next(one for one, step in STEP.items() if step == last - first + 1)


def years_from(first: int, last: int) -> list[str]:
    """The years from one to another as periods, without those that no period can name."""
    return [str(year) for year in range(max(first, FIRST_YEAR), min(last, date.max.year) + 1)]


EXAMPLE: Final = 2019 * 12 + 6
"""A month of which periods are examples: July 2019."""


def no_period(text: str) -> Message | None:
    """What to do with a line that tells of no period: a sum below the others, a month without its year."""
    if comparable(text) in data()[SUMS]:
        return say("delete the line; smmkit counts sums and averages itself")
    if month := month_alone(text):
        return say("the year is missing; write year and month: {words}", words=f"2019-{month}")
    return None


SUMS: Final = "sums"
"""The list of words for a line that sums the others up."""


def period_hint(text: str, frequency: Frequency) -> Message:
    """What to write instead of a period that is none, or one of another length."""
    meant = text if is_period(text) else period_meant(text)
    example = spelled(EXAMPLE // STEP[frequency] * STEP[frequency], STEP[frequency])
    if meant is None and (day := day_meant(text)):
        meant = f"{day[0]:%Y-%m}"
    if meant is None or not is_period(meant):
        return no_period(text) or say("write it as in {example}", example=example)
    if frequency_of(meant) is frequency:
        return say("write {words}", words=meant)
    step = STEP[frequency]
    return say(
        "write {words}, or `frequency: {frequency}` at the KPI",
        words=spelled(months(meant)[0] // step * step, step),
        frequency=frequency_of(meant).value,
    )
