"""Patterns that find how a sentence says which way a number went, when, and what it came to.

`unit` is the pattern of a unit of measure, `count` that of a whole number in digits or words. What each
finds stands as an example in its first line.
"""

from __future__ import annotations

import re
from functools import cache

from smmkit.standards.vocabulary.counts import NUMBER, made
from smmkit.standards.vocabulary.parts import Counting
from smmkit.standards.vocabulary.patterns import ways_of


@cache
def from_to(words: Counting, number: str = NUMBER) -> re.Pattern[str]:
    """From 25 to 24: both numbers."""
    return made(from_one_to_another(words, number))


@cache
def went_in_years(words: Counting, unit: str) -> re.Pattern[str]:
    """From 24 days in 2023 to 25,88 days: `one` number, `in_year`, the `other` and its `unit`."""
    measured, years = rf"(?: ?{unit}(?!\w))?", ways_of(words.years)
    at = rf"(?: (?:(?:{ways_of(words.then)}|{years}) (?:(?:{years}) )?)[12][0-9]{{3}})?"
    first = rf"\b(?:{ways_of(words.began)}) (?P<one>{NUMBER}){measured}(?P<in_year>{at})"
    return made(
        rf"{first} (?:{ways_of(words.ended)}) (?P<other>{NUMBER})(?P<unit>{measured})(?![\w,])"
    )


@cache
def step_to_step(words: Counting) -> re.Pattern[str]:
    """From B to BB: both steps, which begin with a capital."""
    step = r"([A-Z][A-Za-z+]{0,14})"
    began, ended = ways_of(words.began), ways_of(words.ended)
    return re.compile(rf"\b(?:{began}) {step} (?:{ended}) {step}(?![\w+])")


@cache
def whole_year(words: Counting, called: tuple[str, ...], unit: str) -> re.Pattern[str]:
    """Average of the year 95 %: the `number`, and the `year` that stands before it or `then` behind it."""
    at = rf"(?:(?:{ways_of(words.then)}|{ways_of(words.years)}) ){{0,2}}"
    before, behind = (rf"(?: {at}(?P<{name}>[12][0-9]{{3}})\b)?" for name in ("year", "then"))
    amount = rf"(?: (?:{ways_of(words.amounts)})){{0,2}}"
    return made(rf"\b(?:{ways_of(called)}){amount}{before} (?P<number>{NUMBER})\s?{unit}{behind}")


@cache
def went(words: Counting, called: tuple[str, ...]) -> re.Pattern[str]:
    """Rose from 25 to 24: both numbers; `called` are the words for the way it went."""
    return made(rf"\b(?:{ways_of(called)}) {from_one_to_another(words, NUMBER)}")


@cache
def each_time(called: tuple[str, ...], every: tuple[str, ...]) -> re.Pattern[str]:
    """Rose every month, and nothing else."""
    return made(rf"(?:{ways_of(called)}) (?:{ways_of(every)})\Z")


@cache
def end_in_period(words: Counting, called: tuple[str, ...]) -> re.Pattern[str]:
    """Lowest in quarter 2: the period."""
    return made(rf"\b(?:{ways_of(called)}) {in_period(words)}")


@cache
def in_a_period(words: Counting, count: str, unit: str) -> re.Pattern[str]:
    """24 % in March: the number, the period."""
    return made(rf"\b({NUMBER}|{count})\s?{unit} {in_period(words)}")


def from_one_to_another(words: Counting, number: str) -> str:
    """Two numbers, of which one became the other."""
    began, ended = ways_of(words.began), ways_of(words.ended)
    return rf"\b(?:{began}) ({number}) (?:{ended}) ({number})(?!\w)"


def in_period(words: Counting) -> str:
    """A quarter or a month in which something was so."""
    quarter = rf"(?:{ways_of(words.quarters)}) (?:[IV]{{1,3}}|[1-4])"
    return rf"(?:{ways_of(words.then)}) ({quarter}|[A-Z][a-z]{{2,9}})\b"
