"""What is wrong with a QMS: of one rule in one file the first few problems, the others counted."""

from __future__ import annotations

from typing import Final

from smmkit.few import Few
from smmkit.problem import Problem, Rule
from smmkit.words import Message

UNTOLD: Final = Message("", {})
"""What is said of a problem that is only counted."""


class Findings(Few[tuple[Rule, Problem]]):
    """Problems, each under its rule; `passed_over` counts by rule and file."""

    def sort_of(self, each: tuple[Rule, Problem]) -> tuple[Rule, str]:
        return each[0], each[1].path
