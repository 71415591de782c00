"""SMM917 not-whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from smmkit.analyses.kpis.series import series
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.objective import Aggregation, Kpi, Objective
from smmkit.documents.resources import Resources
from smmkit.location import Location, Path
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say

ADDED = frozenset({Aggregation.SUM, Aggregation.LAST})
"""Ways in which a year of whole numbers is whole, too."""


@rule(
    "SMM917",
    "not-whole",
    severity=Severity.WARNING,
    source="own rule",
    clause="9.1.1",
    filled=True,
)
def not_whole(qms: Qms) -> Problems:
    """What is counted in cases, people or papers is a whole number: a target, a value, what there is.

    Why: there is no half complaint. Somebody typed a mean or a share where a count belongs.
    """
    for objective in qms.of(Objective):
        for index, kpi in enumerate(objective.kpis):
            if is_counted(kpi, qms):
                yield from of_kpi(objective, index, kpi, qms)
    for register in qms.of(Resources):
        for n, one in enumerate(register.entries):
            needs_whole = one.needed is None or is_whole(one.needed)
            if one.available is not None and needs_whole and not is_whole(one.available):
                yield problem(
                    register,
                    "entries",
                    n,
                    "available",
                    message=told_as_not_whole(one.id, one.available),
                    hint=say("count them, and write a whole number"),
                )


def of_kpi(objective: Objective, index: int, kpi: Kpi, qms: Qms) -> Problems:
    """The numbers of a KPI that are not whole: told in its file, or in that of its values."""
    for steps, number in written(kpi):
        if not is_whole(number):
            yield problem(
                objective,
                "kpis",
                index,
                *steps,
                message=told_as_not_whole(f"{kpi.id} ({kpi.measured_in})", number),
                hint=say("count them, and write a whole number"),
            )
    read = qms.fact(series)[kpi.id]
    for one in read.observations:
        if not is_whole(one.value):
            yield Problem(
                read.path,
                (),
                told_as_not_whole(f"{kpi.id} ({kpi.measured_in}), {one.period}", one.value),
                say("count them, and write a whole number"),
                objective.id,
                Location(read.path, one.line),
            )


def written(kpi: Kpi) -> Iterator[tuple[Path, Decimal]]:
    """The numbers that stand at a KPI."""
    if kpi.baseline is not None:
        yield ("baseline",), kpi.baseline
    for n, target in enumerate(kpi.targets):
        if target.value is not None:
            yield ("targets", n, "value"), target.value


def is_counted(kpi: Kpi, qms: Qms) -> bool:
    """Whether a KPI counts things of which there are no parts, and a year of it does so, too."""
    unit = kpi.measured_in.casefold().strip()
    return kpi.aggregation in ADDED and unit in qms.fact(vocabulary).whole


def is_whole(number: Decimal) -> bool:
    """Whether a number has no part behind the point."""
    return number == number.to_integral_value()


def told_as_not_whole(what: str, number: Decimal) -> Message:
    """That a number is not whole."""
    return say("{what}: {number} is no count", what=what, number=number)
