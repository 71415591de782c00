"""Tables with a line for each indicator and month, or several months in a line, turned to a row for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from smmkit.intake.kpi_columns import YEAR
from smmkit.intake.roles import role_of
from smmkit.intake.table import is_blank
from smmkit.intake.turning import EMPTY, KIND, Cell, named, together
from smmkit.intake.words import meaning
from smmkit.office.grid import Grid

OF_A_TIME: Final = frozenset({"target", "value", "numerator", "denominator", "achievement"})
"""What each line says of its month; all else speaks of the indicator."""

Column = tuple[int, str, int]
"""A column of the turned table: its own in the file, its month, and how often that was there before."""


def of_each_line(grid: Grid, top: int) -> list[list[Cell]]:
    """Heading, in two lines, and a row for each indicator."""
    long = Long(grid, top)
    if "value" not in long.roles or not {"kpi", "objective"} & set(long.roles):
        return []
    for row in range(top + 1, len(grid.rows)):
        long.take(row)
    return long.turned() if long.lines else []


@dataclass
class Long:
    """The lines of such a table by their indicators."""

    grid: Grid
    top: int
    lines: dict[str, list[int]] = field(default_factory=dict)
    said: dict[str, dict[Column, Cell]] = field(default_factory=dict)
    name: str = ""
    """The indicator of the last line: one that names none goes on with it."""

    @cached_property
    def roles(self) -> list[str]:
        """What each column is."""
        return [role_of((text,), KIND) if text else "row" for text in self.grid.rows[self.top]]

    @cached_property
    def times(self) -> dict[int, list[int]]:
        """The columns of months; for each those that say something of its month."""
        known = self.columns("period")
        ends = [*known[1:], len(self.roles)]
        moving = [n for n, role in enumerate(self.roles) if role in OF_A_TIME]
        if len(known) == 1:
            return {known[0]: moving}
        spans = zip(known, ends, strict=True)
        return {time: [n for n in moving if time < n < end] for time, end in spans}

    def columns(self, word: str) -> list[int]:
        """The columns that are headed by the word of a month, or of a year."""
        heads = enumerate(self.grid.rows[self.top])
        return [n for n, text in heads if meaning(text, "down_the_side") == word]

    def take(self, row: int) -> None:
        """One line of the table."""
        key = self.roles.index("kpi" if "kpi" in self.roles else "objective")
        self.name = self.grid.cell(row, key) or self.name
        if not self.name or not any(self.grid.rows[row]):
            return
        self.lines.setdefault(self.name, []).append(row)
        cells = self.said.setdefault(self.name, {})
        for time, columns in self.times.items():
            for column in columns:
                text, part, before = self.grid.cell(row, column), self.time_of(row, time), 0
                while (column, part, before) in cells:
                    before += 1
                if not is_blank(text):
                    cells[column, part, before] = (text, row, column)

    def time_of(self, row: int, column: int) -> str:
        """The month of a line, with the year that a column of its own says."""
        part = named(self.grid, self.top, column, row) or "?"
        years = (self.grid.cell(row, n).strip() for n in self.columns("year"))
        year = next((text for text in years if YEAR.fullmatch(text)), "")
        return part if YEAR.search(part) or not year else f"{part} {year}"

    def turned(self) -> list[list[Cell]]:
        """The heading and a row for each indicator: what stands in all of its lines, then what in each."""
        heads = self.grid.rows[self.top]
        apart = {*self.times, *self.columns("year"), *(n for of in self.times.values() for n in of)}
        fixed = [n for n, role in enumerate(self.roles) if role != "row" and n not in apart]
        order = [*dict.fromkeys(column for cells in self.said.values() for column in cells)]
        names = [(heads[n], self.top, n) for n in (*fixed, *(one[0] for one in order))]
        parts = [EMPTY for _ in fixed] + [(part, self.top, n) for n, part, _ in order]
        rows = [
            [(together(self.grid, rows, n), rows[0], n) for n in fixed]
            + [self.said[name].get(column, EMPTY) for column in order]
            for name, rows in self.lines.items()
        ]
        return [names, parts, *rows]
