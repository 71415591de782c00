"""A page as a Word document, read back."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from drawing import DAY, NASTY, PAGE, WORDS, drawn, table_of
from figure_samples import FIGURES

from smmkit.formats import draw
from smmkit.page import Cell, Column, Heading, Page, Prose, Shape, Table, Tone
from smmkit.words import language

ORDER = {
    "w:pPr": ("pStyle", "keepNext", "pBdr", "shd", "tabs", "spacing", "ind", "jc"),
    "w:tblPr": ("tblStyle", "tblW", "tblBorders", "tblLayout", "tblLook"),
    "w:trPr": ("cantSplit", "tblHeader"),
}
MARKDOWN = """# Satu

Kata **tebal**, *miring*, ~~coret~~, `kode`, [taut](https://x.go.id).

- a
  1. b
- c

> kutip

```
x = 1
```

| A | B |
|---|---|
| 1 | 2 |

---
"""


def read(page, code="id"):
    return Document(BytesIO(drawn(page, "docx", code)))


def text_of(document):
    return " ".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def test_each_word_is_found_again():
    text = text_of(read(PAGE))
    drawn_as_picture = {"Konteks", "60,00", "Dukungan"}
    assert {word for word in WORDS if word not in text} <= drawn_as_picture


def test_heads_of_tables_come_again_and_rows_are_not_cut():
    table = read(PAGE).tables[1]
    first, second = (row._tr.trPr for row in table.rows[:2])
    assert first.find(qn("w:tblHeader")) is not None
    assert second.find(qn("w:tblHeader")) is None
    assert second.find(qn("w:cantSplit")) is not None


def test_headings_are_headings_and_skip_no_level():
    styles = [p.style.name for p in read(PAGE).paragraphs]
    assert [name for name in styles if name.startswith(("Title", "Heading"))] == [
        "Title", "Heading 1", "Heading 1", "Heading 2", "Heading 3",
    ]  # fmt: skip


@pytest.mark.parametrize("figure", FIGURES, ids=[one.title for one in FIGURES])
def test_who_cannot_see_a_figure_hears_what_it_says(figure):
    document = read(Page("x", "", (figure,)))
    found = document.inline_shapes[0]._inline.docPr
    assert (found.get("descr"), found.get("title")) == (figure.alt, figure.title)
    assert found.getparent().find(f".//{qn('a:blip')}") is not None


def test_many_figures_keep_their_pictures_in_their_order():
    many = [FIGURES[n % 2] for n in range(60)]
    document = read(Page("x", "", tuple(many)))
    shapes = [shape._inline for shape in document.inline_shapes]
    assert [shape.docPr.get("title") for shape in shapes] == [one.title for one in many]
    assert len({shape.docPr.id for shape in shapes}) == len(many)
    alone = [read(Page("x", "", (one,))) for one in FIGURES[:2]]
    assert drawn_in(document) == [picture for one in alone for picture in drawn_in(one)] * 30


def drawn_in(document):
    parts = document.part.related_parts
    blips = [one._inline.graphic.graphicData.pic.blipFill.blip for one in document.inline_shapes]
    return [parts[blip.embed].blob for blip in blips]


def test_properties_stand_in_the_order_that_word_asks_for():
    page = Page("x", "", (*PAGE.blocks, Prose(MARKDOWN, Tone.WARN, markdown=True)))
    body = read(page).element.body
    for name, order in ORDER.items():
        for about in body.iter(qn(name)):
            seen = [order.index(child.tag.partition("}")[2]) for child in about]
            assert seen == sorted(seen)


def test_markdown_is_drawn_and_nothing_of_it_is_lost():
    document = read(Page("x", "", (Prose(MARKDOWN, markdown=True),)))
    text = text_of(document)
    for word in ("Satu", "tebal", "miring", "coret", "kode", "taut", "https://x.go.id", "a", "b",
                 "1.", "•", "kutip", "x = 1", "A", "2"):  # fmt: skip
        assert word in text
    assert [run.text for p in document.paragraphs for run in p.runs if run.bold] == ["tebal"]


@pytest.mark.parametrize("written", [*NASTY, "\x00\x0b", "\ud800", "=1+1"])
def test_what_people_write_stays_text(written):
    page = table_of((written, "b"), columns=(written, "B"), name=written)
    page = Page(written, written, (Heading(written), Prose(written), *page.blocks))
    assert text_of(read(page))


def test_it_tells_nothing_of_who_made_it_and_when():
    data = drawn(PAGE, "docx")
    about = Document(BytesIO(data)).core_properties
    assert (about.author, about.last_modified_by, about.created.date()) == ("", "", DAY)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert {entry.date_time[:3] for entry in parts.infolist()} == {(1980, 1, 1)}


def test_the_paper_lies_down_for_many_columns():
    section = read(table_of(("1",) * 9, columns=("x",) * 9)).sections[0]
    assert section.page_width > section.page_height


def test_no_heading_breaks_in_a_word_where_broader_letters_stand_in():
    titles = (
        "Klausul",
        "Target",
        "Realisasi",
        "Angka acak awal",
        "Keterlambatan",
        "Judul",
        "Alasan",
    )
    words = (
        "Satu kalimat yang panjang sekali dan mengisi kolom ini sampai penuh, lagi dan lagi. " * 3
    )
    columns = tuple(Column(t, Shape.WORDS if t == "Alasan" else Shape.CODE) for t in titles)
    row = (*(Cell("9.1") for _ in titles[1:]), Cell(words))
    data = draw(Page("T", "", (Table("T", columns, (row,)),)), "docx", language("id"), day=DAY)
    (table,) = Document(BytesIO(data)).tables
    for cell in table.rows[0].cells:
        longest = max(map(len, cell.text.split()))
        assert cell.width.pt > longest * 0.66 * 9, cell.text


def test_a_table_too_broad_for_the_paper_has_smaller_letters_and_no_word_breaks():
    titles = ("Kode", "Judul", "Jenis", "Versi", "Keadaan", "Berlaku sejak", "Ditinjau", "Pemilik")
    titles = (*titles, "Pembagian", "Beredar", "Penarikan")
    row = tuple(Cell("28 Desember 2026") for _ in titles)
    columns = tuple(Column(t, Shape.CODE) for t in titles)
    data = draw(Page("T", "", (Table("T", columns, (row,)),)), "docx", language("id"), day=DAY)
    (table,) = Document(BytesIO(data)).tables
    sizes = {run.font.size.pt for r in table.rows for c in r.cells for run in c.paragraphs[0].runs}
    assert len(sizes) == 1
    (size,) = sizes
    assert 6 <= size < 9
    for cell in table.rows[0].cells:
        longest = max(map(len, cell.text.split()))
        assert cell.width.pt > longest * 0.66 * size, cell.text


def test_words_of_sentences_get_the_room_that_codes_leave():
    titles = ("Kode", "Audit", "Kategori", "Klausul", "Temuan", "Jawaban", "Tenggat", "Status")
    said = ("T-2021-02", "AE-2021-1", "minor", "9.1.1", *("kata " * 60,) * 2, "11 Juni 2021", "ya")
    columns = tuple(
        Column(t, Shape.WORDS if t in {"Temuan", "Jawaban"} else Shape.CODE, width=5)
        for t in titles
    )
    row = tuple(Cell(text) for text in said)
    data = draw(Page("T", "", (Table("T", columns, (row,)),)), "docx", language("id"), day=DAY)
    (table,) = Document(BytesIO(data)).tables
    room = sum(cell.width for cell in table.rows[0].cells)
    assert sum(table.rows[0].cells[n].width for n in (4, 5)) > 0.45 * room
