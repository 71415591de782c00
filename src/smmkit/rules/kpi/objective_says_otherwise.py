"""SMM450 objective-says-otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.amounts import only_number
from smmkit.documents.objective import Kpi, Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

NUMBER = re.compile(
    r"(?<![\w.,/-])([0-9]{1,9}(?:[.,][0-9]{1,6})?)"
    r"(?= ?(?:%|persen\b|percent\b|hari\b|days?\b|working days\b|jam\b|hours?\b))",
    re.IGNORECASE,
)
"""A number with the unit behind it in which KPIs are measured; years and numbers of papers have none."""


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
    for text in NUMBER.findall(objective.statement):
        said = only_number(text)
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
