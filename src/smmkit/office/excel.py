"""An Excel file (.xlsx): its first lines, and its sheets as tables."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any

from smmkit.office.grid import FAULTS, UNCOUNTED, Grid, evened
from smmkit.office.merges import Span, merges
from smmkit.office.shapes import MAX_SHEETS, shapes
from smmkit.office.zipped import checked

MAX_ROWS, MAX_COLUMNS = 5_000, 256
"""A workbook is read as far as this."""

MAX_MERGED = 100_000
"""So many cells have the text of one that they are merged with; a page has some hundreds."""

FORMULA = re.compile(rb"<(?:[\w.-]{1,40}:)?f[\s>/]")
"""How one begins."""


LITERAL = re.compile(r'"[^"]*"|[\\_*].')
"""What a format of numbers shows as mere text."""

CODE = re.compile(r"0{2,15}")
"""The format of a number that is a code: 00077."""


@contextmanager
def opened(data: bytes, **options: bool) -> Iterator[Any]:
    """The workbook, closed at the end; what the reader warns of does not concern us.

    Raises:
        OfficeError: it is no archive, or a dangerous one.
    """
    import openpyxl
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    checked(data).close()
    # a sheet that does not say how large it is would be read whole to learn that; nobody here asks
    ReadOnlyWorksheet._get_size = ReadOnlyWorksheet.reset_dimensions
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), **options)
        try:
            yield book
        finally:
            book.close()


def first_lines(data: bytes, most: int) -> tuple[dict[str, str], list[str]]:
    """The properties of a workbook, and the first lines of its first sheet."""
    with opened(data, read_only=True, data_only=True) as book:
        own = {"title": book.properties.title or "", "version": book.properties.version or ""}
        lines: list[str] = []
        for sheet in book.worksheets[:1]:
            sheet.reset_dimensions()
            for row in sheet.iter_rows(max_row=most, max_col=MAX_COLUMNS):
                cells = [text for cell in row if (text := text_of(cell))]
                lines += [" | ".join(" ".join(text.split()) for text in cells)] if cells else []
        return own, lines


def grids(data: bytes) -> tuple[list[Grid], list[str]]:
    """Every sheet that is shown, and the names of those that are hidden."""
    drawings, spans = shapes(data), merges(data)
    with opened(data, read_only=True, data_only=True) as book, ExitStack() as stack:
        formulas = stack.enter_context(opened(data, read_only=True)) if has_formulas(data) else book
        shown = [s for s in book.worksheets if s.sheet_state == "visible"][:MAX_SHEETS]
        found = []
        for sheet in shown:
            rows = rows_of(sheet, None if formulas is book else formulas[sheet.title])
            drawn = drawings.get(sheet.title, {})
            found.append(Grid(sheet.title, evened(filled(rows, drawn, spans.get(sheet.title, [])))))
        return found, [s.title for s in book.worksheets if s.sheet_state != "visible"]


def has_formulas(data: bytes) -> bool:
    """Whether anything is counted in a workbook."""
    with checked(data) as archive:
        parts = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
        return any(FORMULA.search(archive.read(name)) for name in parts)


def rows_of(sheet: Any, formulas: Any) -> list[list[str]]:
    """The cells of a sheet as text, row by row; it is read as it comes, and as far as MAX_ROWS."""
    if formulas is None:
        return [[text_of(cell) for cell in row] for row in cells(sheet)]
    rows = []
    for values, written in zip(cells(sheet), cells(formulas), strict=False):
        row = [text_of(cell) for cell in values]
        for column, cell in enumerate(written[: len(row)]):
            if cell.data_type == "f" and not row[column]:
                row[column] = UNCOUNTED
        rows.append(row)
    return rows


def cells(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """The cells of each row, whatever the sheet says of its size."""
    sheet.reset_dimensions()
    return (row[:MAX_COLUMNS] for row in islice(sheet.iter_rows(max_row=MAX_ROWS), MAX_ROWS))


def filled(
    rows: list[list[str]], drawings: Mapping[tuple[int, int], str], spans: Iterable[Span]
) -> list[list[str]]:
    """The rows with a sign where only a shape is drawn; a merged cell has its text in each part."""
    for (line, column), sign in drawings.items():
        if line < MAX_ROWS and column < MAX_COLUMNS and not cell_at(rows, line, column):
            put_cell(rows, line, column, sign)
    left = MAX_MERGED
    for top, first, bottom, last in spans:
        if not (text := cell_at(rows, top, first)):
            continue
        columns = range(first, min(last + 1, MAX_COLUMNS))
        lines = range(top, min(bottom + 1, MAX_ROWS, top + left // max(1, len(columns))))
        left -= len(lines) * len(columns)
        for line in lines:
            for column in columns:
                put_cell(rows, line, column, text)
    return rows


def cell_at(rows: list[list[str]], line: int, column: int) -> str:
    """The text of a cell; nothing where the rows are too few or too short."""
    return rows[line][column] if line < len(rows) and column < len(rows[line]) else ""


def put_cell(rows: list[list[str]], line: int, column: int, text: str) -> None:
    """Write a cell, and what is missing before it."""
    rows += [[] for _ in range(line + 1 - len(rows))]
    rows[line] += [""] * (column + 1 - len(rows[line]))
    rows[line][column] = text


def text_of(cell: Any) -> str:
    """A value as text, whatever its language shows: `95,5`, `95%`, `2019-12-31`."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "v" if value else ""
        case datetime():
            return (value.date() if value.time() == time() else value).isoformat()
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case int() | float():
            return number_shown(value, str(cell.number_format))
    if str(value) in FAULTS:
        return UNCOUNTED + str(value)
    lines = (" ".join(line.split()) for line in str(value).splitlines())
    return "\n".join(line for line in lines if line)


def number_shown(value: float, form: str) -> str:
    """A number with the percent sign that its format shows, and the zeros before it of a code.

    A sign that stands in the format as mere text is shown, and multiplies nothing.
    """
    if CODE.fullmatch(form) and isinstance(value, int) and value >= 0:
        return f"{value:0{len(form)}}"
    is_share = "%" in LITERAL.sub("", form)
    number = Decimal(repr(value)) * (100 if is_share else 1)
    return plain(number) + ("%" if "%" in form else "")


def plain(number: Decimal) -> str:
    """A number without zeros that say nothing; what binary fractions leave behind is cut off."""
    if not number.is_finite():
        return str(number)
    text = f"{round(number, 10):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",") or "0"
