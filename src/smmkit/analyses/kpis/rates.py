"""Shares of a whole: what a rate is counted in, and how far its printed value may lie beside it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from smmkit.cells import Cells
from smmkit.corrections.officials import data
from smmkit.documents.objective import Formula, Kpi
from smmkit.words.numbers import Beside, beside

Bounds: TypeAlias = tuple[Decimal | None, Decimal | None]
"""The lowest and the highest value; None where there is no end."""

HUNDRED, THOUSAND = Decimal(100), Decimal(1000)
PER = re.compile(r"\b(?:per|tiap)\s+(1[.,]?0{2,3}(?:[.,]?0{3})*)\b")


@cache
def percent() -> frozenset[str]:
    """The units of measure that are hundredths of a whole."""
    return frozenset(data()["percent"])


@cache
def permille() -> frozenset[str]:
    """The units of measure that are thousandths of a whole."""
    return frozenset(data()["permille"])


def is_share(kpi: Kpi) -> bool:
    """Whether a KPI is a share of a whole; what may fall below zero is a change, not a share."""
    unit = kpi.measured_in.strip().casefold()
    return unit in percent() and kpi.formula is not Formula.MAXIMIZE_NEGATIVE


def factor_of(kpi: Kpi) -> Decimal:
    """By what numerator over denominator is multiplied: 100 for percent, 1000 "per 1.000", else 1."""
    unit = kpi.measured_in.strip().casefold()
    if unit in percent():
        return HUNDRED
    if unit in permille():
        return THOUSAND
    found = PER.search(unit)
    return Decimal(re.sub("[.,]", "", found[1])) if found else Decimal(1)


def agrees(written: Decimal, counted: Decimal) -> bool:
    """Whether a written value is the counted one, rounded or cut at its last place."""
    exponent = written.as_tuple().exponent
    last = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(written - counted) < last


def possible(kpi: Kpi) -> Bounds:
    """The lowest and the highest value that a KPI can have; None where there is no end."""
    low = Decimal(0) if is_share(kpi) or falls_to_zero(kpi) else None
    high = HUNDRED if is_share(kpi) else None
    return (
        kpi.lowest if kpi.lowest is not None else low,
        kpi.highest if kpi.highest is not None else high,
    )


def is_between(bounds: Bounds, value: Decimal) -> bool:
    """Whether a value lies within the bounds of what is possible."""
    low, high = bounds
    return (low is None or value >= low) and (high is None or value <= high)


def falls_to_zero(kpi: Kpi) -> bool:
    """Whether less is better, and no target asks for less than nothing: days, errors, complaints."""
    less = {Formula.MINIMIZE, Formula.MINIMIZE_RATIO, Formula.MINIMIZE_TO_ZERO}
    return kpi.formula in less and all(one.value is None or one.value >= 0 for one in kpi.targets)


def near_values(kpi: Kpi, cells: Cells, column: int) -> Beside:
    """What settles how a number in a column of a KPI's table is read: its neighbours, targets and bounds."""
    if cells.heading[column] != "value":
        return beside(cells.column(column))
    targets = [
        value for one in kpi.targets for value in (one.value, one.up_to) if value is not None
    ]
    return beside(cells.column(column), targets, possible(kpi)[1])
