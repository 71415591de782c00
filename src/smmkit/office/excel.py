"""An Excel file (.xlsx): its first lines, and its sheets as tables."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from smmkit.office.grid import Grid, evened
from smmkit.office.shapes import shapes
from smmkit.office.zipped import checked

MAX_ROWS, MAX_COLUMNS = 5_000, 256
"""A sheet is read as far as this."""

FORMULA = "=?"
"""What stands in a cell whose formula was never counted by a program that keeps the value."""


@contextmanager
def opened(data: bytes, **options: bool) -> Iterator[Any]:
    """The workbook, closed at the end; what the reader warns of does not concern us.

    Raises:
        OfficeError: it is no archive, or a dangerous one.
    """
    import openpyxl

    checked(data).close()
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
    drawings = shapes(data)
    with opened(data, data_only=True) as book, opened(data) as formulas:
        found = [
            Grid(
                sheet.title,
                evened(rows_of(sheet, formulas[sheet.title], drawings.get(sheet.title, {}))),
            )
            for sheet in book.worksheets
            if sheet.sheet_state == "visible"
        ]
        return found, [s.title for s in book.worksheets if s.sheet_state != "visible"]


def rows_of(sheet: Any, formulas: Any, drawings: dict[tuple[int, int], str]) -> list[list[str]]:
    """The cells of a sheet as text; a merged cell has its text in each of its parts."""
    height = min(
        max(sheet.max_row, *(row + 1 for row, _ in drawings), 1) if drawings else sheet.max_row,
        MAX_ROWS,
    )
    wide = min(max([sheet.max_column, *(c + 1 for _, c in drawings)]), MAX_COLUMNS)
    rows = [
        [text_of(cell) for cell in row]
        for row in sheet.iter_rows(min_row=1, min_col=1, max_row=height, max_col=wide)
    ]
    for row in formulas.iter_rows(min_row=1, min_col=1, max_row=height, max_col=wide):
        for cell in row:
            if cell.data_type == "f" and not rows[cell.row - 1][cell.column - 1]:
                rows[cell.row - 1][cell.column - 1] = FORMULA
    for (line, column), sign in drawings.items():
        if line < height and column < wide and not rows[line][column]:
            rows[line][column] = sign
    for span in sheet.merged_cells.ranges:
        text = rows[span.min_row - 1][span.min_col - 1] if span.min_row <= height else ""
        for line in range(span.min_row - 1, min(span.max_row, height)):
            for column in range(span.min_col - 1, min(span.max_col, wide)):
                rows[line][column] = text
    return rows


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
            percent = "%" in str(cell.number_format)
            number = Decimal(repr(value)) * (100 if percent else 1)
            return plain(number) + ("%" if percent else "")
    lines = (" ".join(line.split()) for line in str(value).splitlines())
    return "\n".join(line for line in lines if line)


def plain(number: Decimal) -> str:
    """A number without zeros that say nothing; what binary fractions leave behind is cut off."""
    if not number.is_finite():
        return str(number)
    text = f"{round(number, 10):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",") or "0"
