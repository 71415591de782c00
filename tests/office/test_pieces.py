"""Nothing in a file is too well hidden to be found, and a copy says nothing of who made it."""

import io
import zipfile

import openpyxl
import pytest
from docx import Document
from openpyxl.comments import Comment
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from smmkit.analyses.privacy.across_cells import across
from smmkit.office.cleaning import cleaned
from smmkit.office.pieces import pieces
from smmkit.personal import hits, names_of

NIP, NIK = "198503122010012003", "5371015203850004"


def saved(thing) -> bytes:
    stream = io.BytesIO()
    thing.save(stream)
    return stream.getvalue()


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Hadir"
    sheet.append(["Nama", "Tanggal Lahir", "No. Rekening"])
    sheet.append(["Siti", 31118, "01234567890"])
    sheet["A3"] = "catatan"
    sheet["A3"].comment = Comment(f"NIK {NIK}", "Budi Santoso")
    sheet["D9"] = int(NIP)
    sheet.row_dimensions[9].hidden = True
    hidden = book.create_sheet("gaji")
    hidden.sheet_state = "veryHidden"
    hidden["B2"] = "0812-3456-7890"
    book.properties.creator = "Budi Santoso"
    return saved(book)


def paper() -> bytes:
    document = Document()
    document.add_paragraph(f"NIP {NIP[:8]} ").add_run(NIP[8:])
    document.sections[0].header.paragraphs[0].text = f"NIK {NIK}"
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Nama", "Tgl. Lahir", "Siti", "12-03-1985"), strict=True):
        cell.text = text
    document.core_properties.author = "Budi Santoso"
    return saved(document)


def found(name: str, data: bytes) -> set[tuple[str, ...]]:
    return {
        (str(hit.kind), *piece.place[: 3 if piece.place[0] in {"cell", "hidden", "comment"} else 1])
        for piece in pieces(name, data).found
        for hit in hits(piece.text, piece.context)
    }


def test_a_workbook_is_read_with_all_that_is_hidden_in_it():
    assert found("a.xlsx", workbook()) == {
        ("birth", "cell", "Hadir", "B2"),
        ("account", "cell", "Hadir", "C2"),
        ("nik", "comment", "Hadir", "A3"),
        ("nip", "hidden", "Hadir", "D9"),
        ("phone", "hidden", "gaji", "B2"),
    }


def test_a_document_is_read_with_its_headers_tables_and_runs_joined():
    assert found("a.docx", paper()) == {("nip", "part"), ("nik", "part"), ("birth", "part")}


def test_deleted_text_and_notes_are_read():
    data = io.BytesIO(paper())
    with zipfile.ZipFile(data, "a") as archive:
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        archive.writestr(
            "word/footnotes.xml",
            f'<w:footnotes {space}><w:p><w:del w:author="Ani"><w:r><w:delText>HP 081234567890'
            "</w:delText></w:r></w:del></w:p></w:footnotes>",
        )
    assert ("phone", "deleted") in found("a.docx", data.getvalue())
    assert "Ani" in {
        p.text for p in pieces("a.docx", data.getvalue()).found if p.place[0] == "author"
    }


@pytest.mark.parametrize(("name", "make"), [("a.xlsx", workbook), ("a.docx", paper)])
def test_a_copy_names_nobody_and_is_else_the_same(name, make):
    data = make()
    copy = cleaned(name, data)
    assert b"Budi Santoso" not in zipfile.ZipFile(io.BytesIO(copy)).read("docProps/core.xml")
    assert found(name, copy) == found(name, data)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        assert old.namelist() == new.namelist()
        changed = [n for n in old.namelist() if old.read(n) != new.read(n)]
    assert changed == ["docProps/core.xml"]
    assert cleaned(name, copy) is copy


