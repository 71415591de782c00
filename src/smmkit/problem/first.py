"""What is wrong with a QMS: of one rule in one file the first few problems, the others counted."""

from __future__ import annotations

from typing import Final

from smmkit.few import Few
from smmkit.problem import Problem, Rule
from smmkit.words import Message

UNTOLD: Final = Message("", {})
"""What is said of a problem that is only counted."""


class FirstProblems(Few[tuple[Rule, Problem]]):
    """Problems, each under its rule; `passed_over` counts by rule and file."""

    def sort_of(self, each: tuple[Rule, Problem]) -> tuple[Rule, str]:
        return each[0], each[1].path

    def count_more(self, path: str, count: int, otherwise: Rule) -> None:
        """Count more of what a file has most of; of this rule where nothing was counted in it."""
        if count:
            here = {rule: n for (rule, where), n in self.passed_over.items() if where == path}
            self.passed_over[max(here, key=here.__getitem__, default=otherwise), path] += count
