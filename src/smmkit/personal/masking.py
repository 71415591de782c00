"""A text in which employee numbers are masked."""

from __future__ import annotations

from smmkit.personal.hit import Data
from smmkit.personal.numbers import numbers
from smmkit.personal.plain import plain
from smmkit.personal.runs import runs

KEPT = 4
"""The year of birth stays, so that two officers of one name are told apart."""


def masked(text: str) -> str:
    """The text with the digits of every NIP replaced by stars, but for the first."""
    if sum(map(str.isdigit, text)) < 18:
        return text
    letters = list(text)
    for run in runs(plain(text)):
        for hit in numbers(run, ""):
            if hit.kind is Data.NIP:
                digits = [n for n in range(*hit.span) if letters[n].isdigit()]
                for n in digits[KEPT:]:
                    letters[n] = "*"
    return "".join(letters)
