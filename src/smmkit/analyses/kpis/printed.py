"""How many places a number is printed with: as few as do not contradict what is said beside it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from smmkit.words import Message, rounded, say

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


def told_aim(
    low: Decimal | None, high: Decimal | None, word: str | None
) -> Decimal | Message | str | None:
    """What is to be reached, as it is said: a word, a number, of a range both ends."""
    if word is not None or low is None:
        return word
    if high is None:
        return rounded(low)
    return say("{low} to {high}", low=rounded(low), high=rounded(high))


def side(number: Decimal, mark: Decimal | None) -> int:
    """On which side of a mark a number lies: -1, 0 or 1; 0 where there is no mark."""
    return 0 if mark is None else (number > mark) - (number < mark)
