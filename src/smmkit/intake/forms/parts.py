"""Rows of a table that only head others: the title of a part, a group of people."""

from __future__ import annotations

import re

from smmkit.intake.headings import NUMBERING
from smmkit.intake.result import Result
from smmkit.intake.units import unit_of
from smmkit.intake.words import comparable, data

LETTERS = re.compile(r"(?:[A-Z]|[IVX]{1,4})[.)]?")
"""The same, where what it holds is numbered by digits."""

OF_PEOPLE = frozenset({"attendance", "people", "team"})
"""Tables in which a name may stand alone in its row."""


def part_of(cells: tuple[str, ...], *, is_numbered: bool = False) -> str:
    """What a row says that is but the title of a part: one text alone, or one merged behind a number.

    Where rows are numbered by digits, also one behind a letter or a Roman number.
    """
    said = [text for text in cells if text.strip()]
    if is_numbered and len(said) == 2 and LETTERS.fullmatch(cells[0].strip()):
        return said[1]
    if said and NUMBERING.fullmatch(said[0].strip()) and len(said) > len(("A", "Internal")):
        said = said[1:]
    return said[0] if len(cells) > 1 and len(set(said)) == 1 else ""


def is_group(result: Result, text: str) -> bool:
    """Whether a line alone in a list of people is what some of them are, or their unit: `PPPK`."""
    return comparable(text) in data()["groups_of_people"] or unit_of(result.qms, text) is not None
