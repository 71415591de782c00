"""SMM538 counted-otherwise."""

from __future__ import annotations

from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.direction import PerformanceReport
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.counts import (
    all_tallied,
    missed_tallied,
    reached_tallied,
    unmeasured_tallied,
)
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
    count, numbers, words = any_count(qms), qms.fact(vocabulary).numbers, qms.fact(vocabulary).tally
    values = [one.achievement for one in report.achievements]
    known = [value for value in values if value is not None]
    reached = sum(value >= 100 for value in known)
    said = (
        (all_tallied(words, count), len(values)),
        (reached_tallied(words, count), reached),
        (missed_tallied(words, count), len(known) - reached),
        (unmeasured_tallied(words, count), len(values) - len(known)),
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
