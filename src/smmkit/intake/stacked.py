"""Tables that stand below one another on one sheet, taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from smmkit.intake.needed import NEEDED
from smmkit.intake.roles import timeless
from smmkit.intake.table import DEEPEST, Table
from smmkit.intake.words import comparable, without_brackets
from smmkit.intake.words import table as word_table
from smmkit.office.grid import Grid

FEWEST = 3
"""A heading names at least so many different columns."""

MOST_PARTS = 4
"""So many times the columns of a table may come again beside it."""

APART = tuple(kind for kind in NEEDED if kind not in {"register", "procedure", "management-review"})
"""The sorts of tables that stand alone: the boxes and the flow table of an SOP belong together."""


def apart(grid: Grid) -> list[Grid]:
    """The tables of a sheet, each with the lines above its heading; the sheet itself where it has one."""
    if not grid.is_sheet:
        return [grid]
    found = list(headings(grid))
    starts = [0, *(title_of(grid, row) for row in found[1:])]
    if len(starts) < 2:
        return [grid]
    return [part(grid, start, end) for start, end in zip(starts, [*starts[1:], None], strict=True)]


def stacked(grid: Grid) -> Grid:
    """A table whose columns come again beside it, the halves below one another; else as it is."""
    for top, cells in enumerate(grid.rows[:DEEPEST]):
        spans = repeated(cells)
        if not spans:
            continue
        width = len(cells)
        first = spans[0]
        lines = grid.lines or tuple(range(1, len(grid.rows) + 1))
        rows, numbers = [*grid.rows[:top], widened(cells[first], width)], [*lines[: top + 1]]
        shifts = [0] * (top + 1)
        for span in spans:
            rows += [widened(row[span], width) for row in grid.rows[top + 1 :]]
            numbers += lines[top + 1 :]
            shifts += [span.start - first.start] * (len(grid.rows) - top - 1)
        return replace(grid, rows=tuple(rows), lines=tuple(numbers), shifts=tuple(shifts))
    return grid


def repeated(cells: tuple[str, ...]) -> list[slice]:
    """Where the same headings begin anew in one row: No, Name, Signature, No, Name, Signature."""
    said = [comparable(text) for text in cells]
    begin = next((text for text in said if text), "")
    starts = [n for n, text in enumerate(said) if text == begin and (not n or said[n - 1] != text)]
    if not begin or len(starts) < 2 or len(starts) > MOST_PARTS:
        return []
    spans = [slice(a, b) for a, b in zip(starts, [*starts[1:], len(said)], strict=True)]
    parts = {" | ".join(said[span]).strip(" |") for span in spans}
    is_same = len(parts) == 1 and heads([text for text in cells[spans[0]] if text])
    return spans if is_same else []


def levels(grid: Grid) -> list[Grid]:
    """The levels of a cascade, whose indicators stand side by side, as tables; else the grid itself."""
    for top, cells in enumerate(grid.rows[:DEEPEST]):
        if spans := side_by_side(cells):
            return [level(grid, span, top) for span in spans]
    return [grid]


def side_by_side(cells: tuple[str, ...]) -> list[slice]:
    """Where in a heading the indicators of each level stand, with what is before and behind them."""
    known = word_table("objective")
    said = [(comparable(timeless(one)), comparable(without_brackets(one))) for one in cells]
    roles = [known.get(bare) or known.get(inner) or "" for bare, inner in said]
    keys = [n for n, role in enumerate(roles) if role == "kpi" and cells[n] != cells[n - 1]]
    begin = [n - 1 if n and roles[n - 1] in {"objective", ""} and cells[n - 1] else n for n in keys]
    spans = [slice(a, b) for a, b in zip([0, *begin[1:]], [*begin[1:], len(cells)], strict=True)]
    wanted = set(NEEDED["objective"][1])
    return (
        spans if 1 < len(spans) <= MOST_PARTS and all(wanted & {*roles[s]} for s in spans) else []
    )


def level(grid: Grid, span: slice, top: int) -> Grid:
    """One level of a cascade: its columns, without the rows that only go on with cells merged down."""
    lines = grid.lines or tuple(range(1, len(grid.rows) + 1))
    first = grid.shifts[0] if grid.shifts else 0
    titles = [text for row in grid.rows[:top] for text in dict.fromkeys(row) if text]
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number, cells in zip(lines, grid.rows, strict=True):
        own, above = cells[span], rows[-1] if rows else ()
        if len(rows) <= top or any(
            text and text != up for text, up in zip(own, above, strict=True)
        ):
            rows.append(own)
            numbers.append(number)
    said = grid.above if span.start == 0 else (*grid.above, *titles)
    shifts = (first + span.start,) * len(rows)
    return replace(grid, rows=tuple(rows), lines=tuple(numbers), shifts=shifts, above=said)


def widened(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Cells, and empty ones up to a width."""
    return (*cells, *[""] * (width - len(cells)))


