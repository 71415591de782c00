"""Tables with the targets of an indicator in one line and its actual values in the next, put side by side."""

from __future__ import annotations

from typing import Final

from smmkit.intake.roles import role_of
from smmkit.intake.turning import EMPTY, KIND, Cell, together
from smmkit.office.grid import Grid

LINES: Final = frozenset({"target", "value"})


def of_two_lines(grid: Grid, top: int) -> list[list[Cell]]:
    """Heading, in two lines, and a row for each indicator; nothing where no column says what a line is."""
    roles = [role_of((text,), KIND) if text else "row" for text in grid.rows[top]]
    key = next((one for one in ("kpi", "objective") if one in roles), "")
    if not key or "value" in roles:
        return []
    roles[roles.index(key)] = "kpi"
    below = range(top + 1, len(grid.rows))
    after = max(n for n, role in enumerate(roles) if role in {"kpi", "target"})
    for column in range(after + 1, len(roles)):
        if {role_of((grid.cell(n, column),), KIND) for n in below} >= LINES:
            return put_together(grid, top, column, roles)
    return []


def put_together(grid: Grid, top: int, column: int, roles: list[str]) -> list[list[Cell]]:
    """What the lines of an indicator say of each time, below the word of its line, which stands in a column.

    Nothing where an indicator has two lines of one word; a line without a word stays what it is.
    """
    heads = grid.rows[top]
    names = [n for n, role in enumerate(roles) if n < column and role != "row"]
    times = [n for n in range(column + 1, len(heads)) if heads[n]]
    groups: dict[str, dict[str, int]] = {}
    words: dict[str, int] = {}
    others: list[list[Cell]] = []
    name = ""
    for row in range(top + 1, len(grid.rows)):
        word = grid.cell(row, column)
        if not word:
            text = " | ".join(dict.fromkeys(filter(None, grid.rows[row])))
            others += [[(text, row, 0)]] if text else []
            continue
        name = grid.cell(row, roles.index("kpi")) or name
        words.setdefault(word, row)
        if groups.setdefault(name, {}).setdefault(word, row) != row:
            return []
    first = [EMPTY, *((heads[n], top, n) for n in names)]
    first += [(word, row, column) for word, row in words.items() for _ in times]
    parts = [EMPTY, *(EMPTY for _ in names), *((heads[n], top, n) for _ in words for n in times)]
    rows = [
        [EMPTY, *((together(grid, [*lines.values()], n), min(lines.values()), n) for n in names)]
        + [
            (grid.cell(lines[word], n), lines[word], n) if word in lines else EMPTY
            for word in words
            for n in times
        ]
        for lines in groups.values()
    ]
    return [first, parts, *rows, *others]
