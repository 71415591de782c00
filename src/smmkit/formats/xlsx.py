"""A page as a workbook: what is said on the first sheet, each table on one of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from io import BytesIO
from typing import Any

import xlsxwriter

from smmkit.drawing.workbook_charts import add_chart, plotted
from smmkit.drawing.workbook_links import leading
from smmkit.drawing.workbook_room import broad_for, height_for
from smmkit.formats import Reader
from smmkit.page import (
    Cell,
    Fields,
    Figure,
    Heading,
    Link,
    Page,
    Prose,
    Shape,
    Table,
    Tone,
    links_in,
)
from smmkit.words import Language, Percent, rounded, say

Look = Callable[..., Any]
"""What a cell looks like, as xlsxwriter wants it: made once for the same facts."""

INK, SOFT = "#1F4E79", "#56616B"
TITLE: dict[str, Any] = {"bold": True, "font_size": 16, "font_color": INK}
HEADING: dict[str, Any] = {"bold": True, "font_size": 12, "font_color": INK}
HEAD: dict[str, Any] = {"bold": True, "font_color": INK, "bg_color": "#E8EDF2", "bottom": 2}
TONES: dict[Tone, dict[str, Any]] = {
    Tone.PLAIN: {},
    Tone.GOOD: {"font_color": "#17663A", "bg_color": "#E7F3EC"},
    Tone.WARN: {"font_color": "#8A5300", "bg_color": "#FCF1DF", "bold": True},
    Tone.BAD: {"font_color": "#A8201A", "bg_color": "#FBE9E7", "bold": True},
    Tone.MUTED: {"font_color": SOFT, "italic": True},
}
MARKS = {Tone.GOOD: '"✓ "', Tone.WARN: '"! "', Tone.BAD: '"✗ "'}
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_NAME, LONGEST_TEXT, EXACT = 31, 32_000, 10**15
NAMES, VALUES, BY_HAND, LINKED, A4 = 34, 66, 44, 45, 9


def xlsx(page: Page, reader: Reader) -> bytes:
    """Draw a page as a workbook in which numbers are numbers, and nothing is a formula."""
    language, out = reader.language, BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    title, born = _written(language.say(page.title)), datetime.combine(reader.day, time())
    book.set_properties({"title": title[:255], "created": born})
    formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def look(**facts: Any) -> Any:
        key = tuple(sorted(facts.items()))
        if key not in formats:
            formats[key] = book.add_format({"valign": "top", **facts})
        return formats[key]

    taken = {"history"}  # a name that Excel keeps for itself
    front = _sheet(book, language.say(say("Summary")), taken)
    blocks = [block for block in page.blocks if isinstance(block, Table | Figure)]
    tables = [plotted(block) if isinstance(block, Figure) else block for block in blocks]
    sheets = [_sheet(book, language.say(table.name), taken) for table in tables]
    marks = _front(front, page, [sheet.get_name() for sheet in sheets], look, language)
    for mark, row in marks.items():
        book.define_name(mark, f"='{front.get_name()}'!$A${row + 1}")
    for block, table, sheet in zip(blocks, tables, sheets, strict=True):
        _table(sheet, table, look, language)
        if isinstance(block, Figure):
            add_chart(book, sheet, block, language)
    book.close()
    return out.getvalue()


def _sheet(book: Any, name: str, taken: set[str]) -> Any:
    """A new sheet, fit for paper, with a name that Excel allows and that no other sheet has."""
    plain = FORBIDDEN.sub(" ", name).strip(" '")[:LONGEST_NAME].strip(" '") or "-"
    unique, number = plain, 1
    while unique.lower() in taken:
        number += 1
        unique = f"{plain[: LONGEST_NAME - len(str(number)) - 1]} {number}"
    taken.add(unique.lower())
    sheet = book.add_worksheet(unique)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
    return sheet


def _front(
    sheet: Any, page: Page, names: Sequence[str], look: Look, language: Language
) -> dict[str, int]:
    """The first sheet: the title, and every block, a table by the name of its own sheet; its marks."""
    sheet.hide_gridlines(2)
    sheet.set_row(0, 24)
    sheet.set_column(0, 0, NAMES)
    sheet.set_column(1, 1, VALUES)
    text = partial(_text, sheet)
    text(0, 0, language.say(page.title), look(**TITLE))
    text(1, 0, language.say(page.subtitle), look(font_color=SOFT))
    row, rest, marks = 3, iter(names), dict[str, int]()
    for block in page.blocks:
        match block:
            case Table() | Figure():
                name = next(rest)
                place = "internal:'" + name.replace("'", "''") + "'!A1"
                sheet.write_url(row, 0, place, look(font_color=INK, underline=1), name)
                about = block.alt if isinstance(block, Figure) else len(block.rows)
                _value(sheet, (row, 1), Cell(about), look, language, align="left")
                row += 2
            case Heading():
                text(row, 0, language.say(block.text), look(**HEADING))
                marks |= {block.mark: row} if block.mark else {}
                row += 2
            case Prose():
                _prose(sheet, row, block, look, language)
                row += 2
            case Fields():
                for label, cell in block.rows:
                    said = [language.say(label), _said(cell.value, language)]
                    sheet.set_row(row, height_for(said, [NAMES, VALUES]))
                    text(row, 0, language.say(label), look(text_wrap=True, font_color=SOFT))
                    _value(sheet, (row, 1), cell, look, language, align="left")
                    row += 1
                row += 1
    return marks


def _prose(sheet: Any, row: int, prose: Prose, look: Look, language: Language) -> None:
    """Sentences over both columns, in a row high enough for them."""
    said = language.say(prose.text)
    facts = TONES[prose.tone] | {"num_format": f"{MARKS.get(prose.tone, '')}@", "text_wrap": True}
    sheet.merge_range(row, 0, row, 1, "", look(**facts))
    _text(sheet, row, 0, said, look(**facts))
    sheet.set_row(row, height_for([said], [NAMES + VALUES]) + 3)


def _table(sheet: Any, table: Table, look: Look, language: Language) -> None:
    """Rows under a head that stays, can be filtered, and comes again on every printed page."""
    titles = [language.say(column.title) for column in table.columns]
    rows = [[_said(cell.value, language) for cell in row] for row in table.rows]
    aligns = ["right" if column.shape is Shape.NUMBER else "left" for column in table.columns]
    broad = [
        BY_HAND
        if column.shape is Shape.FREE
        else broad_for([f"{titles[n]}  ", *(r[n] for r in rows)])
        for n, column in enumerate(table.columns)
    ]
    for place, (title, align) in enumerate(zip(titles, aligns, strict=True)):
        sheet.set_column(place, place, broad[place])
        _text(sheet, 0, place, title, look(**HEAD, text_wrap=True, align=align))
        if (choices := table.columns[place].choices) and table.rows:
            words = {"source": [*map(language.say, choices)], "show_error": False}
            sheet.data_validation(1, place, len(table.rows), place, {"validate": "list", **words})
    for number, (row, said) in enumerate(zip(table.rows, rows, strict=True), start=1):
        sheet.set_row(number, height_for(said, broad))
        for place, (cell, align) in enumerate(zip(row, aligns, strict=True)):
            _value(sheet, (number, place), cell, look, language, align=align)
    if not table.rows:
        _text(sheet, 1, 0, language.say(table.empty), look(**TONES[Tone.MUTED]))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(titles) - 1)


def _said(value: Any, language: Language) -> str:
    """A value in words; what leads somewhere on a line of its own."""
    return "\n".join(map(language.say, links_in(value))) or language.say(value)


def _value(
    sheet: Any, at: tuple[int, int], cell: Cell, look: Look, language: Language, *, align: str
) -> None:
    """A cell with what it is: a number, a share, a day, or else words; its mark is in the format.

    Why: a mark inside the value would spoil sums and filters.
    """
    value, pattern = cell.value, "@"
    if lines := links_in(value):
        linked = look(**TONES[cell.tone], text_wrap=True, align=align)
        to = lines[0].to if isinstance(lines[0], Link) else ""
        _linked(sheet, at, _said(value, language), to, linked)
        return
    match value:
        case bool():
            pass
        case Percent() if abs(value.value) < EXACT:
            pattern = f'0.{"0" * value.places}" %"'
            value = float(rounded(value.value, value.places))
        case int() if abs(value) < EXACT:
            pattern = "#,##0"
        case Decimal() if abs(value) < EXACT:
            places = max(-int(value.as_tuple().exponent), 0)
            value, pattern = float(value), "#,##0" + ("." + "0" * places if places else "")
        case date() if value.year > 1900:
            value, pattern = datetime.combine(value, time()), "yyyy-mm-dd"
    facts = TONES[cell.tone] | {"num_format": MARKS.get(cell.tone, "") + pattern, "align": align}
    if pattern == "@":
        _text(sheet, *at, language.say(value), look(**facts, text_wrap=True))
    elif isinstance(value, datetime):
        sheet.write_datetime(*at, value, look(**facts))
    else:
        sheet.write_number(*at, value, look(**facts))


def _linked(sheet: Any, at: tuple[int, int], said: str, to: str, look: Any) -> None:
    """A short text that leads to a file; a longer one, or several, is only read.

    Why: LibreOffice shows a cell that leads somewhere in one line, and cuts off what is beyond. What
    leads to a mark says there again what it is.
    """
    if to.startswith("#") or (to and len(said) <= LINKED and "\n" not in said):
        sheet.write_url(*at, leading(to, _written(said)), look)
    else:
        _text(sheet, *at, said, look)


def _text(sheet: Any, row: int, place: int, said: str, look: Any) -> None:
    """Words, which stay words even if they begin as a formula or a link does; none leave it empty.

    Why: a chart takes a text of no letters for 0.
    """
    if said:
        sheet.write_string(row, place, _written(said), look)
    else:
        sheet.write_blank(row, place, None, look)


def _written(said: str) -> str:
    """The text without what a workbook cannot hold; where something is missing, that shows."""
    plain = CONTROL.sub("\ufffd", said.replace("\r\n", "\n"))
    return plain if len(plain) <= LONGEST_TEXT else plain[:LONGEST_TEXT] + " [...]"
