"""SMM538 counted-otherwise."""

from __future__ import annotations

import re
from functools import cache

from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.direction import PerformanceReport
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM538",
    "counted-otherwise",
    of=PerformanceReport,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.3",
    clause="9.1.3",
    filled=True,
)
def counted_otherwise(report: PerformanceReport, qms: Qms) -> Problems:
    """A report's conclusion counts as many KPIs, and as many that were reached, as stand in it.

    Why: the conclusion is what is read aloud, and the table below it can be counted.
    """
    numbers = qms.fact(vocabulary).numbers
    values = [one.achievement for one in report.achievements]
    reached = sum(value is not None and value >= 100 for value in values)
    for pattern, ours in ((total(*numbers), len(values)), (those(*numbers), reached)):
        found = pattern.search(report.conclusion or "")
        if found and values and number_of(found[1], numbers) != ours:
            yield problem(
                report,
                "conclusion",
                message=say("it says {said}; the report has {n}", said=found[0], n=ours),
                hint=say("count the achievements of the report, and write that number"),
            )


def number_of(word: str, numbers: dict[str, int]) -> int:
    """What a number says, in digits or in a word."""
    return int(word) if word.isdecimal() else numbers[word.casefold()]


@cache
def total(*words: str) -> re.Pattern[str]:
    """How a sentence counts all: "Of eleven indicators"."""
    return re.compile(
        rf"\b(?:dari|of the|of) ({any_of(words)}) (?:indikator|indicators|kpis)\b", re.I
    )


@cache
def those(*words: str) -> re.Pattern[str]:
    """How a sentence counts those that were reached."""
    way = r"(?:indikator )?(?:mencapai|tercapai|memenuhi target|(?:were |was )?reached|met)\b"
    return re.compile(rf"(?<!dari )(?<!of )\b({any_of(words)}) {way}", re.I)


def any_of(words: tuple[str, ...]) -> str:
    """Numbers in words, the longer first, or in digits."""
    return "|".join([*map(re.escape, sorted(words, key=len, reverse=True)), r"[0-9]{1,3}"])