def photo(form: str) -> bytes:
    picture, stream = Image.new("RGB", (8, 4), "red"), io.BytesIO()
    exif = Image.Exif()
    exif[315], exif[274] = "Budi Santoso", 6
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "S", (10.0, 9.0, 8.0)
    more = {}
    if form == "png":
        more["pnginfo"] = PngInfo()
        more["pnginfo"].add_text("Author", "Budi Santoso")
    picture.save(stream, form, exif=exif, **more)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["jpeg", "png"])
def test_a_picture_loses_its_place_and_its_maker_and_shows_the_same(form):
    data, name = photo(form), f"a.{form}"
    assert {"GPS", "Artist"} <= {p.place[1] for p in pieces(name, data).found}
    copy = cleaned(name, data)
    assert [p.text for p in pieces(name, copy).found if "Budi" in p.text] == []
    assert ("property", "GPS") not in {p.place for p in pieces(name, copy).found}
    old, new = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(copy))
    assert old.tobytes() == new.tobytes()
    if form == "jpeg":
        assert new.getexif()[274] == 6
    assert [m.text for m in pieces(name, copy).unread] == ["it is a picture"]


def test_a_pdf_is_read_and_its_copy_names_no_author():
    import pikepdf

    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Author"] = f"Siti Rahma NIP {NIP}"
    data = saved(document)
    assert ("nip", "author") in found("a.pdf", data)
    copy = cleaned("a.pdf", data)
    assert found("a.pdf", copy) == set()
    assert cleaned("a.pdf", data) == copy
    signed = data + b"%/ByteRange"
    assert cleaned("a.pdf", signed) is signed


@pytest.mark.parametrize(
    "name", ["a.xlsx", "a.docx", "a.pptx", "a.pdf", "a.jpg", "a.png", "a.csv", "a.xyz", "a"]
)
@pytest.mark.parametrize(
    "data", [b"", b"x", b"PK\x03\x04" + b"\0" * 40, b"%PDF-1.7\n%%EOF", b"\xff\xd8\xff\xe1\xff"]
)
def test_what_is_broken_is_told_and_never_raises(name, data):
    read = pieces(name, data)
    assert not data or name in {"a.csv"} or read.unread
    assert cleaned(name, data) == data


def test_the_cells_of_a_table_know_their_line_and_heading():
    data = b"nama;hp\nSiti;081234567890\n"
    places = {p.place: p.context for p in pieces("a.csv", data).found}
    assert places["line", "2", "6"].startswith("hp")


def test_what_stands_between_quotes_is_one_cell():
    data = b'nama,ttl,ket\nSiti,"Kupang, 12-05-1988","a ""b"", c"\nBudi,"x,y\n'
    shown = {p.place[1:]: (p.text, p.context.split("\n")[0]) for p in pieces("a.csv", data).found}
    assert shown["2", "6"] == ('"Kupang, 12-05-1988"', "ttl")
    assert shown["2", "27"] == ('"a ""b"", c"', "ket")
    assert shown["3", "6"] == ('"x', "ttl")  # it is never closed


def test_a_number_in_boxes_and_a_name_in_two_columns_are_found_across_the_cells():
    names = names_of(["Rina Kusumawardani"])
    rows = f"NIK;{';'.join(NIK)}\nNIP;19850312;201001;2;003\nNIP;19850312;2010012003\n"
    rows += "nama depan;belakang\nRina;Kusumawardani\n"
    found = across(pieces("a.csv", rows.encode()).found, names)
    assert [str(hit.kind) for one in found for hit in hits(one.text, one.context, names)] == [
        *("nik", "nip", "nip", "name")
    ]
    counts = b"jumlah;a;b\n628;1234;5678\n3;4;4\n"
    assert list(across(pieces("a.csv", counts).found, names)) == []


def test_a_label_tells_of_the_next_line_of_a_paper():
    document = Document()
    for text in ("No. Rekening:", "4371234567", "Hasil", "4371234567"):
        document.add_paragraph(text)
    contexts = [p.context for p in pieces("a.docx", saved(document)).found if "437" in p.text]
    assert contexts == ["No. Rekening:", "Hasil"]
