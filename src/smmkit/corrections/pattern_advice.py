"""What to write instead of a text that has to be written in a certain way: a day, a period."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from smmkit.corrections.spoken_lists import MOST
from smmkit.corrections.spoken_spans import days_of, two_days
from smmkit.corrections.spoken_values import (
    UP_TO,
    is_without_year,
    last_of_month,
    period_meant,
    without_day,
    without_year,
)
from smmkit.model.patterns import DAY, PERIOD, Pattern
from smmkit.words import Message, say


def advice(pattern: Pattern, error: Any) -> Message:
    """What to write instead of the text of an error, where it is known what of it is missing.

    A line can only be deleted where one stands, so not in a dialogue, and where the field is not `required`.
    """
    text, may_go = str(error["input"]), error.get("required") is False
    if len(text) > MOST:
        return pattern.advice
    said = (
        of_period(text) if pattern is PERIOD else of_day(text, may_go) if pattern is DAY else None
    )
    return said or pattern.advice


def span_of(text: str) -> tuple[date, date] | None:
    """The first and the last day of what a text names instead of one day."""
    return two_days(text) or days_of(period_meant(text))


def of_period(text: str) -> Message | None:
    """What to write instead of a period."""
    if part := without_year(text):
        return say("the year is missing: write it before, as in {words}", words=f'"2019-{part}"')
    if years := two_years(text):
        return say(
            "one period is asked for; write one of them, or each as an item of its own: {words}",
            words=[f'"{year}"' for year in years],
        )
    return None


def of_day(text: str, may_go: bool) -> Message | None:
    """What to write instead of a day."""
    if days := two_days(text):
        return say("two days stand here; write one of them: {words}", words=[str(d) for d in days])
    if month := without_day(text):
        return say(
            "the day of the month is missing: write it, too, as in {words}", words=f"{month}-01"
        )
    if last := last_of_month(text):
        return say(
            "that month ended on {day}: write a day up to {words}", day=last, words=str(last)
        )
    if is_without_year(text):
        return say("the year is missing; write year, month and day: 2019-12-31")
    if days := days_of(period_meant(text)):
        return say(
            "one day is asked for: write a day from {first} to {last}",
            first=str(days[0]),
            last=str(days[1]),
        )
    if may_go and not any(map(str.isdigit, text)):
        return say("write year, month and day, 2019-12-31; delete the line while there is no day")
    return None


def two_years(text: str) -> tuple[str, str] | None:
    """Both years of a text that goes from one to another: 2019-2023."""
    found = TWO_YEARS.fullmatch(text.strip())
    return (found[1], found[2]) if found else None


TWO_YEARS: Final = re.compile(rf"(\d{{4}}) ?(?:/|{UP_TO}) ?(\d{{4}})")
