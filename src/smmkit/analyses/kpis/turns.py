"""Where a row of numbers turns round."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise


def turns(numbers: Iterable[tuple[int, Decimal | None]]) -> list[int]:
    """The places of the numbers that go against most steps of their row; none where no way has most."""
    steps = [
        (place, after - before)
        for (_, before), (place, after) in pairwise(numbers)
        if before is not None and after is not None
    ]
    rises = [place for place, step in steps if step > 0]
    falls = [place for place, step in steps if step < 0]
    return min(rises, falls, key=len) if len(rises) != len(falls) else []
