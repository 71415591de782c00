"""Achievement in percent from actual and target; every formula is data, with its source and version."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from smmkit.analyses.kpis.expressions import FormulaError, Values, formula
from smmkit.analyses.organization.wishes import is_wished
from smmkit.documents.objective import Formula, Kpi
from smmkit.qms import Qms
from smmkit.standards.measures import FormulaData, shipped_measures
from smmkit.words import Words, settled

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Definition:
    """A formula: R is the actual value, T the target, W the worst possible one."""

    data: FormulaData

    @property
    def written(self) -> Words:
        """As it is written in front of a reader."""
        return self.data.written

    @property
    def version(self) -> str:
        """Which form of it this is."""
        return self.data.version

    def sources(self, qms: Qms) -> list[str]:
        """Where it is written down, as far as that holds on the day and is for those who read it."""
        return [
            one.text
            for one in self.data.sources
            if one.is_there(qms.as_of) and is_wished(qms, one.wish or "")
        ]

    def compute(self, actual: Decimal, target: Decimal, worst: Decimal | None) -> Decimal | None:
        """The percentage, uncut; None where what it needs does not hold.

        Raises:
            FormulaError: the data has a text that is none.
        """
        values: Values = {"R": actual, "T": target, "W": worst}
        if not all(formula(need)(values) for need in self.data.needs):
            return None
        for case in self.data.cases:
            if case.when is None or formula(case.when)(values):
                found = formula(case.result)(values)
                return None if found is None else settled(self.converted(settled(Decimal(found))))
        return None

    def converted(self, found: Decimal) -> Decimal:
        """What a result earns, between two points in a straight line; without points, itself."""
        points = sorted((one.at, one.earns) for one in self.data.points)
        if not points:
            return found
        n = bisect_left([at for at, _ in points], found)
        if n in {0, len(points)}:
            return points[max(n - 1, 0)][1]
        (low, at_low), (high, at_high) = points[n - 1], points[n]
        return at_low + (found - low) / (high - low) * (at_high - at_low)


@cache
def shipped_formulas() -> Mapping[str, Definition]:
    """Every formula that comes with smmkit, by its word."""
    return {one.id: Definition(one) for one in shipped_measures().formulas}


def formulas(qms: Qms) -> Mapping[str, Definition]:
    """Every formula by its word; one of the folder goes before the shipped one."""
    own = {one.id: Definition(one) for pack in qms.measures.values() for one in pack.formulas}
    return {**shipped_formulas(), **own}


def formula_of(kpi: Kpi, target: Decimal | None, known: Mapping[str, Definition]) -> Definition:
    """The formula by which a KPI is held against a target: 5, 3 and then 0 need one of their own for 0."""
    usual = known[kpi.formula]
    other = usual.data.at_target_zero if target == 0 and kpi.worst else None
    return known.get(other or "", usual)


def achievement(
    kpi: Kpi, actual: Decimal, target: Decimal, known: Mapping[str, Definition] | None = None
) -> Decimal | None:
    """The achievement in percent, unrounded, cut by the cap if there is one; else None.

    A target of zero has no ratio, but where the KPI says what a value of zero earns; a missing value is
    missing and never comes here.
    """
    definition = formula_of(kpi, target, known or shipped_formulas())
    is_ratio = kpi.formula is Formula.MINIMIZE_RATIO and definition.data.id == kpi.formula
    is_none_of_it = is_ratio and actual == 0
    try:
        found = kpi.at_zero if is_none_of_it else definition.compute(actual, target, kpi.worst)
    except FormulaError:
        return None
    if found is None or kpi.cap is None:
        return found
    return min(max(found, Decimal(0)), kpi.cap)
