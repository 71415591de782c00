"""SMM404 objective-without-number."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM404",
    "objective-without-number",
    of=Objective,
    severity=Severity.WARNING,
    source="juknis II.A4 (SMART)",
    clause="6.2.1",
)
def objective_without_number(objective: Objective, qms: Qms) -> Problems:
    """An objective says how much is to be reached.

    Why: `better` and `optimal` are reached by anybody at any time, and so by nobody.
    """
    words = [target.word for kpi in objective.kpis for target in kpi.targets if target.word]
    if is_live(objective, qms) and not says_how_much(objective.statement, words):
        yield problem(
            objective,
            "statement",
            message=say("the statement of {id} names no number", id=objective.id),
            hint=say("write how much is to be reached, and by when"),
        )


NUMBERS = frozenset(
    (
        *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
        *(
            "sepuluh",
            "separuh",
            "setengah",
            "nihil",
            "tanpa",
            "zero",
            "one",
            "two",
            "three",
            "four",
        ),
        *("five", "six", "seven", "eight", "nine", "ten", "half", "none", "no"),
    )
)
"""Words that say how much; `tidak ada` does, too."""


def says_how_much(text: str, words: list[str]) -> bool:
    """Whether a text has a number, in digits or in words, or a word of the scale it aims at."""
    if any(letter.isdigit() for letter in text) or any(word in text for word in words):
        return True
    lower = text.casefold()
    return "tidak ada" in lower or not NUMBERS.isdisjoint(re.findall(r"[^\W\d_]+", lower))
