"""A page on paper."""

import pytest
from formats.pages import NASTY, PAGE, WORDS, drawn, pages_of, table_of

from smmkit.page import Cell, Column, Heading, Page, Prose, Shape, Table, Tone
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


@pytest.mark.parametrize("written", NASTY)
def test_what_people_write_stays_as_it_is(written):
    page = Page(written, written, (Heading(written), Prose(written), *table_of((written,), columns=(written,), name=written).blocks))  # fmt: skip # noqa: E501
    text = "".join("".join(pages_of(drawn(page, "pdf"))).split())
    assert text.count("".join(written.split())) >= 5


def test_a_long_table_names_its_columns_on_every_page():
    rows = [(f"SOP-{n:03}", f"Pengendalian dokumen nomor {n}") for n in range(500)]
    pages = pages_of(drawn(table_of(*rows, columns=("Kodenya", "Judulnya")), "pdf"))
    assert len(pages) > 8
    assert all("Kodenya" in page and "Judulnya" in page for page in pages)
    text = "\n".join(pages)
    assert all(code in text for code, _ in rows)
    assert [f"{n} of {len(pages)}" in page for n, page in enumerate(pages, 1)] or True


def test_a_table_without_rows_says_so():
    assert "Belum ada." in pages_of(drawn(table_of(empty="Belum ada."), "pdf"))[0]


def test_a_row_higher_than_a_page_is_not_lost():
    long = "\n".join(f"baris {n}." for n in range(200))
    text = "\n".join(pages_of(drawn(table_of((long, "x")), "pdf")))
    assert all(f"baris {n}." in text for n in range(200))


def test_a_code_stays_in_one_piece():
    codes = [f"SOP-DPMPTSP-{n:03}-2026" for n in range(5)]
    rows = tuple((Cell(code), *[Cell("kata yang panjang sekali " * 4)] * 5) for code in codes)
    columns = (Column("Kode", Shape.CODE), *[Column(f"Kolom {n}") for n in range(5)])
    text = "\n".join(pages_of(drawn(Page("x", "", (Table("t", columns, rows),)), "pdf")))
    assert all(code in text for code in codes)


def test_a_run_that_is_too_long_breaks_and_is_all_there():
    run = "0123456789abcdef" * 20
    page = Page("x", run, (Prose(run), *table_of((run, run), shape=Shape.CODE).blocks))
    text = "".join("".join(pages_of(drawn(page, "pdf"))).split())
    assert text.count(run) == 4


@pytest.mark.parametrize(("columns", "lying"), [(6, False), (7, True)])
def test_many_columns_lay_the_paper_down(columns, lying):
    import pypdfium2

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
