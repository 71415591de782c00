"""Word, Excel and PDF files that would eat a machine: each is read within limits, or says why not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
import zlib

import docx
import openpyxl
import pytest

from smmkit.office import apart, zipped
from smmkit.office.excel import MAX_COLUMNS, MAX_MERGED, MAX_ROWS
from smmkit.office.merges import merges
from smmkit.office.reading import grids, paper
from smmkit.office.zipped import OfficeError
from smmkit.words import language

HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def workbook(sheet: str, how: int = zipfile.ZIP_DEFLATED, **parts: str) -> bytes:
    """A workbook with this text as its only sheet, and other parts in it."""
    plain, out = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(plain)
    own = {"xl/worksheets/sheet1.xml": HEAD + sheet + "</worksheet>", **parts}
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", how) as new:
        for name in dict.fromkeys([*old.namelist(), *own]):
            new.writestr(name, own.get(name) or old.read(name))
    return out.getvalue()


def row(number: int, *texts: str) -> str:
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{number}">{cells}</row>'


def why(name: str, data: bytes) -> str:
    with pytest.raises(OfficeError) as error:
        grids(name, data)
    return language("en").say(error.value.message)


def test_rows_are_read_as_far_as_a_table_goes():
    rows = "".join(row(n, "x", str(n)) for n in range(1, 20_001))
    ([found], _) = grids("a.xlsx", workbook(f"<sheetData>{rows}</sheetData>"))
    assert len(found.rows) == MAX_ROWS
    assert found.rows[-1] == ("x", str(MAX_ROWS))


def test_a_row_far_below_and_a_cell_far_right_take_no_room():
    far = row(1, "a") + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ([found], _) = grids(
        "a.xlsx", workbook(f'<dimension ref="A1:XFD1048576"/><sheetData>{far}</sheetData>')
    )
    assert found.rows == (("a",),)


def test_merged_cells_are_filled_as_far_as_a_table_goes():
    text = f'<sheetData>{row(1, "a")}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ([found], _) = grids("a.xlsx", workbook(text))
    assert len(found.rows) == MAX_MERGED // MAX_COLUMNS
    assert set(found.rows) == {("a",) * MAX_COLUMNS}


def test_merged_cells_that_lie_on_one_another_are_not_filled_for_ever():
    many = '<mergeCell ref="A1:XFD1048576"/>' * 20_000
    data = workbook(f"<sheetData>{row(1, 'a')}</sheetData><mergeCells>{many}</mergeCells>")
    ([found], _) = grids("a.xlsx", data)
    assert len(found.rows) == MAX_MERGED // MAX_COLUMNS


def test_places_of_merged_cells_that_are_none_are_left_out():
    refs = ("A1:B2", "B2:A1", "A0:B2", "A1", "ZZZZ1:B2", "")
    cells = "".join(f'<mergeCell ref="{ref}"/>' for ref in refs)
    data = workbook(f"<sheetData/><mergeCells>{cells}</mergeCells>")
    assert merges(data) == {"Sheet": [(0, 0, 1, 1)]}


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_not_unpacked(how):
    assert "no office program packs" in why("a.xlsx", workbook("<sheetData/>", how))


def test_a_part_that_holds_more_than_it_says_is_damage():
    data = bytearray(workbook(f"<sheetData>{row(1, 'a' * 500)}</sheetData>"))
    name = b"xl/worksheets/sheet1.xml"
    at = data.rindex(name, 0, data.rindex(b"PK\x05\x06")) - 46
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert "damaged" in why("a.xlsx", bytes(data))


def test_large_texts_are_read_in_another_process(monkeypatch):
    monkeypatch.setattr(zipped, "LARGE", 100)
    monkeypatch.setattr("smmkit.office.reading.tables_in", None)
    monkeypatch.setattr("smmkit.office.reading.lines_in", None)
    data = workbook(f"<sheetData>{row(1, 'a', 'b')}{row(2, 'c', 'd')}</sheetData>")
    ([found], hidden) = grids("a.xlsx", data)
    assert (found.name, found.rows, found.is_sheet, hidden) == (
        "Sheet",
        (("a", "b"), ("c", "d")),
        True,
        [],
    )
    assert paper("a.xlsx", data).lines == ("a | b", "c | d")
    text = docx.Document()
    text.add_heading("SOP", 1)
    text.add_table(1, 1).cell(0, 0).text = "x"
    out = io.BytesIO()
    text.save(out)
    assert grids("a.docx", out.getvalue())[0][0].rows == (("x",),)
    assert paper("a.docx", out.getvalue()).heading == "SOP"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits both time and memory")
def test_a_row_without_end_is_given_up():
    cells = "<c><v>1</v></c>" * 1_500_000
    assert why("a.xlsx", workbook(f"<sheetData><row>{cells}</row></sheetData>")) == LIMITED


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits both time and memory")
def test_a_file_that_was_given_up_is_not_tried_again(monkeypatch):
    endless = workbook("<sheetData><row>" + "<c><v>1</v></c>" * 1_500_000 + "</row></sheetData>")
    assert why("a.xlsx", endless) == LIMITED
    monkeypatch.setattr(apart.READER, "exchanged", lambda *_: pytest.fail("tried again"))
    assert language("en").say(paper("b.xlsx", endless).unread) == LIMITED


@pytest.mark.parametrize(
    ("n", "is_apart"), [(zipped.MANY_SHEETS, False), (zipped.MANY_SHEETS + 1, True)]
)
def test_sheets_beyond_number_are_read_apart(n, is_apart):
    data = workbook("", **{zipped.BOOK: "<sheets>" + '<x:sheet name="S"/>' * n + "</sheets>"})
    assert zipped.is_large(data) is is_apart


LIMITED = "it takes too long or too much memory to read"


def test_a_word_file_of_empty_lines_is_looked_at_as_far_as_a_page_goes():
    text, out = docx.Document(), io.BytesIO()
    for _ in range(10_000):
        text.add_paragraph()
    text.add_paragraph("far below")
    text.save(out)
    assert paper("a.docx", out.getvalue()).lines == ()


def pdf(content: bytes, times: int) -> bytes:
    """A PDF of one page, whose drawing is this, again and again."""
    packed = zlib.compressobj(9)
    stream = b"".join(packed.compress(content * 1_000) for _ in range(times)) + packed.flush()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(out),
        )
    )


def test_a_page_is_read_in_another_process():
    read = paper("a.pdf", pdf(b"BT /F 9 Tf 9 9 Td (Halo) Tj ET\n", 0))
    assert language("en").say(read.unread) == "it holds no text (is it a picture of one?)"
    process = apart.READER.process
    assert process
    assert process.pid != os.getpid()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits both time and memory")
def test_a_page_that_is_drawn_without_end_is_given_up_and_the_next_file_is_read():
    endless = pdf(b"BT /F 9 Tf 9 9 Td (Halo dunia) Tj ET\n", 20_000)
    assert len(endless) < 4_000_000
    assert (
        language("en").say(paper("a.pdf", endless).unread)
        == "it takes too long or too much memory to read"
    )
    assert apart.READER.process is None
    assert "no text" in language("en").say(paper("b.pdf", pdf(b"", 0)).unread)


def test_the_reader_looks_for_nothing_in_the_folder_that_is_read(tmp_path):
    (tmp_path / "json.py").write_text("open('ran', 'w')")
    (tmp_path / "smmkit").mkdir()
    (tmp_path / "smmkit/__init__.py").write_text("open('ran', 'w')")
    (tmp_path / "a.pdf").write_bytes(pdf(b"", 0))
    code = (
        "from smmkit.office.reading import paper; print(paper('a.pdf', open('a.pdf', 'rb').read()))"
    )
    done = subprocess.check_output([sys.executable, "-P", "-c", code], cwd=tmp_path, text=True)
    assert "no text" in done
    assert not (tmp_path / "ran").exists()


def test_a_row_of_a_word_table_is_read_as_far_as_a_table_goes():
    text, out = docx.Document(), io.BytesIO()
    text.add_table(1, 1)
    text.save(out)
    cell = "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(wide := io.BytesIO(), "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(b"</w:tr>", cell.encode() * 2_000 + b"</w:tr>")
            new.writestr(name, part)
    ([found], _) = grids("a.docx", wide.getvalue())
    assert [len(row) for row in found.rows] == [MAX_COLUMNS]
