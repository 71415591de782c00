"""Tables that are turned: their cells keep the places that they have in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from smmkit.office.grid import Grid
from smmkit.words import Message

KIND: Final = "objective"
ANY_YEAR: Final = 2000
"""Whether a text names a part of a year is the same in every year."""

Cell = tuple[str, int, int]
"""A text, and the row and the column that it stands in."""

EMPTY: Final[Cell] = ("", 0, 0)


@dataclass(frozen=True, slots=True)
class Turned(Grid):
    """A table whose cells stand elsewhere in the file."""

    source: Grid = field(default_factory=lambda: Grid("", ()))
    origins: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Where a cell stands in the table that was turned."""

    def place_of(self, row: int, column: int) -> Message:
        """Where a cell stands, as its program shows it."""
        return self.source.place_of(*self.origins.get((row, column), (row, column)))


def named(grid: Grid, top: int, column: int, row: int) -> str:
    """The month or quarter of a row; a number alone is one of what the column is called: Triwulan, I."""
    said = grid.cell(row, column)
    alone = re.fullmatch(r"[IV]{1,3}|[1-4]", said.strip())
    return f"{grid.cell(top, column)} {said}" if alone else said


def together(grid: Grid, rows: list[int], column: int) -> str:
    """What stands in a column, each text once."""
    said = (grid.cell(n, column) for n in rows)
    return "; ".join(dict.fromkeys(text for text in said if text))


def laid_out(grid: Grid, top: int, lines: list[list[Cell]], named_by: str = "") -> Grid:
    """A turned table below the lines that stood above it, which say its year."""
    above = tuple(" ".join(text for text in line if text) for line in grid.rows[:top])
    width = max(len(line) for line in lines)
    rows = [(text, *[""] * (width - 1)) for text in above]
    rows += [tuple(text for text, *_ in line) + ("",) * (width - len(line)) for line in lines]
    origins = {
        (top + n, m): (row, column)
        for n, line in enumerate(lines)
        for m, (_, row, column) in enumerate(line)
    }
    return Turned(
        grid.name,
        tuple(rows),
        grid.is_sheet,
        above=grid.above,
        named_by=named_by,
        source=grid,
        origins=origins,
    )
