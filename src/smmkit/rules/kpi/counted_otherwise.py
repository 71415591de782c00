"""SMM538 counted-otherwise."""

from __future__ import annotations

import re

from smmkit.analyses.texts.spoken_counts import any_count, count_of
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
    count, numbers = any_count(qms), qms.fact(vocabulary).numbers
    values = [one.achievement for one in report.achievements]
    known = [value for value in values if value is not None]
    reached = sum(value >= 100 for value in known)
    said = (
        (total(count), len(values)),
        (those(count), reached),
        (missed(count), len(known) - reached),
        (unmeasured(count), len(values) - len(known)),
    )
    for pattern, ours in said:
        found = pattern.search(report.conclusion or "")
        if found and values and count_of(found[1], numbers) != ours:
            yield problem(
                report,
                "conclusion",
                message=say("it says {said}; the report has {n}", said=found[0], n=ours),
                hint=say("count the achievements of the report, and write that number"),
            )


def total(count: str) -> re.Pattern[str]:
    """How a sentence counts all: "Of eleven indicators"."""
    return re.compile(rf"\b(?:dari|of the|of) ({count}) (?:indikator|indicators|kpis)\b", re.I)


def those(count: str) -> re.Pattern[str]:
    """How a sentence counts those that were reached."""
    way = r"(?:indikator )?(?:mencapai|tercapai|memenuhi target|(?:were |was )?reached|met)\b"
    return re.compile(rf"(?<!dari )(?<!of )\b({count}) {way}", re.I)


def missed(count: str) -> re.Pattern[str]:
    """How a sentence counts those that were not reached: "five did not", "lima tidak,"."""
    way = r"(?:mencapai|tercapai|memenuhi) ?(?:target)?"
    ends = r"(?=\s*(?:[,.;]|dan\b|and\b|\Z))"
    no = rf"(?:(?:indikator )?(?:tidak|belum)(?: {way})?|(?:were |was |did )not(?: reached)?)"
    return re.compile(rf"(?<!dari )(?<!of )\b({count}) {no}{ends}", re.I)


def unmeasured(count: str) -> re.Pattern[str]:
    """How a sentence counts those that could not be judged."""
    way = r"(?:indikator )?(?:tidak|belum) (?:dapat|bisa) (?:dinilai|diukur|dihitung)\b"
    english = r"(?:could|can) not be (?:judged|measured|counted)\b"
    return re.compile(rf"(?<!dari )(?<!of )\b({count}) (?:{way}|{english})", re.I)
