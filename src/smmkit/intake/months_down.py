"""Tables with months or quarters down the side, turned so that they stand over columns as elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from smmkit.intake.kpi_columns import is_only_a_part
from smmkit.intake.numbers import number
from smmkit.intake.table import DEEPEST, is_blank, role_of
from smmkit.intake.words import BRACKETS, data, holds, meaning, without_brackets
from smmkit.office.grid import Grid
from smmkit.words import Message

FEWEST: Final = 3
"""So many months or quarters make a column of them."""

KIND: Final = "objective"
ANY_YEAR: Final = 2000
"""Whether a text names a part of a year is the same in every year."""

NAMES: Final = frozenset(
    {
        "kpi",
        "objective",
        "measured_in",
        "target",
        "owner",
        "calculation",
        "data_source",
        "direction",
    }
)
"""What lines above such a table say of its indicator: Indikator : ..., Satuan : ..."""

NAMES_NONE: Final = frozenset({"kpi", "target", "value", "numerator", "denominator"})
"""The columns of which none is an indicator of its own."""

HEADS: Final = ("Indikator", "Satuan", "Target")
"""How the columns of a turned table are called that had no heading, by words that are read."""

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


def turned(grid: Grid) -> Grid:
    """A table of indicators with months down the side, turned; every other as it is."""
    for top in range(min(len(grid.rows), DEEPEST)):
        for column, text in enumerate(grid.rows[top]):
            if meaning(text, "down_the_side") and (rows := parts_below(grid, top, column)):
                lines = of_one(grid, top, column, rows)
                lines = lines or of_several(grid, top, column, rows)
                return laid_out(grid, top, lines) if lines else grid
    return grid


def parts_below(grid: Grid, top: int, column: int) -> list[int]:
    """The rows below a heading that name a month or a quarter there; none where they are too few."""
    below = range(top + 1, len(grid.rows))
    found = [n for n in below if is_only_a_part(named(grid, top, column, n), ANY_YEAR)]
    return found if len(found) >= FEWEST else []


def named(grid: Grid, top: int, column: int, row: int) -> str:
    """The month or quarter of a row; a number alone is one of what the column is called: Triwulan, I."""
    said = grid.cell(row, column)
    alone = re.fullmatch(r"[IV]{1,3}|[1-4]", said.strip())
    return f"{grid.cell(top, column)} {said}" if alone else said


def of_one(grid: Grid, top: int, column: int, rows: list[int]) -> list[list[Cell]]:
    """Heading, in two lines, and row of the one indicator that the lines above name; nothing without one."""
    head = labels(grid, top)
    if "kpi" not in {role_of((label[0],), KIND) for label, _ in head}:
        return []
    names, parts = [label for label, _ in head], [EMPTY for _ in head]
    cells = [said for _, said in head]
    roles = [role_of((text,), KIND) if text else "row" for text in grid.rows[top]]
    if "value" not in roles:
        return []
    for other, role in enumerate(roles):
        if role in {"target", "value"} and other != column:
            names += [(grid.cell(top, other), top, other) for _ in rows]
            parts += [(named(grid, top, column, n), n, column) for n in rows]
            cells += [(grid.cell(n, other), n, other) for n in rows]
        elif role != "row" and other != column:
            names.append((grid.cell(top, other), top, other))
            parts.append(EMPTY)
            cells.append((together(grid, rows, other), top, other))
    for n in others_below(grid, top, rows):
        said = dict.fromkeys(text for text in grid.rows[n] if text)
        names.append((next(iter(said)), n, column))
        parts.append(EMPTY)
        cells.append((" | ".join(list(said)[1:]) or "-", n, column))
    return [names, parts, cells]


def of_several(grid: Grid, top: int, column: int, rows: list[int]) -> list[list[Cell]]:
    """Heading and rows of the indicators that head the columns, in a table that says that they are some."""
    above = [text for line in grid.rows[:top] for text in line]
    if not any(holds(text, data()["indicators"]) for text in (*above, *grid.above, grid.name)):
        return []
    roles = [role_of((text,), KIND) if text else "row" for text in grid.rows[top]]
    if NAMES_NONE & set(roles):
        return []
    rest = others_below(grid, top, rows)
    lines: list[list[Cell]] = []
    left = []
    for other in range(len(roles)):
        said = [grid.cell(n, other) for n in rows if not is_blank(grid.cell(n, other))]
        if other == column or roles[other] == "row":
            continue
        if not said or any(number(text) is None for text in said):
            left.append(other)
            continue
        title = grid.cell(top, other)
        unit = found[0].strip("( )") if (found := BRACKETS.search(title)) else ""
        name = " ".join(without_brackets(title).split())
        values = [(grid.cell(n, other), n, other) for n in (*rows, *rest)]
        lines.append([(name, top, other), (unit, top, other), EMPTY, *values])
    if not lines:
        return []
    heads = [(text, top, column) for text in HEADS]
    heads += [(named(grid, top, column, n) or "?", n, column) for n in (*rows, *rest)]
    heads += [(grid.cell(top, other), top, other) for other in left]
    lines[0] += [(together(grid, rows, other), top, other) for other in left]
    return [heads, *lines]


def others_below(grid: Grid, top: int, rows: list[int]) -> list[int]:
    """The rows below a heading that name no part of a year, and say something: sums, averages."""
    below = range(top + 1, len(grid.rows))
    return [n for n in below if n not in set(rows) and any(grid.rows[n])]


def together(grid: Grid, rows: list[int], column: int) -> str:
    """What stands in a column, each text once."""
    said = (grid.cell(n, column) for n in rows)
    return "; ".join(dict.fromkeys(text for text in said if text))


def labels(grid: Grid, top: int) -> list[tuple[Cell, Cell]]:
    """What the lines above a table say of its indicator: behind a colon, or in the next cell."""
    found: list[tuple[Cell, Cell]] = []
    for n in range(top):
        said = [(text, n, m) for m, text in enumerate(grid.rows[n]) if text]
        if not said:
            continue
        word, colon, behind = said[0][0].partition(":")
        if colon and behind.strip():
            said = [(word, n, said[0][2]), (behind.strip(), n, said[0][2])]
        if len(said) > 1 and role_of((said[0][0].strip(" :"),), KIND) in NAMES:
            text, row, column = said[1]
            found.append(((said[0][0].strip(" :"), n, said[0][2]), (text.strip(" :"), row, column)))
    return found


def laid_out(grid: Grid, top: int, lines: list[list[Cell]]) -> Grid:
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
        grid.name, tuple(rows), grid.is_sheet, above=grid.above, source=grid, origins=origins
    )
