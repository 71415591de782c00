"""What a KPI is to reach in a period: its target, and how many values make one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from smmkit.analyses.kpis.periods import frequency_of, parts, years_from
from smmkit.analyses.kpis.scales import scale_of
from smmkit.documents.objective import Aggregation, Kpi, Target
from smmkit.period_days import last_day, months, within
from smmkit.qms import Qms

LATE: Final = 3
"""So many months after the end of its period a value may always still come."""


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


def target_up_to(qms: Qms, kpi: Kpi, period: str, last: str) -> Aim | None:
    """The target of the part of a period that ends with a part of it; None where none is set for it."""
    first, end = begins(kpi, period), months(last)[1]
    inside = [
        one for one in kpi.targets if within(one.period, period) and months(one.period)[1] <= end
    ]
    inside.sort(key=lambda target: months(target.period))
    spans = [months(one.period) for one in inside]
    is_whole = bool(spans) and spans[0][0] == first and spans[-1][1] == end
    if not is_whole or any(one[1] + 1 != two[0] for one, two in pairwise(spans)):
        return None
    return together(qms, kpi, inside)


def contradicted(kpi: Kpi) -> Iterator[tuple[int, Target, Decimal]]:
    """The targets, by their places, that those of their parts contradict, and what these come to.

    Rates of parts say nothing of the rate of the whole as long as it lies among them.
    """
    for n, whole in enumerate(kpi.targets):
        if whole.value is None or whole.up_to is not None:
            continue
        inside = [
            one
            for one in kpi.targets
            if one.period != whole.period and within(one.period, whole.period)
        ]
        for length in {frequency_of(one.period) for one in inside}:
            parts = [one for one in inside if frequency_of(one.period) is length]
            parts.sort(key=lambda one: months(one.period))
            values = [one.value for one in parts if one.value is not None and one.up_to is None]
            if len(values) < len(parts) or not covers(parts, whole.period):
                continue
            sum_ = aggregated(kpi.aggregation, values)
            is_rate = kpi.aggregation in {Aggregation.RATIO, Aggregation.AVERAGE}
            among = is_rate and min(values) <= whole.value <= max(values)
            if sum_ is not None and sum_ != whole.value and not among:
                yield n, whole, sum_


def together(qms: Qms, kpi: Kpi, inside: list[Target]) -> Aim:
    """The targets of the parts of a period, in order of time, as one."""
    known = [value for one in inside if (value := number(qms, kpi, one)) is not None]
    tops = [top(qms, kpi, target) for target in inside if target.value is not None]
    has_range = any(target.up_to is not None for target in inside)
    highest = aggregated(kpi.aggregation, tops) if has_range else None
    return Aim(aggregated(kpi.aggregation, known), inside[-1].word, highest)


def target_of(qms: Qms, kpi: Kpi, period: str) -> Aim:
    """The target of a period: its own; else that of its parts together, where they reach its end; else
    that of the period around it, unless values are added up: of these only a zero holds for each part.
    """
    own = next((target for target in kpi.targets if target.period == period), None)
    if own:
        return Aim(number(qms, kpi, own), own.word, own.up_to)
    inside = [target for target in kpi.targets if within(target.period, period)]
    if covers(inside, period) or begins(kpi, period) > months(period)[0]:
        return together(qms, kpi, sorted(inside, key=lambda target: months(target.period)))
    around = (target for target in kpi.targets if within(period, target.period))
    if kpi.aggregation is Aggregation.SUM:
        around = (target for target in around if target.value == 0 and target.up_to is None)
    chosen = next(around, None)
    return Aim(number(qms, kpi, chosen), chosen.word, chosen.up_to) if chosen else Aim()


def top(qms: Qms, kpi: Kpi, target: Target) -> Decimal:
    """The upper end of a target: of a range its own, else the number itself."""
    found = target.up_to if target.up_to is not None else number(qms, kpi, target)
    return found if found is not None else Decimal(0)


def covers(targets: list[Target], period: str) -> bool:
    """Whether targets of parts of a period make the whole, none twice: two quarters are no year."""
    return span_of(targets) == months(period)


def span_of(targets: list[Target]) -> tuple[int, int] | None:
    """The first and the last month of targets that follow each other; None where they do not."""
    spans = sorted(months(target.period) for target in targets)
    if not spans or any(one[1] + 1 != two[0] for one, two in pairwise(spans)):
        return None
    return spans[0][0], spans[-1][1]


def begins(kpi: Kpi, period: str) -> int:
    """The month with which a KPI begins in a period: of one that targets are for only from its middle to
    its end, as of a KPI that is made in July, the first of these; else that of the period.
    """
    first, last = months(period)
    if any(within(period, target.period) for target in kpi.targets):
        return first
    span = span_of([target for target in kpi.targets if within(target.period, period)])
    return span[0] if span and span[1] == last else first


def asked_in(kpi: Kpi, period: str) -> list[str]:
    """The periods that make up a period, of which a KPI is asked its values, from where it begins."""
    start = begins(kpi, period)
    return [part for part in parts(period, kpi.frequency) if months(part)[1] >= start]


def number(qms: Qms, kpi: Kpi, target: Target) -> Decimal | None:
    """A target as a number, also where it is a word."""
    if target.word is None:
        return target.value
    scale = scale_of(qms, kpi.words)
    return next((w.value for w in scale.words if w.word == target.word), None) if scale else None


def aggregated(how: Aggregation, values: list[Decimal]) -> Decimal | None:
    """Many values as one; none as None. Of rates without what they are shares of, the mean."""
    if not values:
        return None
    if how is Aggregation.LAST:
        return values[-1]
    total = sum(values, Decimal(0))
    return total if how is Aggregation.SUM else total / len(values)


def last_due(kpi: Kpi, until: date) -> str | None:
    """The last period that was over before a day, of those that the targets of a KPI are for."""
    years = years_from(until.year - 1, until.year)
    asked = [part for year in years for part in parts(year, kpi.frequency)]
    over = [part for part in asked if last_day(part) < until and is_meant(kpi, part)]
    return over[-1] if over else None


def is_meant(kpi: Kpi, period: str) -> bool:
    """Whether a target is for a period, or for the year around it or a part of it."""
    return any(within(period, one.period) or within(one.period, period) for one in kpi.targets)
