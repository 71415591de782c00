"""The grade of a finding: as its cell says it, or what stands around it."""

from __future__ import annotations

from smmkit.intake.forms.base import Row, says
from smmkit.intake.table import Table
from smmkit.intake.ticked import BOX, BOX_BEHIND, TICKED
from smmkit.intake.words import comparable, data


def grade_of(text: str) -> str | None:
    """The grade that a text says; of several with boxes, that whose box is ticked, and only one."""
    boxes = list(BOX.finditer(text))
    if not boxes:
        return says(text, "grades") or in_short(text)
    if says(text[: boxes[0].start()], "grades"):
        boxes = list(BOX_BEHIND.finditer(text))
    ticked = {says(found["word"], "grades") for found in boxes if found["mark"] in TICKED}
    return ticked.pop() if len(ticked) == 1 else None


def in_short(text: str) -> str | None:
    """The grade that the letters of a cell stand for."""
    shorts = data()["short_grades"].items()
    return next((str(grade) for grade, words in shorts if comparable(text) in words), None)


def grade_around(table: Table, row: Row) -> str:
    """What says the grade of a row that has none: its part, its column, the sheet, a line above.

    Of the lines above a table the last that says a grade.
    """
    column = next((n for n in table.columns("statement") if table.said(row.number, n)), None)
    heading = table.paths[column][-1:] if column is not None else ()
    sheet = (table.grid.name,) if table.grid.is_sheet else ()
    above = tuple(reversed([*table.grid.above, *lines_in(table)]))
    return next((text for text in (row.part, *heading, *sheet, *above) if says(text, "grades")), "")


def lines_in(table: Table) -> list[str]:
    """The lines above the heading that stand alone in their row."""
    rows = (list(dict.fromkeys(filter(None, row))) for row in table.grid.rows[: table.top])
    return [said[0] for said in rows if len(said) == 1]
