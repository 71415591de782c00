"""SMM450 objective-says-otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.amounts import only_number
from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.objective import Kpi, Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.counts import (
    measured_count,
    measured_number,
    where_it_began,
)
from smmkit.words import say

UNITS = ("percent", "working day", "calendar day", "day", "hour")
"""The measures beside which a number in a sentence is that of a KPI."""


@rule(
    "SMM450",
    "objective-says-otherwise",
    of=Objective,
    severity=Severity.WARNING,
    source="juknis II.A4 (SMART); ISO 9001, 6.2.1",
    clause="6.2.1",
    filled=True,
)
def objective_says_otherwise(objective: Objective, qms: Qms) -> Problems:
    """The numbers in the sentence of an objective are those of its KPIs.

    Why: the sentence hangs on the wall, the target is what is counted; where they differ, both are doubted.
    """
    if is_gone(objective, qms):
        return
    known = {number for kpi in objective.kpis for number in numbers_of(kpi)}
    held, words = qms.fact(vocabulary), qms.fact(vocabulary).numbers
    units = tuple(chain(*(held.measures.get(name, ()) for name in UNITS)))
    in_words = measured_count(any_count(qms), units)
    titles = " ".join(kpi.title for kpi in objective.kpis)
    named = {Decimal(n) for one in in_words.findall(titles) if (n := count_of(one, words))}
    spoken = [one for one in in_words.findall(objective.statement) if not one.isdecimal()]
    ahead = where_it_began(held.counting).sub("/", objective.statement)
    for text in [*measured_number(units).findall(ahead), *(spoken if named else ())]:
        said = only_number(text)
        if said is None and (meant := count_of(text, words)) is not None:
            said = Decimal(meant)
        if said in named:
            continue
        if known and said is not None and said not in known and 100 - said not in known:
            yield problem(
                objective,
                "statement",
                message=say(
                    "{id} says {said}, and no KPI of it has that as a target",
                    id=objective.id,
                    said=text,
                ),
                hint=say(
                    "write the same number in both: the targets are {numbers}",
                    numbers=sorted(known),
                ),
            )


def numbers_of(kpi: Kpi) -> Iterator[Decimal]:
    """The targets of a KPI, the ends of those that are ranges, where it began, its highest value."""
    for one in kpi.targets:
        yield from (number for number in (one.value, one.up_to) if number is not None)
    yield from (number for number in (kpi.baseline, kpi.highest) if number is not None)
