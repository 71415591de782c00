"""Findings that an auditor has set into a matrix of clauses by grades or by units: a row for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from smmkit.intake.by_content import TICKS, are_outcomes
from smmkit.intake.forms.base import CLAUSE
from smmkit.intake.forms.grades import grade_of
from smmkit.intake.headings import path_of
from smmkit.intake.table import DEEPEST, is_without_words
from smmkit.intake.turning import Cell, laid_out
from smmkit.intake.units import unit_of
from smmkit.intake.words import comparable, data, meaning
from smmkit.office.grid import Grid
from smmkit.qms import Qms

HEADS: Final = ("Unit", "Kategori", "Uraian temuan")
"""How the columns of a row for each finding are called, by words that are read."""
SAID: Final[dict[str, Callable[[str], object]]] = {"clause": CLAUSE.search, "grade": grade_of}
"""What each finding says of itself, by which it is known as one."""
FEWEST: Final = 4
"""So many words of a form stand at the left at least, where findings stand beside one another."""
SHORT: Final = 4
"""So many words may say the grade with which a line begins."""


def row_by_row(grid: Grid, qms: Qms) -> Grid:
    """A matrix of findings, or a form with one beside another, with a row for each; else as it is."""
    if lines := of_columns(grid):
        return laid_out(grid, min(row for _, row, _ in lines[0]), lines)
    for top in range(min(len(grid.rows), DEEPEST)):
        if "clause" in {meaning(text, "finding") for text in grid.rows[top] if text}:
            lines = of_matrix(grid, *heading_at(grid, top, qms), qms)
            return laid_out(grid, top, lines) if lines else grid
    return grid


def of_columns(grid: Grid) -> list[list[Cell]]:
    """Heading and rows, where the words of a form stand at the left and a finding in each column beside."""
    roles = {row: meaning(cells[0].strip(" :"), "finding") for row, cells in enumerate(grid.rows)}
    rows = [row for row, role in roles.items() if role]
    states = next((row for row in rows if roles[row] == "statement"), None)
    if states is None or len(rows) < FEWEST:
        return []
    # what is merged over several columns stands in each of them
    said = {text: n for n, text in reversed([*enumerate(grid.rows[states])][1:]) if text}
    columns = sorted(said.values())
    has_own = any(
        all(is_said(grid.cell(row, column)) for column in columns)
        for row in rows
        if (is_said := SAID.get(roles[row] or ""))
    )
    if len(columns) < 2 or not has_own:
        return []
    return [[(grid.cell(row, n), row, n) for row in rows] for n in (0, *columns)]


def heading_at(grid: Grid, row: int, qms: Qms) -> tuple[int, int]:
    """The first and the last row of a heading: grades may stand below units, or units below a title."""
    before, after = ([*named(grid, n, qms)] for n in (row - 1, row + 1))
    above = len(before) > 1
    below = len(after) > 1 and all(
        meaning(grid.cell(row, n), "finding") != "clause"
        or grid.cell(row + 1, n) in {"", grid.cell(row, n)}
        for n in range(len(grid.rows[row]))
    )
    return row - above, row + (below and not above)


def named(grid: Grid, row: int, qms: Qms) -> Iterator[int]:
    """The columns in which a row names a grade or a unit, and nothing else."""
    cells = grid.rows[row] if 0 <= row < len(grid.rows) else ()
    return (n for n, text in enumerate(cells) if text and (grade_of(text) or unit_of(qms, text)))


def of_matrix(grid: Grid, top: int, last: int, qms: Qms) -> list[list[Cell]]:
    """Heading and rows, one for each finding that a cell tells; none where there are only ticks or counts."""
    paths = [path_of(grid, top, last, n) for n in range(len(grid.rows[top]))]
    grades, units = (
        {n: text for n, path in enumerate(paths) if (text := next(filter(says, path), ""))}
        for says in (grade_of, lambda text: unit_of(qms, text))
    )
    below = {
        n: {grid.cell(row, n) for row in range(last + 1, len(grid.rows))} - {""} for n in grades
    }
    grades = {n: text for n, text in grades.items() if not are_outcomes(below[n])}
    is_graded = len({grade_of(text) for text in grades.values()}) > 1
    across = sorted(grades if is_graded else units)
    if len(across) < 2:
        return []
    kept = [n for n in range(len(paths)) if n not in across]
    lines = []
    for row in range(last + 1, len(grid.rows)):
        own: list[Cell] = [(grid.cell(row, n), row, n) for n in kept]
        for column in across:
            unit = (units.get(column, ""), top, column)
            for grade, text in findings_of_cell(grid.cell(row, column)):
                said = (grades[column], last, column) if is_graded else (grade, row, column)
                lines.append([*own, unit, said, (text, row, column)])
    if not lines or not (is_graded or any(grade for *_, (grade, *_), _ in lines)):
        return []
    heads: list[Cell] = [("".join(paths[n][-1:]), top, n) for n in kept]
    names = HEADS if units.keys() & {*across} else ("", *HEADS[1:])
    return [[*heads, *((text, top, across[0]) for text in names)], *lines]


def findings_of_cell(cell: str) -> Iterator[tuple[str, str]]:
    """The findings of a cell, each with the grade that it begins with; a tick or a number tells none."""
    found: list[tuple[str, list[str]]] = []
    for line in cell.splitlines():
        grade, text = graded(line)
        if grade or not found:
            found.append((grade, [text]))
        else:
            found[-1][1].append(text)
    for grade, lines in found:
        text = "\n".join(lines).strip()
        is_none = is_without_words(text) or comparable(text) in data()["none_found"]
        if not is_none and text.casefold() not in TICKS and any(map(str.isalpha, text)):
            yield grade, text


def graded(line: str) -> tuple[str, str]:
    """The grade with which a line begins, and what follows: `Minor: ...`, `(OFI) ...`."""
    for sign in ":)]–—-":
        head, found, rest = line.partition(sign)
        head = head.strip(" ([")
        if found and rest.strip() and len(head.split()) <= SHORT and grade_of(head):
            return head, rest.strip()
    return "", line
