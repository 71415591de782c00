"""Problems that grow in number without end: the first few of each sort in each file are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, Self

from smmkit.problem import Problem, Rule
from smmkit.words import Message

FEW: Final = 20
"""So many problems of one rule in one file are shown; a person mends the first, and asks again."""

UNTOLD: Final = Message("", {})
"""What is said of a problem that is only counted."""


class Findings(list[tuple[Rule, Problem]]):
    """What is wrong; what would be too much of one sort in one file is counted, not kept.

    Why: a file that a machine has spoilt has as many faults as lines, and to put each into words
    and find its place would take minutes and all memory.
    """

    def __init__(self, most: int | None = None) -> None:
        super().__init__()
        self.most = most
        """How many of one rule are kept in one file; without it, all."""
        self.passed_over: Counter[tuple[Rule, str]] = Counter()
        """How many more there are, by rule and file."""
        self._kept: Counter[tuple[str, str]] = Counter()

    def append(self, found: tuple[Rule, Problem]) -> None:
        """Keep one more, or count it."""
        rule, problem = found
        if self.most is not None:
            sort = (rule.code, problem.path)
            if self._kept[sort] >= self.most:
                self.passed_over[rule, problem.path] += 1
                return
            self._kept[sort] += 1
        super().append(found)

    def extend(self, found: Iterable[tuple[Rule, Problem]]) -> None:
        """Keep more, or count them."""
        for each in found:
            self.append(each)

    def __iadd__(self, found: Iterable[tuple[Rule, Problem]]) -> Self:  # type: ignore[override, misc]
        self.extend(found)
        return self

    def join(self, others: Findings) -> None:
        """Take over what others have found, and what they have counted."""
        self.extend(others)
        self.passed_over += others.passed_over
