"""What a KPI is to reach in a period: its target, and how many values make one."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from smmkit.analyses.periods import months, within
from smmkit.documents.objective import Aggregation, Kpi, Target
from smmkit.documents.settings import Scale
from smmkit.qms import Qms


class Aim(NamedTuple):
    """What is to be reached: a number, a range from one to another, or a word that counts a number."""

    value: Decimal | None = None
    word: str | None = None
    up_to: Decimal | None = None
    """The upper end of a range; anything in it is on target."""

    def nearest(self, actual: Decimal) -> Decimal:
        """What a value is measured by: the target, or the nearest value of its range."""
        low = self.value or Decimal(0)
        return low if self.up_to is None else min(max(actual, low), self.up_to)


def target_of(qms: Qms, kpi: Kpi, period: str) -> Aim:
    """The target of a period: its own; else that of its parts together; else that of the period
    around it, unless values are added up: of these only a zero holds for each part.
    """
    own = [target for target in kpi.targets if target.period == period]
    inside = [target for target in kpi.targets if within(target.period, period)]
    around = [target for target in kpi.targets if within(period, target.period)]
    if not own and covers(inside, period):
        inside.sort(key=lambda target: months(target.period))
        values = [number(qms, kpi, target) for target in inside]
        known = [value for value in values if value is not None]
        tops = [top(qms, kpi, target) for target in inside if target.value is not None]
        has_range = any(target.up_to is not None for target in inside)
        highest = aggregated(kpi.aggregation, tops) if has_range else None
        return Aim(aggregated(kpi.aggregation, known), inside[-1].word, highest)
    if kpi.aggregation is Aggregation.SUM:
        around = [target for target in around if target.value == 0 and target.up_to is None]
    chosen = own or around
    if not chosen:
        return Aim()
    return Aim(number(qms, kpi, chosen[0]), chosen[0].word, chosen[0].up_to)


def top(qms: Qms, kpi: Kpi, target: Target) -> Decimal:
    """The upper end of a target: of a range its own, else the number itself."""
    found = target.up_to if target.up_to is not None else number(qms, kpi, target)
    return found if found is not None else Decimal(0)


def covers(targets: list[Target], period: str) -> bool:
    """Whether targets of parts of a period make the whole, none twice: two quarters are no year."""
    spans = sorted(months(target.period) for target in targets)
    first, last = months(period)
    return (
        bool(spans)
        and spans[0][0] == first
        and spans[-1][1] == last
        and all(one[1] + 1 == two[0] for one, two in pairwise(spans))
    )


def number(qms: Qms, kpi: Kpi, target: Target) -> Decimal | None:
    """A target as a number, also where it is a word."""
    if target.word is None:
        return target.value
    scale = qms.get(kpi.words or "", Scale)
    return next((w.value for w in scale.words if w.word == target.word), None) if scale else None


def aggregated(how: Aggregation, values: list[Decimal]) -> Decimal | None:
    """Many values as one; none as None."""
    if not values:
        return None
    if how is Aggregation.LAST:
        return values[-1]
    total = sum(values, Decimal(0))
    return total if how is Aggregation.SUM else total / len(values)
