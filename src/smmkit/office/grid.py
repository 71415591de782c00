"""A table as people draw it, in Word, Excel or CSV: cells of text, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass

from smmkit.words import Message, say

SHAPE, DECISION = "■", "◆"
"""What stands in a cell that has no text and in which a shape is drawn, or a diamond."""

UNCOUNTED = "=?"
"""How a cell begins whose formula was never counted, or with which fault: `=?#REF!`."""

FAULTS = frozenset(
    {"#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
"""What stands in a cell whose formula cannot be counted."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, each row as long as the longest; a merged cell has its text in every part.

    A number is written with a comma before its decimals and without separators of thousands,
    a day as 2019-12-31, whatever the file says of how to show it.
    """

    name: str
    """The name of the sheet, or the number of the table in a text."""
    rows: tuple[tuple[str, ...], ...]
    is_sheet: bool = True
    lines: tuple[int, ...] = ()
    """The number of the line of each row, where some were left out."""
    above: tuple[str, ...] = ()
    """The lines of the text right above it, in a text."""
    shifts: tuple[int, ...] = ()
    """By how many columns each row was moved to the left, where halves of a table stood side by side."""
    named_by: str = ""
    """The name of the file, where nothing else names what its numbers are of."""

    def cell(self, row: int, column: int) -> str:
        """The text of a cell, counted from 0; nothing where there is none."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return self.rows[row][column] if inside else ""

    def place_of(self, row: int, column: int) -> Message:
        """Where a cell stands, as its program shows it."""
        line = self.lines[row] if self.lines else row + 1
        column += self.shifts[row] if self.shifts else 0
        if self.is_sheet:
            return say("{sheet}, cell {cell}", sheet=self.name, cell=f"{letters(column)}{line}")
        return say("table {n}, row {row}, column {m}", n=self.name, row=line, m=column + 1)

    def about(self) -> Message:
        """How the table is called."""
        return say("sheet {n}", n=self.name) if self.is_sheet else say("table {n}", n=self.name)


def letters(column: int) -> str:
    """The name that Excel gives a column, counted from 0: A, Z, AA."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def evened(rows: list[list[str]], trimmed: bool = True) -> tuple[tuple[str, ...], ...]:
    """Rows of one length, without the empty ones at the end, nor, if trimmed, such columns."""
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    while trimmed and width and not any(row[width - 1] for row in rows if len(row) == width):
        width -= 1
    return tuple((*row[:width], *[""] * (width - len(row))) for row in rows)
