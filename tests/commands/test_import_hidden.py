"""smm import of files that say something where a table reader does not look: it is read, or it is told."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from openpyxl.comments import Comment
from papers import QMS, grid, saved, sheet

from folders import lay
from running import smm

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
RISKS = [
    ["No", "Risiko", "Penyebab", "Skala Kemungkinan", "Skala Dampak", "Penanganan"],
    ["1", "Berkas hilang", "Arsip sempit", "3", "4", "Digitalisasi"],
]
SHEET = [
    ["LEMBAR KETIDAKSESUAIAN", "<"],
    ["Nomor LKS", "01/LKS/2020"],
    ["Auditee", "Sekretariat"],
    ["Uraian Ketidaksesuaian", "Kalibrasi tidak ada"],
    ["Klausul", "7.1.5"],
    ["Kategori", ""],
]


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def run(text: str, marks: str = "") -> str:
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def put(paragraph: Any, *pieces: str) -> None:
    """Write pieces of markup into a paragraph."""
    for child in parse_xml(f"<w:p {SPACES}>{''.join(pieces)}</w:p>"):
        paragraph._p.append(child)


def with_parts(data: bytes, parts: dict[str, str]) -> bytes:
    """The same file with more parts."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def imported(qms: Path, name: str, data: bytes) -> tuple[str, str]:
    """What import tells, and what it wrote."""
    file = lay(qms.parent / "papers", {name: data}) / name
    done = smm("import", file, qms, "--yes", "--owner", "SEK", "--class", "terbuka")
    assert done.returncode == 0, done.stderr + done.stdout
    new = (path.read_text("utf-8") for path in qms.rglob("*.yaml") if path.name != "qms.yaml")
    return " ".join(done.stdout.split()), " ".join(" ".join(new).split())


LETTERS = {
    "turned": f'<w:bdo w:val="ltr">{run(" turned")}</w:bdo>',
    "a fallback's other": "<w:r><mc:AlternateContent><mc:Choice><w:t> a fallback's other</w:t></mc:Choice>"
    "<mc:Fallback><w:t> old</w:t></mc:Fallback></mc:AlternateContent></w:r>",
    "1/2": "<m:oMath><m:f><m:num><m:r><m:t> 1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    "</m:oMath>",
    "based": f"<w:r><w:ruby><w:rt>{run('over')}</w:rt>"
    f"<w:rubyBase>{run(' based')}</w:rubyBase></w:ruby></w:r>",
    "seen by none": run(" seen by none", "<w:vanish/>"),
}
"""What a reader of runs alone does not take."""


def test_letters_in_whatever_wraps_them_are_read(qms: Path) -> None:
    document = docx.Document()
    cell = grid(document, RISKS).cell(1, 1)
    put(cell.paragraphs[0], *LETTERS.values())
    said, made = imported(qms, "risiko.docx", saved(document))
    assert [text for text in LETTERS if text not in made] == []
    assert "seen by none hidden text; it was read all the same" in said
    assert "over" not in made
    assert "it is not among what is read" not in said


