"""Lists that do not grow without end: of each sort the first few are kept, the others counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Any, Final, Self, TypeVar

FEW: Final = 20
"""So many of one sort are shown; a person mends the first, and asks again."""

T = TypeVar("T")


def at_most(most: int, ids: Iterable[str]) -> list[str]:
    """The first ids, and a sign that there are more."""
    known = list(ids)
    return known if len(known) <= most else [*known[:most], "..."]


class Few(list[T]):
    """What is wrong; what would be too much of one sort is counted, not kept.

    Why: a file that a machine has spoilt has as many faults as lines, and to put each into words
    and find its place would take minutes and all memory.
    """

    def __init__(self, most: int | None = None) -> None:
        super().__init__()
        self.most = most
        """How many of one sort are kept; without it, all."""
        self.passed_over: Counter[Any] = Counter()
        """How many more there are of each sort."""
        self._kept: Counter[Hashable] = Counter()

    def sort_of(self, each: T) -> Hashable:
        """What makes two alike; each kind of list says it."""
        raise NotImplementedError

    def append(self, each: T) -> None:
        """Keep one more, or count it."""
        if self.most is not None:
            sort = self.sort_of(each)
            if self._kept[sort] >= self.most:
                self.passed_over[sort] += 1
                return
            self._kept[sort] += 1
        super().append(each)

    def extend(self, more: Iterable[T]) -> None:
        """Keep more, or count them."""
        for each in more:
            self.append(each)

    def __iadd__(self, more: Iterable[T]) -> Self:  # type: ignore[override, misc]
        self.extend(more)
        return self

    def join(self, others: Few[T]) -> None:
        """Take over what others have found, and what they have counted."""
        self.extend(others)
        self.passed_over += others.passed_over
