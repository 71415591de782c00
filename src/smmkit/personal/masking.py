"""A text in which employee numbers are masked."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.personal.hit import Data, Hit
from smmkit.personal.numbers import numbers
from smmkit.personal.plain import scanned
from smmkit.personal.runs import runs

KEPT = 4
"""The year of birth stays, so that two officers of one name are told apart."""


def masked(text: str) -> str:
    """The text with the digits of every NIP replaced by stars, but for the first."""
    if sum(map(str.isdigit, text)) < 18:
        return text
    letters = list(text)
    for hit in scanned(text, in_runs):
        if hit.kind is Data.NIP:
            digits = [n for n in range(*hit.span) if text[n].isdigit()]
            for n in digits[KEPT:]:
                letters[n] = "*"
    return "".join(letters)


def in_runs(text: str) -> Iterator[Hit]:
    """The numbers in a plain text."""
    for run in runs(text):
        yield from numbers(run, "")
