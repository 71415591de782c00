"""Measured values and targets of another size than those beside them: 0.85 among percentages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from smmkit.analyses.kpis.rates import HUNDRED, is_between, possible
from smmkit.analyses.kpis.series import Observation
from smmkit.analyses.kpis.targets import target_of
from smmkit.documents.objective import Aggregation, Formula, Kpi
from smmkit.period_days import months
from smmkit.qms import Qms

SHARE_OF_ONE, MEAN_OF_FOUR = HUNDRED, Decimal(25)
"""A part of one where a percentage is meant; a mean of 1 to 4 where an index up to 100 is."""

TENTH: Final = 1 / Decimal(10)
GREATER: Final = (SHARE_OF_ONE, MEAN_OF_FOUR)
SLIPS: Final = (*GREATER, TENTH, 1 / HUNDRED, 1 / Decimal(1000))
"""By what such a number is multiplied; the last three are decimal signs that were lost."""

NEAR: Final = Decimal("1.5")
"""Up to so many times as much, two numbers are of one size."""


def alike(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers are of the same size."""
    low, high = sorted((one, other))
    return high <= NEAR * low


def values_of_another_size(
    qms: Qms, kpi: Kpi, known: Sequence[Observation]
) -> Iterator[tuple[Observation, Decimal]]:
    """The written values that are of another size than those beside them, and what was meant by each.

    What its parts or the bounds of its KPI contradict is told as that. Where values run on to the
    end of a year, its first is held against the first of the year before.
    """
    values = [one for one in known if one.word is None]
    known_decimals = not all(is_whole(one.value) for one in values)
    bounds, is_percentage = possible(kpi), is_up_to_hundred(kpi)
    firsts: list[Observation] = []
    for n, one in enumerate(values):
        begins = not n or values[n - 1].period[:4] != one.period[:4]
        runs = kpi.aggregation is Aggregation.LAST and begins and "-" in one.period  # not of a year
        before = firsts[-2:] if runs else values[max(n - 2, 0) : n]
        beside = nearest([o.value for o in before], [o.value for o in values[n + 1 : n + 3]])
        if begins:
            firsts.append(one)
        if one.written is None or one.has_parts or not is_between(bounds, one.value):
            continue
        lost = known_decimals and is_whole(one.value)
        right = meant(one.value, beside, has_lost=lost)
        if right is None and not runs and is_percentage:
            right = meant(one.value, beside, target_of(qms, kpi, one.period).value)
        if right is not None and not aimed_at(qms, kpi, one):
            yield one, right


def targets_of_another_size(
    kpi: Kpi, known: Sequence[Observation]
) -> Iterator[tuple[int, Decimal]]:
    """The targets, by their places, that are of another size than all others, and what was meant."""
    bounds = possible(kpi)
    for length in {len(one.period) for one in kpi.targets}:
        places = [n for n, one in enumerate(kpi.targets) if len(one.period) == length]
        places.sort(key=lambda n: months(kpi.targets[n].period))
        numbers = [(n, value) for n in places if (value := kpi.targets[n].value) is not None]
        for at, (n, value) in enumerate(numbers):
            others = [o for _, o in (*numbers[max(at - 1, 0) : at], *numbers[at + 1 : at + 2])]
            if kpi.aggregation is not Aggregation.SUM:
                others += [o for o in (kpi.baseline, *(one.value for one in known[-1:])) if o]
            if is_between(bounds, value) and (right := meant(value, others)) is not None:
                yield n, right


def nearest(before: Sequence[Decimal], after: Sequence[Decimal]) -> list[Decimal]:
    """The two numbers that lie next to one: on either side, or both on the only side there is."""
    return [*before[-1:], *after[:1]] if before and after else [*before, *after]


def is_up_to_hundred(kpi: Kpi) -> bool:
    """Whether more is better up to 100, so that a hundredth of a target is hardly a value in truth."""
    is_bound = possible(kpi)[1] == HUNDRED or kpi.value_scale is not None
    return is_bound and kpi.formula is Formula.MAXIMIZE and kpi.aggregation is not Aggregation.SUM


def aimed_at(qms: Qms, kpi: Kpi, one: Observation) -> bool:
    """Whether a value is of the size of its target, so that those beside it are the wrong ones."""
    aim = target_of(qms, kpi, one.period).value
    return aim is not None and alike(one.value, aim)


def is_whole(number: Decimal) -> bool:
    """Whether a number has no decimals."""
    return number == number.to_integral_value()


def meant(
    value: Decimal, beside: Sequence[Decimal], aim: Decimal | None = None, *, has_lost: bool = False
) -> Decimal | None:
    """What a number should be: of the size of two others, or of its target and of what stands beside.

    Beside a target the others may all have the same slip. A decimal sign before one digit can only
    be lost where it stands elsewhere, and not here (`has_lost`). What is of the size of that which it
    is held against, as most is, needs no factor.
    """
    held_against = aim if aim is not None else next(iter(beside), None)
    if held_against is None or alike(value, held_against):
        return None
    for factor in SLIPS:
        right = value * factor
        if factor == TENTH and not has_lost:
            continue
        if factor == MEAN_OF_FOUR and not 1 <= value <= HUNDRED / MEAN_OF_FOUR:
            continue
        if aim is None:
            is_right = len(beside) > 1 and all(alike(right, one) for one in beside)
        else:
            is_near = all(alike(right, one) or alike(value, one) for one in beside)
            is_right = factor in GREATER and alike(right, aim) and is_near
        if is_right:
            return right
    return None
