"""How many places a number is printed with: as few as do not contradict what is said beside it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from smmkit.words import Message, Percent, places_set, rounded, say

LEAST, MOST = 2, 8


def printed(number: Decimal, meaning: Callable[[Decimal], object]) -> Decimal:
    """A number rounded half up to two places, or to more where the rounded one would mean something else.

    Why: 99.996 is below 100. Printed as 100.00 beside "not reached", nobody believes either.
    """
    meant = meaning(number)
    for places in range(LEAST, MOST):
        short = rounded(number, places)
        if meaning(short) == meant:
            return short
    return rounded(number, MOST)


def told_number(number: Decimal, *marks: Decimal | None) -> Decimal:
    """A value on its own side of nothing, and of what it is held against: 0.004 is no 0.00."""
    return printed(number, lambda short: [side(short, mark) for mark in (Decimal(0), *marks)])


def told_share(share: Decimal) -> Percent:
    """A percentage with as many places as show whether all was reached, or nothing."""
    short = told_number(share, Decimal(100))
    return Percent(share, -int(short.as_tuple().exponent))


def as_set(number: Decimal, *marks: Decimal | None) -> Decimal:
    """A number that somebody has set, with all the places it was given; one that was counted, rounded."""
    own = places_set(number)
    return told_number(number, *marks) if own is None else rounded(number, max(own, LEAST))


def told_aim(
    low: Decimal | None, high: Decimal | None, word: str | None
) -> Decimal | Message | str | None:
    """What is to be reached, as it is said: a word, a number, of a range both ends."""
    if word is not None or low is None:
        return word
    if high is None:
        return as_set(low)
    return say("{low} to {high}", low=as_set(low), high=as_set(high))


def side(number: Decimal, mark: Decimal | None) -> int:
    """On which side of a mark a number lies: -1, 0 or 1; 0 where there is no mark."""
    return 0 if mark is None else (number > mark) - (number < mark)
