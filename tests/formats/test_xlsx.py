"""A page as a workbook, read back by another library."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from drawing import DAY, PAGE, drawn, table_of

from smmkit.page import Cell, Column, Fields, Page, Shape, Table, Tone, link
from smmkit.words import Percent


def read(page):
    return openpyxl.load_workbook(BytesIO(drawn(page, "xlsx")))


def cell_of(value, tone=Tone.PLAIN, shape=Shape.WORDS):
    table = Table("Isi", (Column("K", shape),), ((Cell(value, tone),),))
    return read(Page("x", "", (table,)))["Isi"]["A2"]


def test_each_table_has_its_sheet_and_the_rest_the_first():
    book = read(PAGE)
    assert book.sheetnames[1:] == ["Kesiapan", "Dokumen", "Dicabut"]
    first = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    expected = {"Daftar informasi terdokumentasi", "Ringkasan", "Instansi", "Dinas Contoh"}
    assert expected <= first
    assert [cell.value for cell in book["Dokumen"][1]] == ["Kode", "Judul", "Berlaku", "Bita"]


def test_values_keep_what_they_are():
    sheet = read(PAGE)["Dokumen"]
    assert sheet["C2"].value == datetime(2026, 1, 2)
    assert sheet["C2"].number_format == "yyyy-mm-dd"
    assert sheet["D2"].value == 1234
    assert sheet["D3"].value == 0.5
    assert sheet["D3"].number_format == "#,##0.00"


def test_a_share_is_a_number():
    cell = cell_of(Percent(Decimal("87.5")))
    assert cell.value == 87.5
    assert cell.number_format == '0.00" %"'


@pytest.mark.parametrize(
    "written",
    ["=1+1", "+62 21 555", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "http://x.go.id",
     "mailto:a@b.id", "internal:'Isi'!A1", "0123", "1e5", "{=1}", "{table}"],
)  # fmt: skip
def test_what_people_write_is_never_a_formula_or_a_link(written):
    page = table_of((written, "b"), columns=(written, "B"), name=written)
    page = Page(written, written, (Fields(((written, Cell(written)),)), *page.blocks))
    book = read(page)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    own = [cell for cell in cells if cell.value == written]
    assert len(own) >= 6
    assert {cell.data_type for cell in own} == {"s"}
    links = [cell.hyperlink for cell in cells if cell.hyperlink]
    assert len(links) == 1
    assert links[0].target is None


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Isi", "isi", "ISI"], ["Isi", "isi 2", "ISI 3"]),
        (["a/b:c*d?e[f]\\g"], ["a b c d e f  g"]),
        (["", "'", " "], ["-", "- 2", "- 3"]),
        (["x" * 40, "x" * 50], ["x" * 31, "x" * 29 + " 2"]),
        (["History", "Summary"], ["History 2", "Summary 2"]),
    ],
)
def test_sheets_have_names_that_are_allowed_and_their_own(names, expected):
    blocks = tuple(Table(name, (Column("K"),), ((Cell(1),),)) for name in names)
    book = openpyxl.load_workbook(BytesIO(drawn(Page("x", "", blocks), "xlsx", "en")))
    assert book.sheetnames[1:] == expected
    links = [row[0].hyperlink.location for row in book.worksheets[0]["A4:A20"] if row[0].hyperlink]
    assert links == ["'" + name.replace("'", "''") + "'!A1" for name in expected]


def test_the_head_stays_and_can_be_filtered():
    sheet = read(PAGE)["Dokumen"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D3"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToHeight == 0


def test_a_tone_is_not_colour_alone_and_does_not_touch_the_value():
    cell = cell_of(7, Tone.BAD, Shape.NUMBER)
    assert cell.value == 7
    assert "✗" in cell.number_format
    assert cell_of("nilai", Tone.GOOD).number_format == '"✓ "@'


def test_a_table_without_rows_says_so():
    assert read(table_of(empty="Belum ada."))["Isi"]["A2"].value == "Belum ada."


@pytest.mark.parametrize("value", [10**20, date(1850, 1, 1), "x" * 40_000, "a\x00b\ud800", True])
def test_what_a_workbook_cannot_hold_becomes_words(value):
    assert cell_of(value).data_type == "s"


def test_the_book_was_made_on_the_day():
    assert read(PAGE).properties.created == datetime(DAY.year, DAY.month, DAY.day)


def test_a_short_text_leads_to_its_file_and_a_long_one_is_only_read():
    rows = (
        (Cell(link("PDF", "documents/x.pdf#page=3")),),
        (Cell(link("long " * 20, "documents/y.pdf")),),
        (Cell([link("a", "a.pdf"), link("b", "b.pdf")]),),
    )
    sheet = read(Page("T", "", (Table("Rows", (Column("File"),), rows),)))["Rows"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == ["PDF", "long " * 20, "a\nb"]
    targets = [cell.hyperlink and cell.hyperlink.target.replace("\\", "/") for cell in cells]
    assert targets == ["documents/x.pdf", None, None]
