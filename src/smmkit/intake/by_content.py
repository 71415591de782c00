"""What a column is by what stands below it: ticks, levels, words of one sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smmkit.intake.roles import role_of
from smmkit.intake.words import data, holds, meaning

if TYPE_CHECKING:
    from smmkit.intake.table import Table

TICKS: Final = frozenset({"√", "✓", "✔", "v", "x", "●", "■"})
"""What marks the one of several columns that fits."""

SHAPES: Final = frozenset("○●◯□■▭▢◇◆◊⬜⬛")
"""What draws a step below who does it, as a letter."""

LEVELS: Final = frozenset({"0", "1", "2", "3", "4", "5", "✗", "✘", "×"})
"""What marks how far somebody has got, or that something lacks."""


def seen(table: Table, column: int, role: str) -> str:
    """What a column is: one of two sorts, ticks below a grade or a name of its own, else as headed."""
    path, kind = table.paths[column], table.kind
    is_headed = role or not path
    if kind == "procedure" and not is_headed and table.is_ticked(column, TICKS | SHAPES):
        return "actor"
    is_free = kind == "attendance" and not is_headed and is_attendance(table)
    if is_free and table.is_ticked(column, TICKS | {*data()["attended"]}):
        return "session"
    if kind == "audit" and role == "row" and column and table.is_ticked(column):
        return "verdict"
    is_own = column and path and kind == "competences" and not meaning(path[-1], kind)
    if is_own and table.is_ticked(column, TICKS | LEVELS):
        return "mark"
    if (kind, role) == ("external-providers", "class") and says_only(table, column, "predicates"):
        return "result"
    if (kind, role) == ("risk-register", "title") and says_only(table, column, "sorts"):
        return "sort"
    names_grade = kind == "finding" and role in {"", "statement"} and path
    is_grade = names_grade and meaning(path[-1], "grades")
    return "grade" if is_grade and table.is_ticked(column) else role


def is_attendance(table: Table) -> bool:
    """Whether a table of names says that it lists who was there: then each mark is one of presence."""
    if all(role_of(path, table.kind) != "name" for path in table.paths):
        return False
    above = {text for row in table.grid.rows[: table.top] for text in row}
    lines = (table.grid.name, *table.grid.above, *above)
    return any(holds(line, data()["attendance_papers"]) for line in lines)


def says_only(table: Table, column: int, words: str) -> bool:
    """Whether all cells of a column mean one of some words: `Risiko/Peluang` heads both; Baik, Kurang."""
    said = {table.grid.cell(row, column) for row in table.below()} - {""}
    return bool(said) and all(meaning(text, words) for text in said)
