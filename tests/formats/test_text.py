"""A page on a terminal."""

import re

import pytest
from drawing import NASTY, PAGE, WORDS, drawn, one_bar, table_of
from rich.text import Text

from smmkit.document_view import joined
from smmkit.page import Cell, Column, Heading, Page, Prose, Shape, Table, Tone
from smmkit.page.terminal_columns import folded, parted
from smmkit.words import say

ANSI = re.compile(r"\x1b\[[\d;]*m")


def lines(page, **options):
    return drawn(page, "text", **options).decode().split("\n")


def test_each_word_is_found_again():
    text = "\n".join(lines(PAGE))
    assert [word for word in WORDS if word not in text] == []


@pytest.mark.parametrize("width", [40, 80, 100, 200])
@pytest.mark.parametrize("colour", [True, False])
def test_no_line_is_too_long_or_ends_in_space(width, colour):
    wide = table_of(["kata yang panjang"] * 9, columns=[f"Kolom {n}" for n in range(9)])
    for page in (PAGE, wide):
        plain = [ANSI.sub("", line) for line in lines(page, width=width, colour=colour)]
        assert max(map(len, plain)) <= width
        assert [line for line in plain if line != line.rstrip()] == []


@pytest.mark.parametrize("width", range(60, 110))
def test_no_end_of_a_line_is_cut_off(width):
    names = ["Yudha Purnawira, Tirta Anggara", "peninjauan dokumen", "x 30 November 2019"]
    words = [*names, "Mengisi tiga formasi pengelola", "terlambat 578 hari", "SEK, BKM, KIN"]
    columns = [Column(f"Ditangani oleh {n}") for n in range(5)] + [Column("Kode", Shape.NUMBER)]
    table = Table("t", tuple(columns), (tuple(map(Cell, words)),) * 2)
    said = "\n".join(lines(Page("", "", (table,)), width=width))
    assert [w for name in words for w in name.split() if w not in said] == []
    assert said.count("Ditangani") == 5 or "Ditangani oleh 0" in said


def test_every_console_can_show_its_frames():
    drawn(PAGE, "text").decode().encode("cp1252")
    drawn(PAGE, "text").decode().encode("ascii")


def test_numbers_stand_at_the_right():
    rows = ((Cell("a"), Cell(5)), (Cell("b"), Cell(12345)))
    table = Table("t", (Column("K"), Column("Jumlah", Shape.NUMBER)), rows)
    drawn_lines = lines(Page("x", "", (table,)))
    ends = {len(line) for line in drawn_lines if line.endswith(("5", "12.345", "Jumlah"))}
    assert len(ends) == 1


def test_colour_only_where_it_is_wanted():
    assert "\x1b[" in "".join(lines(PAGE, colour=True))
    assert "\x1b[" not in "".join(lines(PAGE))


@pytest.mark.parametrize("wish", ["NO_COLOR", "TTY_COMPATIBLE", "FORCE_COLOR", "COLUMNS"])
def test_what_the_machine_wishes_does_not_matter_here(monkeypatch, wish):
    before = lines(PAGE), lines(PAGE, colour=True)
    monkeypatch.setenv(wish, "1")
    assert (lines(PAGE), lines(PAGE, colour=True)) == before


def test_colour_changes_nothing_but_the_colour():
    assert ANSI.sub("", "\n".join(lines(PAGE, colour=True))) == "\n".join(lines(PAGE))


@pytest.mark.parametrize("written", [*NASTY, ":smile:", "[/]", "C:\\x"])
def test_what_people_write_stays_as_it_is(written):
    table = table_of((written,), columns=(written,))
    page = Page(written, written, (Heading(written), Prose(written), *table.blocks))
    assert "\n".join(lines(page, width=200)).count(written) == 6


def test_data_cannot_steer_the_terminal():
    made = drawn(Page("a\x1b[31mb", "\x9b2J", (Prose("x\x07\ry"),)), "text")
    assert not set(made.decode()) & set("\x1b\x9b\x07\r")
    assert b"\\x1b[31m" in made


def test_a_table_without_rows_says_so():
    assert "Belum ada." in lines(table_of(empty="Belum ada."))


def test_a_name_is_not_said_twice():
    page = Page("x", "", (Heading("Isi"), *table_of(("a", "b")).blocks))
    assert sum(line == "Isi" for line in lines(page)) == 1


def test_a_narrow_terminal_shows_records_with_whole_words():
    page = table_of(["pemutakhiran"] * 9, columns=[f"Kolom{n}" for n in range(9)])
    assert [line for line in lines(page, width=60) if "pemutakhiran" in line] == [
        f"Kolom{n}  pemutakhiran" for n in range(9)
    ]


def test_a_path_is_parted_behind_a_sign():
    assert [*parted("sasaran/sm-01-kepuasan.yaml", 24)] == ["sasaran/sm-01-", "kepuasan.yaml"]
    assert [*parted("a" * 7, 3)] == ["aaa", "aaa", "a"]
    assert folded(Text("a.md:31 kpis", "red"), 20).plain == "a.md:31 kpis"
    assert folded(Text("a/b.md:31 kpis", "red"), 8) == Text("a/b.md:\n31 kpis", "red")


def test_bars_are_as_long_as_they_say():
    bar = one_bar("t", "alt", "a", (Tone.GOOD, 50.0), (Tone.BAD, 25.0), value="75")
    line = next(line for line in lines(Page("x", "", (bar,))) if "#" in line)
    inside = line[line.index("[") + 1 : line.index("]")]
    assert inside.count("#") * 2 == len(inside)
    assert abs(inside.count("x") * 4 - len(inside)) <= 4
    assert line.endswith("75")


def test_what_was_put_under_one_another_in_a_cell_stays_so_and_a_text_of_a_person_is_one_line():
    below = joined("\n", [say("• {value}", value="one\ntwo"), "three"])
    found = lines(Page("", "", (Table("t", (Column("Said"),), ((Cell(below),),)),)))
    assert [line.strip() for line in found if line.strip()][-2:] == ["• one\\ntwo", "three"]
