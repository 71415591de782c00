"""A page as CSV, as a spreadsheet of the reader's country opens it: its tables, and nothing that counts."""

from __future__ import annotations

import csv as tables
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

from smmkit.formats import Reader
from smmkit.page import Block, Cell, Fields, Figure, Heading, Page, Prose, Table, Tone
from smmkit.words import Language, Percent, rounded

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a text may not begin with, or a spreadsheet would count it."""

BOM = "\ufeff"
"""Why: without it, Excel takes the text for one of an older code page."""

IS_TEXT = True
"""It may be shown on a terminal."""

Row = list[str]


def csv(page: Page, reader: Reader) -> bytes:
    """Draw a page as CSV: with `;` and a decimal comma in Indonesian, with `,` and a point else.

    A page with one table is that table alone, so that it can be read back; of any other, every
    block stands there, one below the other with an empty line between.
    """
    language = reader.language
    found = [
        block.values if isinstance(block, Figure) else block
        for block in page.blocks
        if isinstance(block, Table | Figure)
    ]
    if len(found) == 1:
        rows: Iterable[Row] = _table(found[0], language)
    else:
        rows = _whole(page, language)
    out = StringIO()
    sign = ";" if language.code == "id" else ","
    writer = tables.writer(out, delimiter=sign, lineterminator="\r\n")
    writer.writerows(rows)
    return (BOM + out.getvalue()).encode()


def _whole(page: Page, language: Language) -> Iterator[Row]:
    """A page block by block, under its title."""
    yield [_text(language.say(page.title))]
    if page.subtitle:
        yield [_text(language.say(page.subtitle))]
    headed = False
    for block in page.blocks:
        is_named = headed and isinstance(block, Table)
        yield from [] if is_named else [[]]
        yield from _block(block, language, is_named=is_named)
        headed = isinstance(block, Heading)


def _block(block: Block, language: Language, *, is_named: bool) -> Iterator[Row]:
    """The rows of one block; a table under its name."""
    match block:
        case Heading() | Prose():
            yield [_text(language.say(block.text))]
        case Fields():
            for name, cell in block.rows:
                share = isinstance(cell.value, Percent)
                said = language.say(cell.value) if share else _value(cell, language)
                yield [_text(language.say(name)), said]
        case Table():
            if not is_named:
                yield [_text(language.say(block.name))]
            yield from _table(block, language)
        case Figure():
            yield [_text(language.say(block.title)), _text(language.say(block.alt))]
            yield from _table(block.values, language)


def _table(table: Table, language: Language) -> Iterator[Row]:
    """The heading and the rows; the heading says where numbers are percents."""
    shares = {
        place
        for row in table.rows
        for place, cell in enumerate(row)
        if isinstance(cell.value, Percent)
    }
    yield [
        _text(language.say(column.title)) + (" (%)" if place in shares else "")
        for place, column in enumerate(table.columns)
    ]
    for row in table.rows:
        yield [_value(cell, language) for cell in row]
    if not table.rows and (empty := language.say(table.empty)):
        yield [_text(empty)]


def _value(cell: Cell, language: Language) -> str:
    """A number without signs between thousands, a day as 2019-12-31, what is missing as nothing."""
    value = cell.value
    if value == "-" and cell.tone is Tone.MUTED:
        return ""
    match value:
        case bool():
            pass
        case Percent():
            return _number(rounded(value.value, value.places), language)
        case int() | Decimal():
            return _number(value, language)
        case date():
            return value.isoformat()
    return _text(language.say(value))


def _number(number: Any, language: Language) -> str:
    """A number with the decimal sign of the language."""
    text = str(number) if isinstance(number, int) else f"{number:f}"
    return text.replace(".", ",") if language.code == "id" else text


def _text(said: str) -> str:
    """A text that stays one, even if it begins as a formula does."""
    return f"'{said}" if said.startswith(FORMULA) else said
