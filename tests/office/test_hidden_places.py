"""Data that no reader shows are found all the same: in attributes, properties, files in files."""

from __future__ import annotations

import base64
import io
import re
import zipfile

import openpyxl
import pikepdf
import pytest
from docx import Document
from docx.oxml import parse_xml
from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet.datavalidation import DataValidation
from pikepdf import Array, Dictionary, Name, String

from smmkit.office.pdf_strings import strings
from smmkit.office.pieces import pieces
from smmkit.personal import hits

V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SERIAL = [0]


def nip() -> str:
    SERIAL[0] += 1
    return f"1972041219980320{SERIAL[0] % 100:02}"


def saved(thing) -> bytes:
    stream = io.BytesIO()
    thing.save(stream)
    return stream.getvalue()


def found(name: str, data: bytes) -> set[str]:
    return {
        "".join(filter(str.isdigit, piece.text[slice(*hit.span)]))
        for piece in pieces(name, data).found
        for hit in hits(piece.text, piece.context)
    }


def test_of_a_workbook_prompts_formats_and_names_are_read():
    book, seeds = openpyxl.Workbook(), [nip() for _ in range(5)]
    sheet = book.active
    check = DataValidation(type="list", formula1='"a,b"', prompt=seeds[0], error=seeds[1])
    sheet.add_data_validation(check)
    check.add("C1")
    sheet["A6"].hyperlink = "https://x.example"
    sheet["A6"].hyperlink.tooltip = seeds[2]
    sheet["A7"] = "x"
    sheet["A7"].number_format = f'"{seeds[3]}"0'
    book.custom_doc_props.append(StringProperty(name=seeds[4], value="x"))
    assert set(seeds) <= found("a.xlsx", saved(book))


@pytest.mark.parametrize(
    "markup",
    [
        '<w:p {W}><w:fldSimple w:instr=" AUTHOR {nip} "/></w:p>',
        '<w:p {W} {V}><w:r><w:pict><v:shape alt="{nip}"/></w:pict></w:r></w:p>',
        '<w:sdt {W}><w:sdtPr><w:alias w:val="{nip}"/></w:sdtPr><w:sdtContent/></w:sdt>',
        '<w:sdt {W}><w:sdtPr><w:comboBox><w:listItem w:value="{nip}"/></w:comboBox></w:sdtPr></w:sdt>',
    ],
)
def test_of_a_paper_fields_and_forms_are_read(markup):
    document, seed = Document(), nip()
    markup = markup.replace("{W}", W).replace("{V}", V).replace("{nip}", seed)
    document.element.body.insert(0, parse_xml(markup))
    assert seed in found("a.docx", saved(document))


def letters(text: str) -> bytes:
    return f"BT /F1 12 Tf {text} Tj ET".encode()


def pdf(content: bytes = b"", **root) -> pikepdf.Pdf:
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    page.Contents = document.make_stream(content)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=document.make_indirect(font)))
    for name, value in root.items():
        document.Root[f"/{name}"] = value
    return document


def annotated(**entries) -> pikepdf.Pdf:
    document = pdf()
    note = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **entries)
    document.pages[0].Annots = Array([document.make_indirect(note)])
    return document


def with_bookmark(seed: str) -> pikepdf.Pdf:
    document = pdf()
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(seed, 0))
    return document


def with_property(seed: str) -> pikepdf.Pdf:
    document = pdf()
    document.docinfo["/Pegawai"] = seed
    return document


def cropped(seed: str) -> pikepdf.Pdf:
    document = pdf(letters(f"50 700 Td ({seed})"))
    document.pages[0].CropBox = Array([0, 0, 595, 300])
    return document


def with_packed_xmp(seed: str) -> pikepdf.Pdf:
    document = pdf()
    xmp = pikepdf.Stream(document, f"<x:xmpmeta xmlns:x='x'><a>{seed}</a></x:xmpmeta>".encode())
    xmp.Type, xmp.Subtype = Name.Metadata, Name.XML
    document.Root.Metadata = document.make_indirect(xmp)
    return document


