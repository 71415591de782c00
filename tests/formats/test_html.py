"""A page in a browser."""

from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from drawing import NASTY, PAGE, WORDS, drawn, one_bar, table_of

from smmkit.page import Cell, Column, Heading, Page, Prose, Shape, Table, Tone

DAY = date(2026, 3, 1)
VOID = {"meta", "br", "hr", "input", "link"}


class Reading(HTMLParser):
    """What a browser would find: the elements with their attributes, and the text."""

    def __init__(self):
        super().__init__()
        self.elements, self.text, self.open = [], "", []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.text += data


def read(html):
    reading = Reading()
    reading.feed(html.decode())
    reading.close()
    assert reading.open == []
    return reading


def test_each_word_is_found_again():
    text = read(drawn(PAGE, "html")).text
    assert [word for word in WORDS if word not in text] == []


def test_it_needs_nothing_from_elsewhere():
    elements = read(drawn(PAGE, "html")).elements
    assert {"script", "link", "img", "iframe"}.isdisjoint(tag for tag, _ in elements)
    assert not any({"src", "href"} & set(attrs) for _, attrs in elements)


def test_it_is_accessible():
    reading = read(drawn(PAGE, "html"))
    assert ("html", {"lang": "id"}) in reading.elements
    heads = [attrs for tag, attrs in reading.elements if tag == "th"]
    assert len(heads) == 6
    assert all(attrs["scope"] == "col" for attrs in heads)
    assert sum(tag == "caption" for tag, _ in reading.elements) == 2
    levels = [int(tag[1]) for tag, _ in reading.elements if tag in {f"h{n}" for n in range(1, 7)}]
    assert levels[0] == 1
    assert all(later - sooner <= 1 for sooner, later in pairwise(levels))
    assert "Klausul empat siap enam puluh persen." in reading.text


@pytest.mark.parametrize("written", NASTY)
@pytest.mark.parametrize("markdown", [True, False])
def test_what_people_write_stays_text(written, markdown):
    page = Page(
        written,
        written,
        (
            Heading(written),
            Prose(written, markdown=markdown),
            Prose(written, Tone.BAD),
            *table_of((written,), columns=(written,), name=written).blocks,
            one_bar(written, written, written, (Tone.GOOD, 50.0), value=written),
        ),
    )
    reading = read(drawn(page, "html"))
    assert "script" not in {tag for tag, _ in reading.elements}
    assert reading.text.count(written) == 15


def test_a_table_without_rows_says_so():
    assert "Belum ada." in read(drawn(table_of(empty="Belum ada."), "html")).text


@pytest.mark.parametrize(("tone", "mark"), [(Tone.GOOD, "✓"), (Tone.WARN, "!"), (Tone.BAD, "✗")])
def test_a_tone_is_not_colour_alone(tone, mark):
    table = Table("t", (Column("K"),), ((Cell("nilai", tone),),))
    text = read(drawn(Page("x", "", (table, Prose("kata", tone))), "html")).text
    assert text.count(mark) == 2


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("7.3-a, 7.3-b, 7.3-c, 7.3-d", ["7.3-a", "7.3-b", "7.3-c", "7.3-d"]),
        (
            "SOP-01, PRG-2019 to PRG-2021 (a draft that nobody has seen)",
            ["SOP-01", "PRG-2019", "PRG-2021"],
        ),
        (
            "GA-2021-J: 4.1-1 and T-2020-03 are claimed as conforming",
            ["GA-2021-J", "4.1-1", "T-2020-03"],
        ),
        ("well-known words, audit/ai-2019-1.yaml:7 and https://a.b/c-1", []),
        ("X-1 <script>alert('Y-2')</script> & more of the same", ["X-1", "Y-2"]),
    ],
)
@pytest.mark.parametrize("shape", [Shape.WORDS, Shape.CODE])
def test_an_id_in_the_midst_of_words_or_of_others_is_not_broken_at_its_hyphen(text, whole, shape):
    page = Page("T", "", (Table("N", (Column("C", shape),), ((Cell(text),),)),))
    reading = read(drawn(page, "html"))
    kept = [attrs for tag, attrs in reading.elements if attrs.get("class") == "id"]
    assert len(kept) == len(whole)
    assert text in reading.text
    assert "script" not in {tag for tag, _ in reading.elements}


def test_a_day_stays_on_its_line_and_on_a_phone_each_value_says_what_it_is():
    titles = ("Id", "Title", "Since", "Kind", "Note")
    table = Table("T", tuple(map(Column, titles)), ((*map(Cell, ("A", "B", DAY, "c", "")),),))
    elements = read(drawn(Page("P", blocks=(table,)), "html")).elements
    cells = [attributes for name, attributes in elements if name == "td"]
    assert ["day" in cell["class"].split() for cell in cells] == [False, False, True, False, False]
    assert [cell.get("data-head") for cell in cells] == [None, None, *titles[2:]]
    assert "bare" in cells[4]["class"].split()
