"""Findings that an auditor has set into a matrix of clauses by grades or by units: a row for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from smmkit.intake.by_content import TICKS
from smmkit.intake.forms.grades import grade_of
from smmkit.intake.table import DEEPEST, is_blank
from smmkit.intake.turning import EMPTY, Cell, laid_out
from smmkit.intake.units import unit_of
from smmkit.intake.words import meaning
from smmkit.office.grid import Grid
from smmkit.qms import Qms

HEADS: Final = ("Unit", "Kategori", "Uraian temuan")
"""How the columns of a row for each finding are called, by words that are read."""
SHORT: Final = 4
"""So many words may say the grade with which a line begins."""


def row_by_row(grid: Grid, qms: Qms) -> Grid:
    """A matrix of findings with a row for each; every other table as it is."""
    for top in range(min(len(grid.rows), DEEPEST)):
        heading = grid.rows[top]
        if "clause" not in {meaning(text, "finding") for text in heading if text}:
            continue
        grades = {n: text for n, text in enumerate(heading) if text and grade_of(text)}
        units = {n: text for n, text in enumerate(heading) if text and unit_of(qms, text)}
        is_graded = len({grade_of(text) for text in grades.values()}) > 1
        by = grades if is_graded else units
        if len(by) > 1 and (lines := of_matrix(grid, top, sorted(by), is_graded=is_graded)):
            return laid_out(grid, top, lines)
        return grid
    return grid


def of_matrix(grid: Grid, top: int, across: list[int], *, is_graded: bool) -> list[list[Cell]]:
    """Heading and rows, one for each finding that a cell tells; none where there are only ticks or counts."""
    kept = [n for n in range(len(grid.rows[top])) if n not in across]
    lines = []
    for row in range(top + 1, len(grid.rows)):
        own: list[Cell] = [(grid.cell(row, n), row, n) for n in kept]
        for column in across:
            name = (grid.cell(top, column), top, column)
            for grade, text in told(grid.cell(row, column)):
                what = (text, row, column)
                lines.append(
                    [*own, EMPTY, name, what]
                    if is_graded
                    else [*own, name, (grade, row, column), what]
                )
    if not lines or not (is_graded or any(grade for *_, (grade, *_), _ in lines)):
        return []
    heads: list[Cell] = [(grid.cell(top, n), top, n) for n in kept]
    unit = [("" if is_graded else HEADS[0], top, across[0])]
    return [[*heads, *unit, *((text, top, across[0]) for text in HEADS[1:])], *lines]


def told(cell: str) -> Iterator[tuple[str, str]]:
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
        if not is_blank(text) and text.casefold() not in TICKS and any(map(str.isalpha, text)):
            yield grade, text


def graded(line: str) -> tuple[str, str]:
    """The grade with which a line begins, and what follows: `Minor: ...`, `(OFI) ...`."""
    for sign in ":)]–—-":
        head, found, rest = line.partition(sign)
        head = head.strip(" ([")
        if found and rest.strip() and len(head.split()) <= SHORT and grade_of(head):
            return head, rest.strip()
    return "", line
