"""Tables as spreadsheets write them, and the place of every cell."""

from decimal import Decimal

import pytest

from smmkit.cells import Cells
from smmkit.location import SourceError
from smmkit.words import Message


def read(text: str | bytes) -> Cells:
    return Cells.parse("a.csv", text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("period,value\n2026,1\n", ","),
        ("period;value\n2026;1\n", ";"),
        ("period\tvalue\n2026\t1\n", "\t"),
        ("period\n2026\n", ";"),
        ("a;b;c,d\n1;2;3\n", ";"),
        ("sep=;\na;b,c,d\n1;2\n", ";"),
        ('"sep=,"\na,b;c;d\n1,2\n', ","),
        ("SEP=\t\na\tb\n1\t2\n", "\t"),
    ],
)
def test_the_delimiter_is_seen_from_the_heading(text, delimiter):
    assert read(text).delimiter == delimiter


@pytest.mark.parametrize(
    "data",
    [
        b"Period, VALUE \n2026,1\n",
        b"\xef\xbb\xbfperiod,value\n2026,1\n",
        b"period,value\r\n2026,1\r\n",
        b"period,value\r2026,1\r",
        b'"period","value"\n"2026","1"\n',
        b"period,value\n2026,1",
        b"period,value\n\n , \n2026, 1 \n\n",
        b"\xef\xbb\xbfsep=,\r\nperiod,value\r\n2026,1\r\n",
        b"sep=,,,,\nperiod,value,,\n2026,1,,\n,,,,,\n",
        b"period,value\n2026,1,,,\n",
        b"period,value,\n2026,1\n",
        b"\n ,\nperiod,value\n2026,1\n",
        b"\nsep=,\n\nperiod,value\n2026,1\n",
    ],
    ids=[
        *("case", "bom", "crlf", "cr", "quotes", "no-last-line-end", "empty-lines", "separator"),
        *("separator-with-cells", "cells-behind", "heading-behind", "lines-above", "all-above"),
    ],
)
def test_the_same_cells_however_it_was_saved(data):
    cells = read(data)
    assert cells.heading == ("period", "value")
    assert [row for _, row in cells.rows] == [("2026", "1")]


def test_lines_are_those_of_the_file():
    assert [line for line, _ in read("a,b\n\n1,2\n,\n\n3,4\n").rows] == [3, 6]


def test_a_row_over_two_lines_stands_where_it_begins():
    cells = read('a,b\n1,"two\nlines"\n3,4\n')
    assert cells.rows == ((2, ("1", "two\nlines")), (4, ("3", "4")))


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"  \n ;;\n", b"\xef\xbb\xbf", b"sep=;", b"sep=;\n\n;;\n"]
)
def test_a_table_without_heading_is_refused(data):
    with pytest.raises(SourceError, match="the table is empty"):
        read(data)


def test_a_windows_code_page_is_told_with_its_place():
    with pytest.raises(SourceError, match="UTF-8") as error:
        read("period;note\n2026;café\n".encode("cp1252"))
    assert (error.value.at.line, error.value.at.column) == (2, 9)


@pytest.mark.parametrize(
    ("line", "column", "start", "end"),
    [
        (1, 0, 1, 7),
        (1, 2, 14, 18),
        (2, 0, 1, 5),
        (2, 1, 6, 11),
        (2, 2, 12, 15),
        (3, 1, 6, 6),
        (3, 2, 7, 11),
    ],
)
def test_each_cell_stands_where_it_is_written(line, column, start, end):
    cells = read('period,value,note\n2026,"1,5",abc\n2027,,x""y\n2028\n')
    at = cells.at(line, column)
    assert (at.line, at.column, at.end_column) == (line, start, end)


def test_a_cell_that_is_not_there_stands_at_the_end_of_its_line():
    at = read("a,b,c\n1\n").at(2, 2)
    assert (at.line, at.column, at.end_line, at.end_column) == (2, 2, 2, 2)


def number(text: str, delimiter: str) -> Decimal | Message:
    return read(f"a{delimiter}b\n").number(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1), ("0", 0), ("-0.5", "-0.5"), ("+3", 3), ("0012", 12), ("82.50", "82.50")],
)
def test_numbers_with_a_point(text, value):
    assert number(text, ",") == Decimal(value)


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize(
    ("text", "value"), [("82,5", "82.5"), ("-1,25", "-1.25"), ("1234", "1234")]
)
def test_numbers_with_a_comma(text, value, delimiter):
    assert number(text, delimiter) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [("1.234", ";"), ("1,234", ","), ("-12.345", "\t"), ("1.200", ","), ("-12.345", ",")],
)
def test_what_can_be_read_in_two_ways_is_never_guessed(text, delimiter):
    found = number(text, delimiter)
    assert isinstance(found, Message)
    assert "two ways" in found.text


