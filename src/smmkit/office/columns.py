"""What stands over a cell of a table and before it: the label that says what its number is."""

from __future__ import annotations

from typing import Final

LONGEST: Final = 60
SIGNS: Final = " :.-="
"""A cell that has these alone stands between a label and what it tells of."""

MOST: Final = 2_000
"""More columns than this have no headings."""


class Columns:
    """Labels by column, as they are met: cell by cell, row by row."""

    def __init__(self) -> None:
        self.above: dict[int, str] = {}
        self.column = -1
        self.before = ""

    def row(self) -> None:
        """A new row begins."""
        self.column, self.before = -1, ""

    def next(self, text: str, column: int | None = None) -> str:
        """The context of the next cell, or of that in a column; its own text may be a label for others."""
        context = self.entered(column)
        self.left(text)
        return context

    def entered(self, column: int | None = None) -> str:
        """The context of the next cell, or of that in a column: its heading, below it the label before."""
        self.column = self.column + 1 if column is None else column
        above = self.above.get(self.column, "")
        return f"{above}\n{self.before}" if self.before else above

    def left(self, text: str) -> None:
        """What stands in the cell that was entered."""
        if text.strip(SIGNS):
            self.before = ""
        if is_label(text):
            self.before = text
            if self.column < MOST:
                self.above[self.column] = text


def is_label(text: str) -> bool:
    """Whether a text can be a heading or a label: short, of letters, with hardly a digit."""
    digits = sum(map(str.isdigit, text))
    return 1 < len(text) <= LONGEST and digits < 3 and any(map(str.isalpha, text))
