"""A control chart of single values (I-MR), and what in it is no chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from smmkit.analyses.kpis.rates import Bounds, possible
from smmkit.analyses.kpis.series import series
from smmkit.documents.objective import Kpi
from smmkit.qms import Qms
from smmkit.standards.measures import Sign, SpecialCause, shipped_measures
from smmkit.words import Words

FEWEST = 8
"""From how many values on limits say something."""
D2 = Decimal("1.128")
"""What the mean moving range of two is divided by to estimate a standard deviation."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A special cause, and the periods that show it."""

    cause: str
    meaning: Words
    periods: tuple[str, ...]

    FOR_PROGRAMS: ClassVar = {"cause": "cause", "meaning": "meaning", "periods": "periods"}


@dataclass(frozen=True, slots=True)
class ControlChart:
    """The limits of chance, counted from the values themselves."""

    periods: tuple[str, ...]
    values: tuple[Decimal, ...]
    centre: Decimal
    sigma: Decimal
    signals: tuple[Signal, ...]
    possible: Bounds = (None, None)
    """The lowest and the highest value there can be: no limit of chance lies beyond."""

    FOR_PROGRAMS: ClassVar = {
        "centre": "centre",
        "lower": "lower",
        "upper": "upper",
        "signals": "signals",
    }

    @property
    def lower(self) -> Decimal:
        """Three standard deviations below the centre, as far as a value can fall."""
        limit, end = self.centre - 3 * self.sigma, self.possible[0]
        return limit if end is None else max(limit, end)

    @property
    def upper(self) -> Decimal:
        """Three standard deviations above the centre, as far as a value can rise."""
        limit, end = self.centre + 3 * self.sigma, self.possible[1]
        return limit if end is None else min(limit, end)


def control_chart(qms: Qms, kpi: Kpi, until: str = "9999") -> ControlChart | None:
    """The chart of a KPI; None where it has too few values, or is measured in words."""
    seen = [one for one in qms.fact(series)[kpi.id].observations if one.period[:4] <= until[:4]]
    if len(seen) < FEWEST or any(one.word for one in seen):
        return None
    causes = {one.id: one for one in shipped_measures().special_causes}
    causes |= {one.id: one for pack in qms.measures.values() for one in pack.special_causes}
    found = charted([one.period for one in seen], [one.value for one in seen], [*causes.values()])
    return replace(found, possible=possible(kpi))


def charted(
    periods: Sequence[str], values: Sequence[Decimal], causes: Sequence[SpecialCause]
) -> ControlChart:
    """The chart of these values, of which there are two at least."""
    centre = sum(values, Decimal(0)) / len(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    sigma = sum(ranges, Decimal(0)) / len(ranges) / D2
    signals = []
    for cause in causes if sigma else ():
        marks = [(value - centre) / sigma for value in values]
        hit = [n for n in range(len(values)) if cause.used and shows(cause, marks, n)]
        if hit:
            named = tuple(periods[n] for n in hit)
            signals.append(Signal(cause.id, cause.meaning, named))
    return ControlChart(tuple(periods), tuple(values), centre, sigma, tuple(signals))


def shows(cause: SpecialCause, marks: Sequence[Decimal], last: int) -> bool:
    """Whether a special cause is complete with the point at this place."""
    if last + 1 < cause.points:
        return False
    window = marks[last + 1 - cause.points : last + 1]
    sigma = cause.sigma
    match cause.sign:
        case Sign.BEYOND:
            sides = (sum(m > sigma for m in window), sum(m < -sigma for m in window))
            own = window[-1] > sigma if sides[0] >= cause.least else window[-1] < -sigma
            return max(sides) >= cause.least and own
        case Sign.TREND:
            steps = [after - before for before, after in pairwise(window)]
            return all(step > 0 for step in steps) or all(step < 0 for step in steps)
        case Sign.ALTERNATING:
            steps = [after - before for before, after in pairwise(window)]
            return all(one * two < 0 for one, two in pairwise(steps))
        case Sign.WITHIN:
            return all(abs(m) < sigma for m in window)
        case Sign.OUTSIDE:
            return {(m > sigma) - (m < -sigma) for m in window} == {1, -1}