@pytest.mark.parametrize(
    "text",
    [
        "1.234,5",
        "1,234.5",
        "1.234.567",
        "12 %",
        "12%",
        "n/a",
        "-",
        "nan",
        "inf",
        "1_000",
        "1 000",
        "1e3",
        "0x1F",
        "٣",
        "１２",
        "1,",
        ",5",
        "1.",
        ".5",
        "--1",
        "+-1",
        "1\n2",
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_what_is_no_number_is_none(text, delimiter):
    assert isinstance(number(text, delimiter), Message)


def test_a_number_without_end_is_told_and_half_a_point_is_put_right():
    assert number("9" * 100_000, ",").text == "a number has more than {n} digits"
    found = number(",5", ",")
    assert (found.text, found.values["right"]) == (
        "{text} cannot stand so in this table; write {right}",
        "0.5",
    )


def test_lines_and_places_count_from_the_top_of_the_file():
    cells = read('\nsep=;\n\nperiod;value;;\n2026;"a\nb";;\n2027;2;;\n')
    assert (cells.heading_line, [line for line, _ in cells.rows]) == (4, [5, 7])
    assert (cells.at(7, 1).line, cells.at(7, 1).column) == (7, 6)


def test_a_column_without_a_heading_is_void_only_where_nothing_is_in_it():
    cells = read("a;;b;;\n1;;2;;\n3;;4;x;\n")
    assert cells.heading == ("a", "", "b", "")
    assert [cells.is_void(n) for n in range(4)] == [False, True, False, False]
    assert [row for _, row in cells.rows] == [("1", "", "2", ""), ("3", "", "4", "x")]


@pytest.mark.parametrize(
    ("data", "line", "column", "said"),
    [
        (b"period;value;Value \n2026;1;2\n", 1, 14, "the column {name} stands here a second time"),
        (b"sep=;\na;b;c;b\n", 2, 7, "the column {name} stands here a second time"),
        (b"PK\x03\x04", 1, 1, "this is a file of Excel, no table of text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 1, 1, "this is a file of Excel, no table of text"),
        ("a;b\n1;2\n".encode("utf-16")[:-1], 1, 1, "the file is saved as {encoding}"),
        (
            "a;b\n1;\x002\n".encode("utf-16"),
            2,
            3,
            "here stands a character that no editor shows (U+{code})",
        ),
        (b"a;b\n1;\x002\n", 2, 3, "here stands a character that no editor shows (U+{code})"),
        (b'a;b\n\n1;"2\n', 3, 1, "this line of the table cannot be read; is a quote left open?"),
    ],
)
def test_what_has_no_one_meaning_is_told_at_its_cell(data, line, column, said):
    with pytest.raises(SourceError) as error:
        Cells.table("a.csv", data, str.isalpha)
    assert error.value.message.text == said
    assert (error.value.at.line, error.value.at.column) == (line, column)


@pytest.mark.parametrize(
    "data",
    ["é\tb\r\n1,5\t2\r\n".encode("utf-16"), b"\xfe\xff" + "é;b\n1,5;2\n".encode("utf-16-be")],
)
def test_what_excel_calls_unicode_text_is_read(data):
    cells = Cells.table("a.csv", data, str.isalpha)
    assert (cells.heading, cells.rows) == (("é", "b"), ((2, ("1,5", "2")),))
    assert cells.number("1,5") == Decimal("1.5")


def test_a_paper_may_have_a_heading_twice():
    assert read("a;a\n1;2\n").heading == ("a", "a")


@pytest.mark.parametrize(
    ("row", "cells"),
    [("2026,23,5,", 4), ("2026,23,,", 3), ("2026,23,5,,", 3), ("2026,23,lima,", 3)],
)
def test_a_decimal_comma_that_pushes_a_cell_out_is_not_left_out(row, cells):
    assert len(read(f"period,value,note\n2025,1,\n{row}\n").rows[1][1]) == cells


def test_a_comma_at_the_end_is_left_out_where_the_last_column_has_numbers():
    rows = read("period,numerator,denominator\n2025,1,2\n2026,1,2,\n").rows
    assert [len(row) for _, row in rows] == [3, 3]
