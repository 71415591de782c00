"""SMM450 objective-says-otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.amounts import only_number
from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.objective import Kpi, Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

UNIT = r"(?= ?(?:%|persen\b|percent\b|hari\b|days?\b|working days\b|jam\b|hours?\b))"
NUMBER = re.compile(
    rf"(?<![\w.,/-])([0-9]{{1,9}}(?:[.,][0-9]{{1,6}})?{UNIT}|[0-9]{{1,4}},[0-9]{{1,4}}(?![\w.,]*[0-9]))",
    re.IGNORECASE,
)
"""A number with a unit in which KPIs are measured behind it, or with places: no year, no paper."""
BEGAN = re.compile(r"\b(?:dari|semula|from) (?=[0-9])", re.IGNORECASE)
"""What stands before the number at which something began: `turun dari 33 % menjadi 28 %`."""


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
    count, words = any_count(qms), qms.fact(vocabulary).numbers
    in_words = re.compile(rf"\b({count}){UNIT}", re.IGNORECASE)
    titles = " ".join(kpi.title for kpi in objective.kpis)
    named = {Decimal(n) for one in in_words.findall(titles) if (n := count_of(one, words))}
    spoken = [one for one in in_words.findall(objective.statement) if not one.isdecimal()]
    ahead = BEGAN.sub("/", objective.statement)
    for text in [*NUMBER.findall(ahead), *(spoken if named else ())]:
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
