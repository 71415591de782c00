"""What a column is by what stands below it: ticks, levels, words of one sort."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from smmkit.intake.roles import role_of
from smmkit.intake.words import comparable, data, holds, meaning

if TYPE_CHECKING:
    from smmkit.intake.table import Table

TICKS: Final = frozenset({"√", "✓", "✔", "v", "x", "●", "■"})
"""What marks the one of several columns that fits."""

SHAPES: Final = frozenset("○●◯□■▭▢◇◆◊⬜⬛")
"""What draws a step below who does it, as a letter."""

AMOUNT: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,4})?\s?%?")
"""A number that is no year."""

LEVELS: Final = frozenset({"0", "1", "2", "3", "4", "5", "✗", "✘", "×"})
"""What marks how far somebody has got, or that something lacks."""


def seen(table: Table, column: int, role: str) -> str:
    """What a column is: one of two sorts, ticks below a grade or a name of its own, else as headed."""
    path, kind = table.paths[column], table.kind
    is_headed = role or not path
    is_doer = kind == "procedure" and not is_headed and meaning(path[-1], "months") is None
    if is_doer and table.is_ticked(column, TICKS | SHAPES):
        return "actor"
    if kind == "job-description" and path and comparable(path[-1]) in {"no", "nomor"}:
        return "row"
    is_free = kind == "attendance" and not is_headed and is_attendance(table)
    if is_free and table.is_ticked(column, TICKS | {*data()["attended"], *data()["absent"]}):
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
    if (kind, role) == ("risk-register", "due") and are_amounts(table, column):
        return ""
    if (kind, role) == ("audit", "") and are_outcomes(texts_of(table, column)):
        return "verdict"
    if kind != "finding" or role not in {"", "statement", "status"}:
        return role
    is_grade = path and is_outcome(path[-1]) and table.is_ticked(column)
    return "grade" if is_grade or are_outcomes(texts_of(table, column)) else role


def are_amounts(table: Table, column: int) -> bool:
    """Whether a column says only how much: `Target` is a day where nothing else is meant by it."""
    said = {text for row in table.below() if (text := table.grid.cell(row, column).strip())}
    return bool(said) and all(AMOUNT.fullmatch(text) for text in said)


def is_attendance(table: Table) -> bool:
    """Whether a table of names says that it lists who was there: then each mark is one of presence."""
    if all(role_of(path, table.kind) != "name" for path in table.paths):
        return False
    above = {text for row in table.grid.rows[: table.top] for text in row}
    lines = (table.grid.name, *table.grid.above, *above)
    return any(holds(line, data()["attendance_papers"]) for line in lines)


def says_only(table: Table, column: int, words: str) -> bool:
    """Whether all cells of a column mean one of some words: `Risiko/Peluang` heads both; Baik, Kurang."""
    said = texts_of(table, column)
    return bool(said) and all(meaning(text, words) for text in said)


def texts_of(table: Table, column: int) -> set[str]:
    """What the cells of a column say."""
    return {table.grid.cell(row, column) for row in table.below()} - {""}


def are_outcomes(said: set[str]) -> bool:
    """Whether each of some texts is what an auditor says of a clause in a word or two: C, NC (minor), OFI."""
    return bool(said) and all(is_outcome(text) for text in said)


def is_outcome(text: str) -> bool:
    """Whether a text is made of words for a grade, or that a clause conforms or does not, alone."""
    said = comparable(text).split()
    return bool(said) and outcomes().issuperset(said)


@cache
def outcomes() -> frozenset[str]:
    """Every word of those lists."""
    lists = (data()[name] for name in ("grades", "short_grades", "outcomes"))
    said = (str(word) for one in lists for words in one.values() for word in words)
    return frozenset(word for text in said for word in comparable(text).split())
