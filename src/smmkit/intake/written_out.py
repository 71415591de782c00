"""Cells as they are meant: `s.d.a.` says what stands above it, J F M are months, `12*)` has a note."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from smmkit.intake.forms.parts import part_of
from smmkit.intake.result import Result
from smmkit.intake.stacked import heads
from smmkit.intake.table import is_blank
from smmkit.intake.words import comparable, data, is_numbering
from smmkit.office.grid import Grid
from smmkit.words import say

MARKS: Final = frozenset({'"', "''", "\u201c", "\u201d", "\u3003", ",,"})
LONGEST: Final = 30
"""A mark that repeats has no more letters than this."""

NOTE: Final = re.compile(r"(?<=[\w%)])\s?\*{1,3}\)?$")
"""The mark of a note below the table, behind a text or a number."""


def written_out(result: Result, grid: Grid) -> Grid:
    """A grid whose cells say what they mean; what repeats, and what has a note, is told."""
    rows: list[tuple[str, ...]] = []
    above: tuple[str, ...] = ()
    for n, line in enumerate(grid.rows):
        cells = by_name(line)
        for m, text in enumerate(cells):
            if m < len(above) and above[m] and repeats(text):
                why = say("it stands for what is above it: {text}", text=above[m])
                if not is_blank(above[m]):
                    result.told.append((grid.place_of(n, m), text, why))
                cells = (*cells[:m], above[m], *cells[m + 1 :])
            elif text.endswith(("*", "*)")) and (bare := NOTE.sub("", text)) != text:
                why = say("the mark of a note is left out")
                if cells[m - 1 : m] != (bare,):
                    result.told.append((grid.place_of(n, m), text, why))
                cells = (*cells[:m], bare, *cells[m + 1 :])
        rows.append(cells)
        if len({*cells} - {""}) > 1 and not part_of(cells):
            is_heading = is_numbering(cells) or heads([text for text in cells if text])
            above = () if is_heading else cells
    return replace(grid, rows=tuple(rows))


def repeats(text: str) -> bool:
    """Whether a cell says only that it is the same as the one above."""
    if not text or len(text) > LONGEST:
        return False
    return text.strip(" -\u2013.") in MARKS or comparable(text) in data()["same_as_above"]


def by_name(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Cells in which twelve months that stand by their first letters have their names."""
    names = [str(words[0]) for _, words in sorted(data()["months"].items())]
    letters = tuple(name[0].upper() for name in names)
    for n in range(len(cells) - len(letters) + 1):
        if cells[n] == letters[0] and cells[n : n + len(letters)] == letters:
            return (*cells[:n], *(one.capitalize() for one in names), *cells[n + len(letters) :])
    return cells
