"""A Word file (.docx): its first lines, and its tables."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from smmkit.office.grid import DECISION, SHAPE, Grid, evened, letters
from smmkit.office.letters import WRAPS, is_silent, local, paragraph_pieces
from smmkit.office.zipped import checked

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Tbl, CT_Tc

MAX_TABLES, MAX_ROWS, MAX_COLUMNS, MAX_SPAN = 200, 5_000, 256, 64
"""More tables in a text, rows or columns in one, or columns under one cell are not read."""

MAX_ITEMS = 2_000
"""So many paragraphs are looked at for the lines of a first page; most are empty where there are more."""

MAX_ABOVE = 8
"""So many paragraphs above a table are looked at."""

DIAMONDS = ("flowChartDecision", "diamond", "#_x0000_t110", "#_x0000_t4")
VML = ("#_x0000_t109", "#_x0000_t116", "#_x0000_t177", "#_x0000_t176")
"""What older Word calls the shapes of a flow chart: process, terminator, connector to a page."""


def opened(data: bytes) -> Document:
    """The document.

    Raises:
        OfficeError: it is no archive, or a dangerous one.
    """
    import docx

    checked(data).close()
    return docx.Document(io.BytesIO(data))


def first_lines(document: Document, most: int) -> Iterator[tuple[str, str]]:
    """The lines of the first page, and the style of each; headers first, cells one by one."""
    from docx.table import Table

    for section in list(document.sections)[:1]:
        for header in (section.first_page_header, section.header):
            if not header.is_linked_to_previous:
                yield from ((line, "") for line in lines_in(header._element))
    count = 0
    for item in islice(document.iter_inner_content(), MAX_ITEMS):
        if isinstance(item, Table):
            for row in rows_of(item._tbl)[:most]:
                yield " | ".join(cell.replace("\n", " / ") for cell in once(row) if cell), ""
                count += 1
        else:
            style = item.style.name or "" if item.style is not None else ""
            if text := " ".join(item.text.split()):
                yield text, style
                count += 1
            if 'w:type="page"' in str(item._p.xml) and count:
                return
        if count >= most:
            return


def lines_in(element: Any) -> Iterator[str]:
    """The text of every paragraph below an element."""
    for paragraph in element.iter(named("w:p")):
        if text := " ".join(str(paragraph.text).split()):
            yield text


def paragraphs_outside_tables(document: Document) -> tuple[list[str], frozenset[str]]:
    """The paragraphs outside of tables, and which of them are headings by their style."""
    lines: list[str] = []
    heads: set[str] = set()
    for one in document.paragraphs:
        if text := " ".join(one.text.split()):
            lines.append(text)
            if one.style is not None and (one.style.name or "").startswith(("Title", "Heading")):
                heads.add(text)
    return lines, frozenset(heads)


def once(row: list[str]) -> list[str]:
    """The cells of a row, a merged one only once."""
    return [cell for n, cell in enumerate(row) if n == 0 or cell != row[n - 1]]


def grids(document: Document) -> list[Grid]:
    """Every table of a document that has a cell, also those inside of others, in order."""
    return [
        Grid(str(number), rows, is_sheet=False, above=lines_above(table))
        for number, table in enumerate(tables_of(document), 1)
        if any(rows := evened(rows_of(table), trimmed=False))
    ]


def tables_of(document: Document) -> list[CT_Tbl]:
    """The tables of a document, also those inside of others, in order."""
    return list(document.element.body.iter(named("w:tbl")))[:MAX_TABLES]


def lines_above(table: CT_Tbl) -> tuple[str, ...]:
    """The last lines of the text between a table and the one before it."""
    found: list[str] = []
    element = table.getprevious()
    for _ in range(MAX_ABOVE):
        if element is None or local(element) == "tbl":
            break
        if local(element) == "p" and (line := " ".join("".join(paragraph_pieces(element)).split())):
            found.append(line)
        element = element.getprevious()
    return tuple(reversed(found))


def rows_of(table: CT_Tbl) -> list[list[str]]:
    """The cells of a table as text; a merged cell has its text in each of its parts."""
    rows: list[list[str]] = []
    for row in cells_of(table):
        cells: list[str] = []
        for column, cell in row:
            cells += [""] * (column - len(cells))
            above = rows[-1][column] if rows and column < len(rows[-1]) else ""
            text = above if cell.vMerge == "continue" else text_in(cell)
            cells += [text] * min(cell.grid_span, MAX_SPAN)
        rows.append(cells)
    return rows


def cells_of(table: CT_Tbl) -> Iterator[list[tuple[int, CT_Tc]]]:
    """The cells of each row of a table, each with its column; a row that was struck out is none."""
    for row in islice(inner(table, "tr"), MAX_ROWS):
        if row.trPr is not None and any(local(one) == "del" for one in row.trPr):
            continue
        cells, column = [], min(row.grid_before, MAX_SPAN)
        for cell in islice(inner(row, "tc"), MAX_COLUMNS):
            cells.append((column, cell))
            column += min(cell.grid_span, MAX_SPAN)
        yield cells


def painted(document: Document) -> dict[str, dict[str, str]]:
    """For each table its cells that have no text and a colour, named as a sheet names them, with that."""
    found: dict[str, dict[str, str]] = {}
    for number, table in enumerate(tables_of(document), 1):
        own = {
            f"{letters(column)}{line}": colour
            for line, row in enumerate(cells_of(table), 1)
            for column, cell in row
            if (colour := colour_of(cell)) and not text_in(cell)
        }
        found |= {str(number): own} if own else {}
    return found


def colour_of(cell: CT_Tc) -> str:
    """The colour that a cell is filled with; white is none."""
    shades = [] if cell.tcPr is None else cell.tcPr.findall(named("w:shd"))
    fills = [str(one.get(named("w:fill"), "auto")) for one in shades]
    return next((one for one in fills if one.upper() not in {"AUTO", "FFFFFF"}), "")


def text_in(cell: CT_Tc) -> str:
    """What stands in a cell, a line for each paragraph; a sign where only a shape is drawn."""
    texts = ("".join(paragraph_pieces(paragraph)) for paragraph in inner(cell, "p"))
    lines = [" ".join(line.split()) for text in texts for line in text.splitlines()]
    return "\n".join(line for line in lines if line) or drawn(cell)


def inner(element: Any, name: str) -> Iterator[Any]:
    """The children of a name, also within what only wraps them: content controls, changes put in."""
    for child in element:
        tag = local(child)
        if tag == name:
            yield child
        elif tag in WRAPS and not is_silent(child):
            yield from inner(child, name)


def drawn(cell: CT_Tc) -> str:
    """The sign of the shape that is drawn in a cell; lines and arrows are none."""
    found = ""
    for element in cell.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag == "prstGeom":
            kind = str(element.get("prst"))
            if "onnector" in kind and kind != "flowChartConnector":
                continue
            found = found or shape_of("" if kind in {"line"} or "Arrow" in kind else kind)
        elif tag == "shape":
            kind = str(element.get("type"))
            found = found or (shape_of(kind) if kind in (*VML, *DIAMONDS) else "")
        elif tag in {"rect", "roundrect", "oval", "sym"}:
            found = found or SHAPE
    return found


def shape_of(kind: str) -> str:
    """The sign of a shape of this kind."""
    return "" if not kind else DECISION if kind in DIAMONDS else SHAPE


def named(tag: str) -> str:
    """The full name of an element, as its reader wants it."""
    from docx.oxml.ns import qn

    return qn(tag)