def test_what_stands_outside_of_the_tables_is_told(qms: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Kepala kertas"
    section.footer.paragraphs[0].text = "Halaman 1 dari 2"
    document.add_paragraph("Kata pengantar")
    grid(document, RISKS)
    document.add_paragraph("Risiko lain dibahas bulan depan")
    document.add_paragraph("Tertanda", style="List Bullet")
    word = f"<w:p {SPACES}>{{}}</w:p>"
    data = with_parts(
        saved(document),
        {
            "word/footnotes.xml": f"<w:footnotes {SPACES}>{word.format(run('Catatan kaki'))}</w:footnotes>",
            "word/comments.xml": f"<w:comments {SPACES}>{word.format(run('Mohon dicek'))}</w:comments>",
            "word/diagrams/data1.xml": '<d xmlns:a="a"><a:p><a:t>Kotak SmartArt</a:t></a:p></d>',
            "word/charts/chart1.xml": '<c xmlns:a="a"><a:p><a:t>Judul grafik</a:t></a:p></c>',
            "word/embeddings/benda.bin": "x",
        },
    )
    said, _ = imported(qms, "risiko.docx", data)
    for told in (
        "the text Kata pengantar it is not among what is read; lines: 1",
        "the text Risiko lain dibahas bulan depan / Tertanda it is not among",
        "the head of the pages Kepala kertas",
        "the notes below the text Catatan kaki",
        "the comments Mohon dicek",
        "a drawing Kotak SmartArt",
        "a chart Judul grafik",
        "word/embeddings/benda.bin in it cannot be read as text",
    ):
        assert told in said
    assert "Halaman" not in said
    assert "Arsip sempit it is not" not in said


@pytest.mark.parametrize(
    ("pieces", "grade"),
    [
        (
            (run("Mayor / ", "<w:strike/>"), run("Minor"), run(" / Observasi", "<w:dstrike/>")),
            "minor",
        ),
        (
            (
                '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>',
                run(" Mayor  "),
                '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
                run(" Minor"),
            ),
            "minor",
        ),
        (
            (
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
                '<w:listEntry w:val="Mayor"/><w:listEntry w:val="Minor"/></w:ddList></w:ffData>'
                '</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
            ),
            "minor",
        ),
        (
            (
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>",
                run("Pilih: Mayor atau Minor"),
                "</w:sdtContent></w:sdt>",
            ),
            "(isi)",
        ),
    ],
)
def test_what_is_struck_ticked_chosen_or_only_asked_for(
    qms: Path, pieces: tuple[str, ...], grade: str
) -> None:
    document = docx.Document()
    cell = grid(document, SHEET).cell(5, 1)
    put(cell.paragraphs[0], *pieces)
    said, made = imported(qms, "lks.docx", saved(document))
    assert f"grade: {grade}" in made.replace('"', "")
    assert ("struck through; not read" in said) is ("strike" in pieces[0])


def test_a_long_title_is_kept_whole_where_nothing_else_says_it(qms: Path) -> None:
    title = "Arsip berkas permohonan tahun-tahun sebelumnya belum tertata sehingga pencarian lama sekali"
    document = docx.Document()
    document.add_paragraph("ISU INTERNAL DAN EKSTERNAL")
    grid(document, [["No", "Isu Internal", "Dampak"], ["1", title, "Antre"]])
    assert title in imported(qms, "isu.docx", saved(document))[1]


def test_what_a_sheet_says_beside_its_table_is_told(qms: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Lembar"
    for row in (
        ["REGISTER RISIKO"],
        ["Tahun 2020"],
        ["Rapat 3 Maret menambah dua risiko"],
        [],
        RISKS[0],
        [*RISKS[1], "", "di kanan"],
        ["2", "", "Sebab tanpa risiko", "", "", ""],
        ["3", "Jaringan padam", "#REF!", "3", "4", "Ganti kabel"],
        [],
        ["", "", "Mengetahui,", "", "Ketua Rekaan"],
    ):
        sheet.append(row)
    sheet["B6"].comment = Comment("Perlu dicek lagi", "x")
    sheet.oddHeader.center.text = "Kepala lembar"
    sheet.oddFooter.right.text = "Halaman &P dari &N"
    said, made = imported(qms, "risiko.xlsx", saved(book))
    for told in (
        "Lembar, cell A3 Rapat 3 Maret menambah dua risiko it is not among what is read; lines: 1",
        "Lembar, cell A7 Sebab tanpa risiko / Mengetahui, | Ketua Rekaan it is not among",
        "Lembar, cell H5 di kanan this column was not taken",
        "Lembar, cell C8 #REF! its formula has a fault",
        "sheet Lembar B6: Perlu dicek lagi",
        "sheet Lembar Kepala lembar",
    ):
        assert told in said
    assert "REF" not in made
    for quiet in ("REGISTER RISIKO", "Tahun 2020", "Halaman"):
        assert quiet not in said


def test_a_line_alone_above_a_table_is_no_heading_of_it(qms: Path) -> None:
    rows = [["ISU INTERNAL DAN EKSTERNAL"], [], ["No", "Isu Internal"], [1, "Arsip sempit"]]
    said, made = imported(qms, "isu.xlsx", sheet(rows))
    assert "title: Arsip sempit" in made
    assert "title: No" not in made
    assert "this column was not taken" not in said