PLACES = {
    "beside the page": lambda seed: pdf(letters(f"900 600 Td ({seed})")),
    "cut away": cropped,
    "bookmark": with_bookmark,
    "property": with_property,
    "packed xmp": with_packed_xmp,
    "link": lambda seed: annotated(
        Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(f"https://wa.me/{seed}"))
    ),
    "rich comment": lambda seed: annotated(
        Subtype=Name.FreeText, RC=String(f"<p>{seed[:8]}<b>{seed[8:]}</b></p>")
    ),
    "description": lambda seed: pdf(
        StructTreeRoot=Dictionary(K=Dictionary(S=Name.Figure, Alt=String(seed)))
    ),
    "script": lambda seed: pdf(OpenAction=Dictionary(S=Name.JavaScript, JS=String(f"x='{seed}'"))),
    "field": lambda seed: pdf(
        AcroForm=Dictionary(Fields=Array([Dictionary(T=String("par"), V=String(seed))]))
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_of_a_pdf_what_stands_on_no_page_is_read(place):
    seed, stream = nip(), io.BytesIO()
    PLACES[place](seed).save(
        stream, object_stream_mode=pikepdf.ObjectStreamMode.generate, fix_metadata_version=False
    )
    assert seed in found("a.pdf", stream.getvalue())


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_what_lies_in_a_zip_or_a_letter_is_read_and_what_cannot_be_is_told():
    one, two, three = nip(), nip(), nip()
    book = openpyxl.Workbook()
    book.active["A1"] = one
    data = zipped({"a.xlsx": saved(book), f"{two}.bin": b"x", "b/c.zip": zipped({"d.txt": b"x"})})
    assert {one, two} <= found("a.zip", data)
    assert len(pieces("a.zip", data).unread) == 1
    body = base64.b64encode(f"NIP {three}".encode())
    letter = (
        b"To: a@x.go.id\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + body
    )
    assert three in found("a.eml", letter)


def test_a_zip_that_is_too_much_is_dark():
    data = zipped({f"{n}.txt": b"0" * 2**20 for n in range(40)})
    assert len(pieces("a.zip", data).unread) == 40


def test_marks_within_a_number_do_not_hide_it():
    seed = nip()
    cut = f"{seed[:8]}<b class='x'>{seed[8:14]}</b><span>{seed[14:]}</span>"
    assert seed in found("a.html", f"<p>{cut}</p>".encode())
    assert seed in found("a.rtf", f"{{\\rtf1 {seed[:8]}{{\\b {seed[8:14]}}}{seed[14:]}}}".encode())
    assert seed in found("a.html", f"<a href='https://wa.me/{seed}'>x</a>".encode())


def test_the_label_of_a_form_reaches_over_a_colon_and_from_the_name_of_a_field():
    book = openpyxl.Workbook()
    for cell, text in zip("ABC", ("No HP", ":", "81234567890"), strict=True):
        book.active[f"{cell}1"] = text
    assert found("a.xlsx", saved(book)) == {"81234567890"}
    paper = Document()
    for cell, text in zip(
        paper.add_table(1, 3).rows[0].cells, ("No HP", ":", "81234567890"), strict=True
    ):
        cell.text = text
    assert found("a.docx", saved(paper)) == {"81234567890"}
    pdf = pikepdf.new()
    pdf.add_blank_page()
    field = Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=String("No HP"), V=String("81234567890"))
    form = Array([pdf.make_indirect(field)])
    pdf.pages[0].Annots, pdf.Root.AcroForm = form, Dictionary(Fields=form)
    assert found("a.pdf", saved(pdf)) == {"81234567890"}


def test_who_made_an_rtf_file_is_told():
    made = [p.text for p in pieces("a.rtf", rb"{\rtf1{\info{\author Rina Wati}}x}").found]
    assert made == ["Rina Wati", "Rina Watix"]


def counted(count: int) -> bytes:
    """A PDF with a text in its stream of objects, which says that so many are in it."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.Names = pdf.make_indirect(
        Dictionary(A=pdf.make_indirect(String("NIK 5371015203850004")))
    )
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=False)
    return re.sub(rb"/N \d", b"/N %d" % count, out.getvalue())


def test_objects_of_a_pdf_that_are_not_as_many_as_it_says_are_dark():
    right = next(n for n in range(1, 10) if not strings(counted(n))[1])
    assert "NIK 5371015203850004" in {text for _, text, _ in strings(counted(right))[0]}
    for false in {0, 1, 9} - {right}:
        assert strings(counted(false))[1]
