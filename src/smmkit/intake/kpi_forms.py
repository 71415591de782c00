"""A form for one indicator, with a word at the left: manual IKU, kamus indikator, profil indikator mutu."""

from __future__ import annotations

from typing import Final

from smmkit.intake.headings import NUMBERING
from smmkit.intake.kpi_columns import period_of
from smmkit.intake.numbers import number
from smmkit.intake.roles import role_of
from smmkit.intake.turning import ANY_YEAR, EMPTY, KIND, Cell
from smmkit.office.grid import Grid

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
        amounts = [cell for cell in said if cell[2] in periods and cell not in times.values()]
        if len(times) > 1 and len(times) >= len(said) - 1:
            periods = times
        elif periods and role in {"target", "value"} and amounts:
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
