"""Plans that mark their months by colours alone: a coloured cell is taken for a mark."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from smmkit.intake.result import Result
from smmkit.intake.table import DEEPEST
from smmkit.intake.words import comparable, data
from smmkit.office import word
from smmkit.office.colours import painted
from smmkit.office.grid import SHAPE, Grid, letters
from smmkit.office.reading import suffix
from smmkit.office.zipped import checked, is_large
from smmkit.words import Message, say

FEWEST: Final = 4
"""So many months or quarters beside each other head a plan."""

SEVERAL: Final = 2
"""So many different colours on cells without text are a language of their own; one is an ornament."""

MOST: Final = 20
"""So many cells are named."""

TAKEN: Final = say("the colours of these cells are taken for marks")
NOT_READ: Final = say("cells without text have colours; what they mean was not read")

LARGEST: Final = 4
"""A file that would be larger than so many of the usual ones is not looked through."""


def with_marks(result: Result, name: str, file: bytes, grids: list[Grid]) -> list[Grid]:
    """The tables of a file, with a mark in each cell below a month that has but a colour; told, as are
    those whose other cells speak by colours.
    """
    colours = {} if is_large(file, LARGEST) else colours_of(name, file)
    found = []
    for grid in grids:
        own = colours.get(grid.name, {})
        marks = marked(grid, {*own})
        tell(result, grid.about(), [cell for cell, _, _ in marks], TAKEN)
        rows = [[*row] for row in grid.rows]
        for cell, row, column in marks:
            rows[row][column] = SHAPE
            del own[cell]
        found.append(replace(grid, rows=tuple(map(tuple, rows))) if marks else grid)
    for sheet, own in colours.items():
        if len({*own.values()}) >= SEVERAL:
            about = next((g.about() for g in grids if g.name == sheet), say("sheet {n}", n=sheet))
            tell(result, about, [*own], NOT_READ)
    return found


def colours_of(name: str, file: bytes) -> dict[str, dict[str, str]]:
    """For each table of a workbook or a text its cells that have but a colour, each with that."""
    match suffix(name):
        case ".xlsx":
            with checked(file) as archive:
                return painted(archive)
        case ".docx":
            return word.painted(word.opened(file))
    return {}


def tell(result: Result, place: Message, cells: list[str], why: Message) -> None:
    """Tell what became of cells that have but a colour, if there are any."""
    if cells:
        result.told.append((place, ", ".join(cells[:MOST]), why))


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
