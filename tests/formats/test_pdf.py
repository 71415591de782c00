"""A page on paper."""

import re

import pypdfium2
import pytest
from drawing import NASTY, PAGE, WORDS, drawn, one_bar, pages_of, table_of

from smmkit.page import Cell, Column, Fields, Heading, Page, Prose, Shape, Table, Tone
from smmkit.words import Words


def test_each_word_is_found_again():
    text = "\n".join(pages_of(drawn(PAGE, "pdf")))
    assert [word for word in WORDS if word not in text] == []


def test_it_speaks_the_language_of_its_reader():
    page = Page(Words("Risks", "Risiko"))
    assert "Risks" in pages_of(drawn(page, "pdf", "en"))[0]
    assert "Risiko" in pages_of(drawn(page, "pdf", "id"))[0]


def test_the_figure_is_told_in_words_and_the_archive_is_promised():
    pdf = drawn(PAGE, "pdf")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"/Alt(Klausul empat siap enam puluh persen.)" in pdf


@pytest.mark.parametrize("written", NASTY)
def test_what_people_write_stays_as_it_is(written):
    table = table_of((written,), columns=(written,), name=f"Nama {written}")
    page = Page(written, written, (Heading(written), Prose(written), *table.blocks))
    text = "".join("".join(pages_of(drawn(page, "pdf"))).split())
    assert text.count("".join(written.split())) == 8


def test_a_long_table_names_its_columns_on_every_page():
    rows = [(f"SOP-{n:03}", f"Pengendalian dokumen nomor {n}") for n in range(500)]
    pages = pages_of(drawn(table_of(*rows, columns=("Kodenya", "Judulnya")), "pdf"))
    assert len(pages) > 8
    assert all("Kodenya" in page and "Judulnya" in page for page in pages)
    text = "\n".join(pages)
    assert all(code in text for code, _ in rows)
    for number, page in enumerate(pages, start=1):
        assert re.search(rf"\b{number} \w+ {len(pages)}\b", page)


def test_a_table_without_rows_says_so():
    assert "Belum ada." in pages_of(drawn(table_of(empty="Belum ada."), "pdf"))[0]


def test_a_row_higher_than_a_page_is_not_lost():
    long = "\n".join(f"baris {n}." for n in range(200))
    text = "\n".join(pages_of(drawn(table_of((long, "x")), "pdf")))
    assert all(f"baris {n}." in text for n in range(200))


def test_a_code_stays_in_one_piece():
    codes = [f"SOP-DPMPTSP-{n:03}-2026" for n in range(5)] + ["28 September 2026", "MMMM-WW-00"]
    rows = tuple((Cell(code), *[Cell("kata yang panjang sekali " * 4)] * 5) for code in codes)
    columns = (Column("Kode", Shape.CODE), *[Column(f"Kolom {n}") for n in range(5)])
    text = "\n".join(pages_of(drawn(Page("x", "", (Table("t", columns, rows),)), "pdf")))
    assert all(code in text for code in codes)


def test_a_run_that_is_too_long_breaks_and_is_all_there():
    run = "0123456789abcdef" * 20
    page = Page("x", run, (Prose(run), *table_of((run, run), shape=Shape.CODE).blocks))
    pdf = drawn(page, "pdf")
    assert "".join("".join(pages_of(pdf)).split()).count(run) == 4
    assert inside_the_margins(pdf)


def test_one_long_word_in_many_rows_starves_no_other_column():
    rows = [(f"Risiko {n}", *("Beberapa kata biasa di sini",) * 5) for n in range(300)]
    some = drawn(table_of(*rows, columns="ABCDEF"), "pdf")
    rows[150] = ("katayangpanjangsekali" * 6, *rows[150][1:])
    one = drawn(table_of(*rows, columns="ABCDEF"), "pdf")
    assert len(pages_of(one)) <= len(pages_of(some)) + 1
    assert "katayangpanjangsekali" * 6 in "".join("".join(pages_of(one)).split())


def test_a_long_name_leaves_room_for_its_value():
    fields = Fields((("Nama bidang yang panjang " * 4, Cell("nilai " * 40)),))
    name, alt = "Nama batang yang panjang " * 4, "Satu batang."
    bars = one_bar("Gambar", alt, name, (Tone.GOOD, 50.0), value="12 dari 24")
    pdf = drawn(Page("x", "", (fields, bars)), "pdf")
    assert len(pages_of(pdf)) == 1
    assert inside_the_margins(pdf)


def test_neighbours_do_not_overlap():
    run = "0123456789abcdef" * 4
    page = table_of(*[(run, run, "kata " * 30)] * 3, columns=("A", "B", "C"), shape=Shape.CODE)
    boxes = [box for box in boxes_of(drawn(page, "pdf")) if box[2] - box[0] > 1]
    middles = [((left + right) / 2, (low + high) / 2) for left, low, right, high in boxes]
    for n, (left, low, right, high) in enumerate(boxes):
        inside = [m for m, (x, y) in enumerate(middles) if left < x < right and low < y < high]
        assert inside == [n]


@pytest.mark.parametrize(("columns", "lying"), [(6, False), (7, True)])
def test_many_columns_lay_the_paper_down(columns, lying):
    page = table_of(["x"] * columns, columns=[f"K{n}" for n in range(columns)])
    width, height = pypdfium2.PdfDocument(drawn(page, "pdf")).get_page_size(0)
    assert (width > height) is lying


def test_forty_columns_and_no_columns_can_be_drawn():
    drawn(table_of(["kata"] * 40, columns=[f"Kolom {n}" for n in range(40)]), "pdf")
    drawn(table_of(columns=()), "pdf")


@pytest.mark.parametrize(("tone", "mark"), [(Tone.GOOD, "✓"), (Tone.WARN, "!"), (Tone.BAD, "✗")])
def test_a_tone_is_not_colour_alone(tone, mark):
    table = Table("t", (Column("K"),), ((Cell("nilai", tone),),))
    text = pages_of(drawn(Page("x", "", (table, Prose("kata", tone))), "pdf"))[0]
    assert text.count(mark) == 2


def boxes_of(pdf):
    """Where each character of the first page stands: left, bottom, right, top."""
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    return [text.get_charbox(n) for n in range(text.count_chars())]


def inside_the_margins(pdf):
    """Whether no character of the first page stands in the margin."""
    margin = 56
    width = pypdfium2.PdfDocument(pdf).get_page_size(0)[0]
    return all(margin < left and right < width - margin for left, _, right, _ in boxes_of(pdf))
