"""Values that run on through a year where each stands for itself, and single ones where the last counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from smmkit.analyses.kpis.periods import parts
from smmkit.analyses.kpis.rates import is_between, possible
from smmkit.analyses.kpis.series import Observation
from smmkit.analyses.kpis.size import alike
from smmkit.analyses.kpis.targets import aggregated, target_of
from smmkit.documents.objective import Aggregation, Formula, Kpi
from smmkit.qms import Qms

GROWN: Final = Decimal("2.5")
"""What runs on through a year is at its end at least so many times what it was at the beginning."""

FEWEST: Final = 4
"""From so many periods of a year on it shows."""


class Taken(NamedTuple):
    """A year whose values are not what `aggregation` takes them for."""

    year: str
    runs_on: bool
    """Whether they run on; else each stands for itself."""
    counted: Decimal
    """What the year comes to by `aggregation`."""
    meant: Decimal
    """What it comes to as the values are."""


def taken_otherwise(qms: Qms, kpi: Kpi, known: Sequence[Observation]) -> Iterator[Taken]:
    """The years whose values `aggregation` takes for what they are not.

    The target of a year, as far as it has gone, says which of the two is meant; of a pooled rate
    that both its parts run on.
    """
    if kpi.formula not in {Formula.MAXIMIZE, Formula.MINIMIZE}:
        return
    for year, group in groupby(known, key=lambda one: one.period[:4]):
        inside, asked = list(group), parts(year, kpi.frequency)
        if len(inside) < FEWEST or [one.period for one in inside] != asked[: len(inside)]:
            continue
        if kpi.aggregation is Aggregation.RATIO:
            above, below = [one.numerator for one in inside], [one.denominator for one in inside]
            if run_on(above) and run_on(below) and above[-1] and below[-1]:
                whole = sum((part for part in below if part), Decimal(0))
                yield Taken(year, True, whole, below[-1])
            continue
        aim = target_of(qms, kpi, year).value
        if aim is not None:
            due = aim * len(inside) / len(asked)
            if found := against(kpi, year, [one.value for one in inside], (due, aim)):
                yield found


def against(
    kpi: Kpi, year: str, values: list[Decimal], aims: tuple[Decimal, Decimal]
) -> Taken | None:
    """What the values of a year are, held against its target so far and that of the whole year."""
    counted, (due, aim) = aggregated(kpi.aggregation, values), aims
    whole, last = sum(values, Decimal(0)), values[-1]
    if counted is None or min(values) < 0:
        return None
    if kpi.aggregation is not Aggregation.LAST and run_on(values):
        goal = due if kpi.aggregation is Aggregation.SUM else aim
        is_nearer = apart(last, goal) < apart(counted, goal) and not alike(counted, goal)
        is_told = kpi.aggregation is Aggregation.SUM and not is_between(possible(kpi), whole)
        return Taken(year, True, counted, last) if is_nearer and not is_told else None
    is_single = kpi.aggregation in {Aggregation.LAST, Aggregation.AVERAGE}
    if is_single and kpi.formula is Formula.MAXIMIZE and max(values) <= aim / 2:
        has_fallen = any(one > two for one, two in pairwise(values))
        if has_fallen and alike(whole, due) and is_between(possible(kpi), whole):
            return Taken(year, False, counted, whole)
    return None


def apart(one: Decimal, other: Decimal) -> Decimal:
    """How many times as much as the other the greater of two numbers is."""
    return max(one, other) / min(one, other) if min(one, other) > 0 else Decimal("Infinity")


def run_on(values: Sequence[Decimal | None]) -> bool:
    """Whether each value is no less than the one before, and the last much more than the first."""
    known = [value for value in values if value is not None]
    return (
        len(known) == len(values) > 0
        and all(one <= two for one, two in pairwise(known))
        and known[-1] >= GROWN * known[0] > 0
    )
