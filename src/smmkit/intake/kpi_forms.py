"""A form for one indicator, with a word at the left: manual IKU, kamus indikator, profil indikator mutu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from smmkit.intake.headings import NUMBERING
from smmkit.intake.kpi_columns import period_of
from smmkit.intake.numbers import number
from smmkit.intake.roles import role_of
from smmkit.intake.turning import ANY_YEAR, EMPTY, KIND, Cell
from smmkit.intake.words import meaning
from smmkit.office.grid import Grid, evened
from smmkit.words import Message

TELLS: Final = frozenset(
    {"calculation", "measured_in", "direction", "data_source", "aggregation", "frequency", "owner"}
    | {"objective", "perspective", "numerator", "denominator", "target"}
)
FEWEST: Final = 4
"""So many words beside its name make a form of an indicator."""

FORM_ROWS: Final = 80
"""A form for one indicator has no more lines than this."""

BROADEST: Final = 2
"""So many different texts a line of a form has: its word, and what it says."""


@dataclass(frozen=True, slots=True)
class Joined(Grid):
    """A form and the table of its periods that stands below it in a text, as one."""

    tables: tuple[Grid, ...] = ()

    def place_of(self, row: int, column: int) -> Message:
        """Where a cell stands, in the table that it is of."""
        form, times = self.tables
        below = row - len(form.rows)
        return times.place_of(below, column) if below >= 0 else form.place_of(row, column)


def with_times(grids: list[Grid]) -> list[Grid]:
    """The tables of a text, where that of targets and values by period is a part of the form above it."""
    found: list[Grid] = []
    for grid in grids:
        form = found[-1] if found else None
        if form and not grid.is_sheet and is_of_times(grid) and of_a_form(form)[1]:
            rows = evened([[*row] for row in (*form.rows, *grid.rows)])
            found[-1] = Joined(
                form.name, rows, is_sheet=False, above=form.above, tables=(form, grid)
            )
        else:
            found.append(grid)
    return found


def is_of_times(grid: Grid) -> bool:
    """Whether a table has nothing but periods at its top, and targets or values below them."""
    (first, *times), *below = grid.rows
    is_headed = meaning(first, "down_the_side") == "period" and len(times) > 1
    return (
        is_headed
        and all(is_period((text, 0, 0)) for text in times)
        and all(role_of((row[0],), KIND) in {"target", "value"} for row in below)
    )


def of_a_form(grid: Grid) -> tuple[int, list[list[Cell]]]:
    """The first line of a form, heading (two lines) and row of its indicator; none where it is no form."""
    names: list[Cell] = []
    parts: list[Cell] = []
    cells: list[Cell] = []
    top, label, periods = -1, EMPTY, dict[int, Cell]()

    def add(name: Cell, part: Cell, cell: Cell) -> None:
        names.append(name)
        parts.append(part)
        cells.append(cell)

    for n in range(len(grid.rows)):
        said = line_of(grid, n)
        if not said:
            continue
        role = role_of((said[0][0],), KIND)
        if top < 0 and (role not in TELLS | {"kpi"} or len(said) < BROADEST):
            continue
        top = n if top < 0 else top
        if role:
            label = said[0]
        times = {cell[2]: cell for cell in said if is_period(cell)}
        amounts = [(one, n, m) for m in periods if (one := grid.cell(n, m)) and m != said[0][2]]
        if len(times) > 1 and len(times) >= len(said) - 1:
            periods = times
        elif periods and role in {"target", "value"} and (amounts or len(said) == 1):
            for cell in amounts:
                add(said[0], periods[cell[2]], cell)
        elif len(times) == 1 and len(said) > 1 and number(said[-1][0]) is not None:
            add(label, next(iter(times.values())), said[-1])
        elif len(said) > BROADEST:
            return top, []
        else:
            text = said[-1]
            add(said[0] if len(said) > 1 else EMPTY, EMPTY, text)
    roles = [role_of((name,), KIND) for name, *_ in names if name]
    is_form = roles.count("kpi") == 1 and len({*roles} & TELLS) >= FEWEST
    return top, [names, parts, cells] if is_form else []


def line_of(grid: Grid, row: int) -> list[Cell]:
    """The different texts of a line, without its number and the colons between them."""
    said = [
        (text.strip(" :") if n == 0 else text.lstrip(": "), row, n)
        for n, text in enumerate(grid.rows[row])
        if text.strip(" :") and (n == 0 or grid.cell(row, n - 1) != text)
    ]
    if len(said) > 1 and NUMBERING.fullmatch(said[0][0].strip()):
        said = [(said[1][0].strip(" :"), *said[1][1:]), *said[2:]]
    if len(said) == 1 and not role_of((said[0][0],), KIND):
        word, colon, rest = said[0][0].partition(":")
        if colon and rest.strip():
            return [(word.strip(), row, said[0][2]), (rest.strip(), row, said[0][2])]
    return said


def is_period(cell: Cell) -> bool:
    """Whether a text names a year or a part of one, and nothing else."""
    text = cell[0].strip()
    return len(text) < len("Triwulan III 2020 ") and period_of((text,), ANY_YEAR) is not None
