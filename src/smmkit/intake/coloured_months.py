"""Plans that mark their months by colours alone: a coloured cell is taken for a mark."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from smmkit.intake.result import Result
from smmkit.intake.table import DEEPEST
from smmkit.intake.words import comparable, data
from smmkit.office.colours import MOST, painted
from smmkit.office.grid import SHAPE, Grid, letters
from smmkit.office.shapes import sheet_parts
from smmkit.office.zipped import checked, is_large
from smmkit.words import say

FEWEST: Final = 4
"""So many months or quarters beside each other head a plan."""

LARGEST: Final = 4
"""A file that would be larger than so many of the usual ones is not looked through."""


def with_marks(result: Result, name: str, file: bytes, grids: list[Grid]) -> list[Grid]:
    """The tables of a workbook, with a mark in each cell below a month that has but a colour; told."""
    if not name.lower().endswith(".xlsx") or is_large(file, LARGEST):
        return grids
    with checked(file) as archive:
        colours = {sheet: painted(archive, part) for sheet, part in sheet_parts(archive)}
    found = []
    for grid in grids:
        marks = marked(grid, {*colours.get(grid.name, ())})
        if marks:
            cells = ", ".join(cell for cell, _, _ in marks[:MOST])
            why = say("the colours of these cells are taken for marks")
            result.told.append((grid.about(), cells, why))
        rows = [[*row] for row in grid.rows]
        for _, row, column in marks:
            rows[row][column] = SHAPE
        found.append(replace(grid, rows=tuple(map(tuple, rows))) if marks else grid)
    return found


def marked(grid: Grid, painted: set[str]) -> list[tuple[str, int, int]]:
    """The coloured cells below months where nothing is written; a row that is coloured whole has none."""
    known = {comparable(str(word)) for word in data()["months_and_quarters"]}
    heads = (
        [n for n, text in enumerate(row) if comparable(text) in known]
        for row in grid.rows[:DEEPEST]
    )
    top, months = next(((n, one) for n, one in enumerate(heads) if len(one) >= FEWEST), (0, []))
    lines = grid.lines or tuple(range(1, len(grid.rows) + 1))
    below = range(top + 1, len(grid.rows))
    if not painted or any(grid.cell(row, n) for row in below for n in months):
        return []
    found: list[tuple[str, int, int]] = []
    for row in below:
        cells = [(f"{letters(n)}{lines[row]}", row, n) for n in months]
        own = [one for one in cells if one[0] in painted]
        found += own if any(grid.rows[row]) and len(own) < len(months) else []
    return found
