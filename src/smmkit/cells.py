"""A CSV file that a document names: its cells, and where each stands."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from smmkit.location import Location, SourceError
from smmkit.words import Message, say
from smmkit.yaml_text.source import decoded

DELIMITERS = (";", "\t", ",")

DECLARED = re.compile(r'"?sep=([;,\t])"?', re.IGNORECASE)
"""The line above the heading by which Excel knows what stands between the cells."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows under a heading line, as text.

    With `;` or a tab between the cells a comma is the decimal sign, as Excel writes it in
    Indonesia; with `,` between the cells it is the point.
    """

    path: str
    delimiter: str
    heading: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Line number, from 1, and cells."""
    lines: tuple[str, ...]
    heading_line: int = 1
    """The line of the heading: 2 below a line `sep=;`."""

    @classmethod
    def parse(cls, path: str, data: bytes) -> Cells:
        """Read a table.

        Raises:
            SourceError: it is no text, or has no heading.
        """
        text = decoded(path, data)
        lines = tuple(text.splitlines())
        declared = DECLARED.fullmatch(lines[0]) if lines else None
        above = 1 if declared else 0
        if len(lines) <= above or not lines[above].strip():
            raise SourceError(
                Location(path), say("the table is empty; its first line names the columns")
            )
        delimiter = declared[1] if declared else max(DELIMITERS, key=lines[0].count)
        last = 0
        try:
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
            if declared:
                next(reader)
            heading = tuple(name.strip().lower() for name in next(reader))
            rows = []
            last = reader.line_num
            for row in reader:
                if any(cell.strip() for cell in row):
                    rows.append((last + 1, tuple(cell.strip() for cell in row)))
                last = reader.line_num
        except csv.Error as error:
            at = Location(path, last + 1)
            raise SourceError(
                at, say("this line of the table cannot be read; is a quote left open?")
            ) from error
        return cls(path, delimiter, heading, tuple(rows), lines, above + 1)

    def at(self, line: int, column: int) -> Location:
        """Where a cell stands: its line, and the column of the file (from 1) where it begins."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        ends = ends_of_cells(text, self.delimiter)
        if column >= len(ends):
            return Location(self.path, line, len(text) + 1)
        start = ends[column - 1] + 1 if column else 0
        return Location(self.path, line, start + 1, line, ends[column] + 1)

    def number(self, text: str) -> Decimal | Message:
        """The number that a cell says, or why it says none; the text is not empty.

        Why: `1.234` means twelve hundred in Jakarta and a little over one in London. What can be
        read in two ways is never guessed.
        """
        sign, other = (".", ",") if self.delimiter == "," else (",", ".")
        if re.fullmatch(rf"[+-]?[0-9]+({re.escape(sign)}[0-9]+)?", text):
            return Decimal(text.replace(sign, "."))
        if re.fullmatch(rf"[+-]?[0-9]{{1,3}}{re.escape(other)}[0-9]{{3}}", text):
            return say(
                "{text} can be read in two ways; write {first} or {second}",
                text=text,
                first=text.replace(other, ""),
                second=text.replace(other, sign),
            )
        return say(
            "{text} is not a number; write digits, with {sign} before decimals, as {example}",
            text=text,
            sign=sign,
            example=f"1234{sign}5",
        )


@lru_cache(maxsize=2)
def ends_of_cells(text: str, delimiter: str) -> list[int]:
    """Behind which letter each cell of a line ends; kept, since a heading has faults in every cell."""
    ends, quoted = [], False
    for index, letter in enumerate(text):
        if letter == '"':
            quoted = not quoted
        elif letter == delimiter and not quoted:
            ends.append(index)
    return [*ends, len(text)]