def headings(grid: Grid) -> Iterator[int]:
    """The rows that head a table, at the top or after a gap, and are not the heading before them again."""
    before: tuple[str, ...] = ()
    for row, cells in enumerate(grid.rows):
        said = [text for text in dict.fromkeys(cells) if text]
        gap = row == 0 or len({text for text in grid.rows[row - 1] if text}) < 2
        is_new = gap and len(said) >= FEWEST and cells != before
        if is_new and (heads(said) or (before and numbers_rows(said))):
            before = cells
            yield row


def numbers_rows(said: list[str]) -> bool:
    """Whether a row below a table names columns anew, the first of them that of the numbers of its rows."""
    is_said = not any(any(map(str.isdigit, text)) for text in said)
    return is_said and comparable(said[0]) in {"no", "nomor", "no urut"}


def heads(said: list[str]) -> bool:
    """Whether these texts, as they are written, name the columns that some sort of table must have."""
    words = {
        comparable(text) for one in said for text in (one, timeless(one), without_brackets(one))
    }
    for kind in APART:
        known, (key, others) = word_table(kind), NEEDED[kind]
        roles = {known.get(word) for word in words}
        if key in roles and roles & set(others):
            return True
    return False


def title_of(grid: Grid, row: int) -> int:
    """The first of the lines that stand directly above a heading: its title."""
    while len({text for text in grid.rows[row - 1] if text}) == 1:
        row -= 1
    return row


def part(grid: Grid, start: int, end: int | None) -> Grid:
    """Some rows of a sheet, which keep the numbers of their lines."""
    lines = grid.lines or tuple(range(1, len(grid.rows) + 1))
    return Grid(grid.name, grid.rows[start:end], grid.is_sheet, lines[start:end], grid.above)


def with_rest(tables: list[Table], grids: list[Grid]) -> list[Table]:
    """The tables of a text, each followed by what goes on with its columns and numbers on the next page."""
    found: list[Table] = []
    headed = {id(one.grid): one for one in tables}
    for grid in grids:
        last = found[-1] if found else None
        if id(grid) in headed:
            found.append(headed[id(grid)])
        elif last and not grid.is_sheet and goes_on(last.grid, grid):
            found.append(Table(grid, last.kind, 0, 0, last.paths))
    return found if len(found) > len(tables) else tables


def goes_on(grid: Grid, rest: Grid) -> bool:
    """Whether a table has as many columns as another, and its first number comes after the other's last."""
    numbers, others = ([row[0].strip(" .)") for row in one.rows] for one in (grid, rest))
    last = next((one for one in reversed(numbers) if one.isdecimal()), "")
    first = next((one for one in others if one), "")
    is_next = last and first.isdecimal() and int(first[:9]) == int(last[:9]) + 1
    return bool(is_next) and len(grid.rows[0]) == len(rest.rows[0]) and not rest.above
