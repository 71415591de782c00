"""A CSV file that a document names: its cells, and where each stands."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from smmkit.files.ends import OLE
from smmkit.location import Location, SourceError
from smmkit.words import Message, say
from smmkit.words.numbers import IN_TWO_WAYS, NOTHING, Beside, in_two_ways, number_meant
from smmkit.yaml_text.decoding import decoded, said_encoding
from smmkit.yaml_text.reading import MAX_DIGITS

DELIMITERS = (";", "\t", ",")

BAR = "|"
"""What parts cells elsewhere."""

VOID = ' \t;,"'
"""What an empty line of a table may hold."""

MOST_ABOVE = 10
"""So many lines of a title may stand above a heading."""

Row = tuple[int, tuple[str, ...]]
"""The number of a line, from 1, and its cells."""

DECLARED = re.compile(r'"?sep=([;,\t])"?[;,\t]*', re.IGNORECASE)
"""The line above the heading by which Excel knows what stands between the cells."""

NUMBER = {sign: re.compile(rf"[+-]?[0-9]+({re.escape(sign)}[0-9]+)?") for sign in ".,"}
"""How a number is written, by its decimal sign."""


def in_utf_8(data: bytes) -> bytes:
    """A table in UTF-8, if it says that it is in another encoding and is, as Excel saves `Unicode Text`."""
    try:
        return data.decode(encoding).encode() if (encoding := said_encoding(data)) else data
    except UnicodeDecodeError:
        return data


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows under a heading line, as text.

    With `;` or a tab between the cells a comma is the decimal sign, as Excel writes it in
    Indonesia; with `,` between the cells it is the point.
    """

    path: str
    delimiter: str
    heading: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[str, ...]
    heading_line: int = 1
    """The line of the heading: 2 below a line `sep=;`."""

    @classmethod
    def parse(cls, path: str, data: bytes) -> Cells:
        """Read a table. What Excel adds to it is left out: `sep=;`, empty lines, columns without anything.

        Raises:
            SourceError: it is no text, or has no heading.
        """
        text = decoded(path, in_utf_8(data))
        lines = tuple(text.splitlines())
        top = first_line(lines, 0)
        declared = DECLARED.fullmatch(lines[top]) if top < len(lines) else None
        if declared:
            top = first_line(lines, top + 1)
        if top >= len(lines):
            raise SourceError(
                Location(path), say("the table is empty; its first line names the columns")
            )
        delimiter = declared[1] if declared else max(DELIMITERS, key=lines[top].count)
        rows = list(rows_of(path, text, delimiter, top))
        heading = tuple(name.lower() for name in rows[0][1])
        return cls(path, delimiter, *squeezed(heading, rows[1:], delimiter), lines, top + 1)

    @classmethod
    def table(cls, path: str, data: bytes, is_column: Callable[[str], bool]) -> Cells:
        """Read a table that a kind knows the columns of, so that each may stand there once.

        Raises:
            SourceError: it is no text, has no heading or a title above it, or one column twice.
        """
        if data.startswith((b"PK\x03\x04", OLE)):
            raise SourceError(
                Location(path),
                say("this is a file of Excel, no table of text"),
                say("save it as CSV UTF-8 in Excel, and name that"),
            )
        cells = cls.parse(path, data)
        if BAR in cells.heading[0] and sum(map(is_column, cells.heading[0].split(BAR))) > 1:
            right = ";".join(name.strip() for name in cells.heading[0].strip(BAR).split(BAR))
            raise SourceError(
                cells.at(cells.heading_line, 0),
                say("the cells are parted by {sign}", sign=BAR),
                say("part them by a semicolon in every line: {line}", line=f"`{right}`"),
            )
        if below := cells.heading_below(is_column):
            raise SourceError(
                cells.at(cells.heading_line, 0),
                say(
                    "a title stands above the names of the columns, which are in line {n}", n=below
                ),
                say("delete the lines above line {n}: the first line names the columns", n=below),
            )
        seen: set[str] = set()
        for index, name in enumerate(cells.heading):
            if name and name in seen:
                raise SourceError(
                    cells.at(cells.heading_line, index),
                    say("the column {name} stands here a second time", name=name),
                    say("delete one of the two, or give it its own name"),
                )
            seen.add(name)
        return cells

    def heading_below(self, is_column: Callable[[str], bool]) -> int | None:
        """The line that names the columns, where the first one does not."""
        if any(map(is_column, self.heading)):
            return None
        for number, line in enumerate(self.lines[: self.heading_line + MOST_ABOVE], 1):
            for delimiter in DELIMITERS:
                names = (cell.strip(VOID).lower() for cell in line.split(delimiter))
                if number > self.heading_line and sum(map(is_column, names)) > 1:
                    return number
        return None

    def is_void(self, column: int) -> bool:
        """Whether nothing at all stands in a column, not even a heading."""
        return not self.heading[column] and not any(
            row[column] for _, row in self.rows if column < len(row)
        )

    def at(self, line: int, column: int) -> Location:
        """Where a cell stands: its line, and the column of the file (from 1) where it begins."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        ends = ends_of_cells(text, self.delimiter)
        if column >= len(ends):
            return Location(self.path, line, len(text) + 1)
        start = ends[column - 1] + 1 if column else 0
        return Location(self.path, line, start + 1, line, ends[column] + 1)

    def column(self, index: int) -> Iterator[str]:
        """What stands below a heading, line by line."""
        return (row[index] for _, row in self.rows if index < len(row))

    def number(self, text: str, near: Beside = NOTHING) -> Decimal | Message:
        """The number that a cell says, or why it says none; the text is not empty.

        What can be read in two ways is never guessed: what is `near` settles it, or it is told.
        """
        if len(text) > MAX_DIGITS:
            return say("a number has more than {n} digits", n=MAX_DIGITS)
        if text.isascii() and text.isdigit():
            return Decimal(text)
        sign = "." if self.delimiter == "," else ","
        if NUMBER[sign].fullmatch(text):
            number = Decimal(text.replace(sign, "."))
            if sign == "," or not IN_TWO_WAYS.fullmatch(text) or near.shows_decimals(number):
                return number
        if IN_TWO_WAYS.fullmatch(text):
            return in_two_ways(text, sign)
        if (meant := number_meant(text)) and meant[1]:
            return say(
                "{text} cannot stand so in this table; write {right}",
                text=text,
                right=meant[0].replace(".", sign),
            )
        return say(
            "{text} is not a number; write digits, with {sign} before decimals, as {example}",
            text=text,
            sign=sign,
            example=f"1234{sign}5",
        )


def first_line(lines: Sequence[str], start: int) -> int:
    """The first line from here on in which anything stands."""
    return next((n for n in range(start, len(lines)) if lines[n].strip(VOID)), len(lines))


def rows_of(path: str, text: str, delimiter: str, top: int) -> Iterator[Row]:
    """The rows below so many lines, the heading among them, but for empty ones.

    Raises:
        SourceError: one cannot be read.
    """
    stream = io.StringIO(text, newline="")
    for _ in range(top):
        next(stream)
    reader, last = csv.reader(stream, delimiter=delimiter, strict=True), 0
    try:
        for row in reader:
            cells = tuple(cell.strip() for cell in row)
            if any(cells):
                yield top + last + 1, cells
            last = reader.line_num
    except csv.Error as error:
        raise SourceError(
            Location(path, top + last + 1),
            say("this line of the table cannot be read; is a quote left open?"),
        ) from error


def squeezed(
    heading: tuple[str, ...], rows: list[Row], delimiter: str
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """A heading and rows without what is empty behind them: Excel writes such cells."""
    named = width = length_of(heading)
    if named < len(heading):
        width = max([named, *(min(length_of(row), len(heading)) for _, row in rows)])
    digits = {line for line, row in rows if all(map(str.isdecimal, row[width - 2 : width]))}
    widths = {len(row) for line, row in rows if line in digits}
    broken = width + 1 if delimiter == "," and width not in {*widths, 2} else 0  # 23,5 is two cells
    cut = (
        (line, row if line in digits and len(row) == broken else row[: max(width, length_of(row))])
        for line, row in rows
    )
    return heading[:width], tuple(cut)


def length_of(cells: tuple[str, ...]) -> int:
    """How many cells there are up to the last in which anything stands."""
    length = len(cells)
    while length and not cells[length - 1]:
        length -= 1
    return length


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
