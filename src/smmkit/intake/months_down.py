"""Tables with months or quarters down the side, turned so that they stand over columns as elsewhere."""

from __future__ import annotations

from typing import Final

from smmkit.intake.kpi_columns import YEAR, is_only_a_part
from smmkit.intake.kpi_forms import FORM_ROWS, of_a_form
from smmkit.intake.lines_of_two import of_two_lines
from smmkit.intake.long_tables import OF_A_TIME, of_each_line
from smmkit.intake.numbers import number
from smmkit.intake.roles import role_of
from smmkit.intake.table import DEEPEST, is_blank
from smmkit.intake.turning import ANY_YEAR, EMPTY, KIND, Cell, laid_out, named, together
from smmkit.intake.words import BRACKETS, comparable, data, holds, meaning, without_brackets
from smmkit.office.grid import Grid

FEWEST: Final = 3
"""So many months or quarters make a column of them."""

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


def turned(grid: Grid, file: str = "") -> Grid:
    """A table of indicators with months down the side, turned; every other as it is.

    A table of targets and values that names no indicator is of the one that its file is called by.
    """
    first, form = of_a_form(grid) if len(grid.rows) <= FORM_ROWS else (0, [])
    if form:
        return laid_out(grid, first, form)
    for top in range(min(len(grid.rows), DEEPEST)):
        if lines := of_two_lines(grid, top):
            return laid_out(grid, top, lines)
        columns = [n for n, text in enumerate(grid.rows[top]) if is_time(text)]
        below = [parts_below(grid, top, column) for column in columns]
        if not any(below):
            continue
        lines = of_each_line(grid, top)
        if not lines and sum(map(len, below)) >= FEWEST:
            lines = of_one(grid, top, columns[0], below[0])
            lines = lines or of_several(grid, top, columns[0], below[0])
            if not lines and (title := named_in(file)):
                lines = of_one(grid, top, columns[0], below[0], title)
                return laid_out(grid, top, lines, file) if lines else grid
        return laid_out(grid, top, lines) if lines else grid
    return grid


def is_time(text: str) -> bool:
    """Whether a heading says that months or quarters stand below it."""
    return meaning(text, "down_the_side") == "period"


def parts_below(grid: Grid, top: int, column: int) -> list[int]:
    """The rows below a heading that name a month or a quarter there."""
    below = range(top + 1, len(grid.rows))
    return [n for n in below if is_only_a_part(named(grid, top, column, n), ANY_YEAR)]


def named_in(file: str) -> str:
    """The indicator that a file is called by, without its year; nothing where any paper may be called so."""
    title = " ".join(YEAR.sub(" ", file).split()).strip(" -(),")
    usual = {*data()["words_of_times"], *data()["indicators"]}
    return "" if {*comparable(title).split()} <= usual else title


def of_one(grid: Grid, top: int, column: int, rows: list[int], title: str = "") -> list[list[Cell]]:
    """Heading, in two lines, and row of the one indicator that the lines above name, or else the file."""
    head = labels(grid, top)
    if title and {"target", "value"} <= {role_of((text,), KIND) for text in grid.rows[top] if text}:
        head.append(((HEADS[0], top, column), (title, top, column)))
    if "kpi" not in {role_of((label[0],), KIND) for label, _ in head}:
        return []
    names, parts = [label for label, _ in head], [EMPTY for _ in head]
    cells = [said for _, said in head]
    roles = [role_of((text,), KIND) if text else "row" for text in grid.rows[top]]
    if "value" not in roles:
        return []
    for other, role in enumerate(roles):
        if role in OF_A_TIME and other != column:
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
