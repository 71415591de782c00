"""Cells as they are meant: `s.d.a.` says what stands above it, J F M are months, `12*)` has a note."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from smmkit.intake.days import SPAN
from smmkit.intake.forms.parts import part_of
from smmkit.intake.stacked import heads
from smmkit.intake.table import is_blank
from smmkit.intake.words import comparable, data, is_numbering, meaning
from smmkit.office.grid import Grid
from smmkit.words import Message, say

MARKS: Final = frozenset({'"', "''", "\u201c", "\u201d", "\u3003", ",,"})
LONGEST: Final = 30
"""A mark that repeats has no more letters than this."""

PARTS: Final = {"Triwulan": 3, "Semester": 6}
ROMAN: Final = ("I", "II", "III", "IV")
"""The parts of a year, of so many months, and their numbers."""

NOTE: Final = re.compile(r"(?<=[\w%)])\s?\*{1,3}\)?$")
"""The mark of a note below the table, behind a text or a number."""


def written_out(grid: Grid) -> tuple[Grid, list[tuple[Message, str, Message]]]:
    """A grid whose cells say what they mean; where one repeats or has a note, with what it said."""
    told: list[tuple[Message, str, Message]] = []
    rows: list[tuple[str, ...]] = []
    above: tuple[str, ...] = ()
    for n, line in enumerate(grid.rows):
        cells = by_name(line)
        if len({*(parts := parts_of_year(cells)).values()}) > 1:
            told += [(grid.place_of(n, m), cells[m], said_part(parts[m])) for m in parts]
            cells = tuple(parts.get(m, text) for m, text in enumerate(cells))
        for m, text in enumerate(cells):
            if m < len(above) and above[m] and repeats(text):
                why = say("it stands for what is above it: {text}", text=above[m])
                if not is_blank(above[m]):
                    told.append((grid.place_of(n, m), text, why))
                cells = (*cells[:m], above[m], *cells[m + 1 :])
            elif text.endswith(("*", "*)")) and (bare := NOTE.sub("", text)) != text:
                why = say("the mark of a note is left out")
                if cells[m - 1 : m] != (bare,):
                    told.append((grid.place_of(n, m), text, why))
                cells = (*cells[:m], bare, *cells[m + 1 :])
        rows.append(cells)
        if len({*cells} - {""}) > 1 and not part_of(cells):
            is_heading = is_numbering(cells) or heads([text for text in cells if text])
            above = () if is_heading else cells
    return replace(grid, rows=tuple(rows)), told


def repeats(text: str) -> bool:
    """Whether a cell says only that it is the same as the one above."""
    if not text or len(text) > LONGEST:
        return False
    return text.strip(" -\u2013.") in MARKS or comparable(text) in same_as_above()


@cache
def same_as_above() -> frozenset[str]:
    """The words for it, as they are compared."""
    return frozenset(map(comparable, data()["same_as_above"]))


def by_name(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Cells in which twelve months that stand by their first letters have their names."""
    names = [str(words[0]) for _, words in sorted(data()["months"].items())]
    letters = tuple(name[0].upper() for name in names)
    for n in range(len(cells) - len(letters) + 1):
        if cells[n] == letters[0] and cells[n : n + len(letters)] == letters:
            return (*cells[:n], *(one.capitalize() for one in names), *cells[n + len(letters) :])
    return cells


def parts_of_year(cells: tuple[str, ...]) -> dict[int, str]:
    """The headings that name a quarter or a half of a year by its months: `Jan s.d. Mar`, `Juli-Desember`."""
    found: dict[int, str] = {}
    for n, text in enumerate(cells):
        ends = SPAN.split(text.strip()) if len(text) <= LONGEST else []
        months = [int(month) for one in ends if (month := meaning(one.strip(), "months"))]
        for name, size in PARTS.items() if len(months) == len(ends) == 2 else ():
            if months[1] - months[0] == size - 1 and months[1] % size == 0:
                found[n] = f"{name} {ROMAN[months[1] // size - 1]}"
    return found


def said_part(part: str) -> Message:
    """Which part of a year the months of a heading are."""
    return say("its months are {part}", part=part)
