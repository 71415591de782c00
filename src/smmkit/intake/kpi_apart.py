"""Several indicators in one row of a sheet of KPIs, each in a line of its cell, taken apart."""

from __future__ import annotations

from dataclasses import replace

from smmkit.intake.kpi_groups import bare
from smmkit.intake.numbers import number
from smmkit.intake.result import Result
from smmkit.intake.table import Table, is_blank
from smmkit.intake.turning import Turned
from smmkit.words import say


def one_a_row(result: Result, table: Table) -> Table:
    """The table with a row for each indicator; where its cells do not agree on how many, it is told."""
    grid = table.grid
    if isinstance(grid, Turned) or grid.shifts:
        return table
    lines = grid.lines or tuple(range(1, len(grid.rows) + 1))
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for n, cells in enumerate(grid.rows):
        parts = apart(table, cells) if n >= table.first else [cells]
        named = table.text(n, "kpi").splitlines() if n >= table.first else []
        if len(parts) == 1 and sum(bare(line) != line for line in named) > 1:
            why = say("several indicators in one cell; give each a row of its own")
            result.unread.append((table.place_of(n, "kpi"), " ".join(named), why))
        rows += parts
        numbers += [lines[n]] * len(parts)
    if len(rows) == len(grid.rows):
        return table
    return replace(table, grid=replace(grid, rows=tuple(rows), lines=tuple(numbers)))


def apart(table: Table, cells: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The rows that one stands for: its indicators and its numbers have as many lines."""
    numbers = [n for n in table.columns("target", "value") if not is_blank(cells[n])]
    keys = table.columns("kpi")
    many = {len(cells[n].splitlines()) for n in (*keys, *numbers)}
    if len(many) != 1 or not numbers or many == {1}:
        return [cells]
    if any(number(line) is None for n in numbers for line in cells[n].splitlines()):
        return [cells]
    (count,) = many
    said = [
        text.splitlines() if text.count("\n") == count - 1 else [text] * count for text in cells
    ]
    return [tuple(one[n] for one in said) for n in range(count)]
