"""Word, Excel and PDF files as text and tables; hostile ones are told, never opened."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import docx
import openpyxl
import pytest

from smmkit.office import zipped
from smmkit.office.apart import ask
from smmkit.office.grid import DECISION, SHAPE, Grid, letters
from smmkit.office.reading import grids, paper
from smmkit.office.zipped import OfficeError
from smmkit.words import language


def saved(thing: Any) -> bytes:
    out = io.BytesIO()
    thing.save(out)
    return out.getvalue()


def sheet(rows: list[list[Any]], *merged: str) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for span in merged:
        book.active.merge_cells(span)
    return book


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """An archive with other parts in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            new.writestr(name, part)
    return out.getvalue()


def only(name: str, data: bytes) -> Grid:
    found, _ = grids(name, data)
    return found[0]


def test_values_are_text_that_reads_in_one_way():
    book = sheet([[95.5, 1234567.0, 0.1 + 0.2, date(2020, 4, 6), datetime(2020, 4, 6, 7, 30)]])
    book.active.append([0.95, True, " a  b \n c ", None, 3])
    book.active["A2"].number_format = "0.0%"
    book.active.append([0.5, 77])
    book.active["A3"].number_format = '0.0\\ "%"'
    book.active["B3"].number_format = "00000"
    assert only("a.xlsx", saved(book)).rows == (
        ("95,5", "1234567", "0,3", "2020-04-06", "2020-04-06T07:30:00"),
        ("95%", "v", "a b\nc", "", "3"),
        ("0,5%", "00077", "", "", ""),
    )


def test_a_merged_cell_has_its_text_in_every_part():
    book = sheet([["A", "", "B"], ["", "", "C"]], "A1:B2")
    assert only("a.xlsx", saved(book)).rows == (("A", "A", "B"), ("A", "A", "C"))
    document = docx.Document()
    table = document.add_table(2, 3)
    for n, text in enumerate("ABC"):
        table.cell(0, n).text = text
    table.cell(1, 2).text = "D"
    table.cell(0, 0).merge(table.cell(1, 1))
    rows = only("a.docx", saved(document)).rows
    assert rows[0][:2] == rows[1][:2] == (rows[0][0],) * 2
    assert (rows[0][2], rows[1][2]) == ("C", "D")


def test_a_formula_without_a_value_is_no_empty_cell():
    assert only("a.xlsx", saved(sheet([["=1+1", "x"]]))).rows == (("=?", "x"),)


def test_hidden_sheets_are_named_and_not_read():
    book = sheet([["x"]])
    book.create_sheet("rahasia").sheet_state = "hidden"
    found, hidden = grids("a.xlsx", saved(book))
    assert ([grid.name for grid in found], hidden) == (["Sheet"], ["rahasia"])


def test_cells_are_named_as_their_program_names_them():
    assert [letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    said = language("en").say
    assert said(Grid("Lembar", (("a", "b"),)).place_of(0, 1)) == "Lembar, cell B1"
    assert said(Grid("2", (("a",),), is_sheet=False).place_of(0, 0)) == "table 2, row 1, column 1"


DRAWING = """<xdr:wsDr xmlns:xdr="x" xmlns:a="a">{shapes}</xdr:wsDr>"""
ANCHOR = """<xdr:twoCellAnchor><xdr:from><xdr:col>{c}</xdr:col><xdr:row>{r}</xdr:row></xdr:from>
<xdr:to><xdr:col>{c}</xdr:col><xdr:row>{r}</xdr:row></xdr:to>
<xdr:sp><a:prstGeom prst="{kind}"/></xdr:sp></xdr:twoCellAnchor>"""


def test_a_shape_over_a_cell_is_seen_and_a_line_is_not():
    kinds = ["flowChartTerminator", "flowChartDecision", "straightConnector1"]
    shapes = "".join(ANCHOR.format(c=n, r=1, kind=kind) for n, kind in enumerate(kinds))
    rels = (
        '<Relationships xmlns="r"><Relationship Id="rId1" Type="t"'
        ' Target="../drawings/drawing1.xml"/></Relationships>'
    )
    data = repacked(
        saved(sheet([["a", "b", "c"], ["", "", ""], ["x", "y", "z"]])),
        {
            "xl/worksheets/_rels/sheet1.xml.rels": rels.encode(),
            "xl/drawings/drawing1.xml": DRAWING.format(shapes=shapes).encode(),
        },
    )
    assert only("a.xlsx", data).rows[1] == (SHAPE, DECISION, "")


def test_a_shape_in_a_cell_of_a_text_is_seen():
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 0)
    from lxml import etree

    xml = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:drawing><a:prstGeom xmlns:a="a" prst="flowChartProcess"/></w:drawing></w:r>'
    )
    cell.paragraphs[0]._p.append(etree.fromstring(xml))
    assert only("a.docx", saved(document)).rows == ((SHAPE, ""),)


def test_a_csv_with_points_reads_as_one_with_commas():
    assert only("a.csv", b"a,b\n1.5,x.y\n").rows[1] == ("1,5", "x.y")
    assert only("a.csv", b"a;b\n1,5;2.5\n").rows[1] == ("1,5", "2.5")


def test_what_unpacks_to_too_much_is_not_opened(monkeypatch):
    data = repacked(saved(sheet([["x"]])), {"xl/media/a.bin": b"\0" * 3_000_000})
    assert len(data) < 100_000
    monkeypatch.setattr(zipped, "MAX_UNPACKED", 2_000_000)
    with pytest.raises(OfficeError, match="unpacks to more"):
        grids("a.xlsx", data)
    assert paper("a.xlsx", data).unread is not None


def test_a_text_that_is_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(zipped, "MAX_XML", 100)
    with pytest.raises(OfficeError, match="holds a text of more"):
        grids("a.xlsx", saved(sheet([["x"]])))


def test_entities_are_refused():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    data = repacked(saved(docx.Document()), {"word/document.xml": bomb})
    with pytest.raises(OfficeError, match="entities"):
        grids("a.docx", data)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.docx", b"", "the file is empty"),
        ("a.docx", b"PK\x03\x04", "damaged"),
        ("a.xlsx", saved(docx.Document()), "damaged"),
        ("a.docx", repacked(saved(docx.Document()), {"word/document.xml": b"<x"}), "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "97-2003"),
        ("a.pdf", b"%PDF-1.7", "damaged"),
        ("a.pdf", b"", "empty"),
        ("a.doc", b"x", "reads no .doc"),
        ("a.docx", saved(docx.Document()), "holds no text"),
    ],
)
def test_what_cannot_be_read_says_why(name, data, why):
    found = paper(name, data)
    assert found.lines == ()
    assert why in language("en").say(found.unread)


def test_half_a_file_is_told_and_nothing_worse():
    document = docx.Document()
    document.add_table(2, 2).cell(0, 0).text = "x"
    for name, data in (("a.docx", saved(document)), ("a.xlsx", saved(sheet([["x"]])))):
        for cut in range(0, len(data), len(data) // 50):
            assert paper(name, data[:cut]).unread is not None
            flipped = data[:cut] + bytes([data[cut] ^ 0xFF]) + data[cut + 1 :]
            paper(name, flipped)
            with suppress(OfficeError):
                grids(name, flipped)


@pytest.mark.long
def test_the_five_hundredth_paper_in_a_row_is_read_as_the_first() -> None:
    document = docx.Document()
    document.add_paragraph("Prosedur mutasi")
    data = saved(document)
    first = ask("docx", data)
    assert all(ask("docx", data) == first for _ in range(500))
