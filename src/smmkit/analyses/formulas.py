"""Achievement in percent from actual and target: every formula, its source and its version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from smmkit.documents.objective import Formula, Kpi
from smmkit.words import Message, say

HUNDRED = Decimal(100)

CONVERSION = ((Decimal(0), Decimal(0)), (Decimal(90), Decimal(100)), (Decimal(100), Decimal(120)))
"""From how near a value lies (0 to 100) to its achievement: reaching it exactly earns 120."""

Compute = Callable[[Decimal, Decimal, Kpi], Decimal | None]


@dataclass(frozen=True, slots=True)
class Definition:
    """A formula: R is the actual value, T the target, W the worst possible one."""

    compute: Compute
    written: Message | str
    source: str
    version: str = "1"


def achievement(kpi: Kpi, actual: Decimal, target: Decimal) -> Decimal | None:
    """The achievement in percent, unrounded, cut by the cap if there is one; else None.

    A target of zero has no ratio; a missing value is missing and never comes here.
    """
    found = FORMULAS[kpi.formula].compute(actual, target, kpi)
    if found is None or kpi.cap is None:
        return found
    return min(max(found, Decimal(0)), kpi.cap)


def maximize(actual: Decimal, target: Decimal, _kpi: Kpi) -> Decimal | None:
    """More is better."""
    return actual / target * HUNDRED if target > 0 else None


def maximize_negative(actual: Decimal, target: Decimal, _kpi: Kpi) -> Decimal | None:
    """More is better, and the target is below zero."""
    return (2 - actual / target) * HUNDRED if target < 0 else None


def minimize(actual: Decimal, target: Decimal, _kpi: Kpi) -> Decimal | None:
    """Less is better, counted as the distance from the target."""
    return (2 * target - actual) / target * HUNDRED if target > 0 else None


def minimize_ratio(actual: Decimal, target: Decimal, _kpi: Kpi) -> Decimal | None:
    """Less is better, counted as a ratio."""
    return target / actual * HUNDRED if actual > 0 else None


def minimize_to_zero(actual: Decimal, target: Decimal, kpi: Kpi) -> Decimal | None:
    """Less is better and the target is zero, so the worst possible value is the measure."""
    return (kpi.worst - actual) / kpi.worst * HUNDRED if target == 0 and kpi.worst else None


def stabilize(actual: Decimal, target: Decimal, _kpi: Kpi) -> Decimal | None:
    """The target itself is best: both less and more are worse."""
    if target <= 0:
        return None
    near = actual / target * HUNDRED
    near = near if near <= HUNDRED else 2 * HUNDRED - near
    if near <= 0:
        return Decimal(0)
    for (low, at_low), (high, at_high) in pairwise(CONVERSION):
        if near <= high:
            return at_low + (near - low) / (high - low) * (at_high - at_low)
    return None


FORMULAS: dict[Formula, Definition] = {
    Formula.MAXIMIZE: Definition(maximize, "R / T x 100", "LKjIP, PermenPANRB 53/2014"),
    Formula.MAXIMIZE_NEGATIVE: Definition(
        maximize_negative, "(1 + (1 - R / T)) x 100", "KMK 127/2026"
    ),
    Formula.MINIMIZE: Definition(minimize, "(2T - R) / T x 100", "LKjIP; KMK 127/2026"),
    Formula.MINIMIZE_RATIO: Definition(minimize_ratio, "T / R x 100", "SIPD"),
    Formula.MINIMIZE_TO_ZERO: Definition(minimize_to_zero, "(W - R) / W x 100", "KMK 127/2026"),
    Formula.STABILIZE: Definition(
        stabilize,
        say("C = R / T x 100, above 100: 200 - C; 90 earns 100, 100 earns 120"),
        "KMK 127/2026",
    ),
    Formula.ORDINAL: Definition(
        maximize, say("value of the word / value of the target word x 100"), "SAKIP"
    ),
}
