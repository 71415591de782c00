"""A page as CSV, read back as a spreadsheet would."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from drawing import PAGE, WORDS, drawn, table_of

from smmkit.page import Cell, Column, Heading, Page, Prose, Table, Tone
from smmkit.words import Percent


def read(page, code="id"):
    text = drawn(page, "csv", code).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";" if code == "id" else ","))


def test_a_page_with_one_table_is_that_table_alone():
    page = table_of(("a", "b"), ("c", "d"))
    page = Page(page.title, page.subtitle, (Heading("Kepala"), Prose("Kata"), *page.blocks))
    assert read(page) == [["Satu", "Dua"], ["a", "b"], ["c", "d"]]


def test_every_block_of_any_other_page_stands_there():
    words = {word for row in read(PAGE) for cell in row for word in cell.replace("*", "").split()}
    plain = {word.rstrip(".,") for word in words} | words
    left = {*WORDS} - {"1.234", "2026"}
    assert {word for word in left if word not in plain and word.rstrip(".") not in plain} == set()


@pytest.mark.parametrize(
    ("code", "number", "share"), [("id", "1234,50", "87,50"), ("en", "1234.50", "87.50")]
)
def test_numbers_are_those_of_the_country(code, number, share):
    row = (Cell(Decimal("1234.50")), Cell(Percent(Decimal("87.5"))), Cell(date(2026, 1, 2)))
    page = Page("x", "", (Table("t", (Column("a"), Column("b"), Column("c")), (row,)),))
    assert read(page, code) == [["a", "b (%)", "c"], [number, share, "2026-01-02"]]


def test_what_is_missing_is_empty():
    page = Page(
        "x", "", (Table("t", (Column("a"), Column("b")), ((Cell("-", Tone.MUTED), Cell(0)),)),)
    )
    assert read(page)[1] == ["", "0"]


@pytest.mark.parametrize("written", ["=1+1", "+62 21", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")'])
def test_what_people_write_is_never_a_formula(written):
    page = table_of((written, "b"), columns=(written, "c"))
    assert not [cell for row in read(page) for cell in row if cell[0] in "=+-@\t\r"]


def test_a_spreadsheet_takes_it_for_what_it_is():
    assert drawn(table_of(("é",), columns=("x",)), "csv").startswith(b"\xef\xbb\xbf")


def test_an_empty_table_says_so():
    assert read(table_of(empty="Tidak ada."))[1] == ["Tidak ada."]
