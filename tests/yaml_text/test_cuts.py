"""Values cut out of a text, and others written in: what is left says just that."""

from __future__ import annotations

import re

import pytest

from smmkit.yaml_text.cuts import New, edited, without_comments
from smmkit.yaml_text.nodes import CannotCutError, composed, leaves, with_edits
from smmkit.yaml_text.scalars import escaped

TEXT = """\
# head

id: A   # the id
# of the list
parts:
  - {a: 1, b: [x, y]}
  - a: 2
    # of b
    b: z
    # deeper, of b

# of the end
end: yes it is
"""


@pytest.mark.parametrize(
    ("cuts", "gone"),
    [
        ([("end",)], "\n# of the end\nend: yes it is\n"),
        ([("parts",)], TEXT[TEXT.index("# of the list") : TEXT.index("\n# of the end")]),
        ([("parts", 1, "b")], "    # of b\n    b: z\n"),
        ([("parts", 1, "a")], "a: 2\n    # of b\n    "),
        ([("parts", 0, "b", 1)], ", y"),
        ([("parts", 0, "a")], "a: 1, "),
    ],
)
def test_what_is_cut_takes_its_comments_and_nothing_else(cuts, gone):
    assert TEXT.count(gone) == 1
    assert edited(TEXT, cuts, {}) == TEXT.replace(gone, "")


def test_a_value_gives_way_to_another_where_it_stands():
    news = {
        ("id",): New("B: c", beside={"title": "T # t", "n": 3}),
        ("parts", 0, "a"): New("v", beside={"c": "w"}),
        ("parts", 0, "b"): New(["p"], "[p]", ("- p",)),
        ("parts", 1, "b"): New(["q"], "[q]", ("- q",)),
    }
    assert edited(TEXT, (), news) == (
        TEXT.replace("id: A   # the id", 'id: "B: c"\ntitle: "T # t"\nn: 3   # the id')
        .replace("{a: 1, b: [x, y]", "{a: v, c: w, b: [p]")
        .replace("b: z", "b: [q]")
    )


def test_a_list_on_lines_of_its_own_gives_way_to_lines():
    new = New([{"a": "1"}], "[{a: '1'}]", ("- a: '1'", "  # why"))
    assert edited("l:\n  - x\n  - y\nk: 1\n", (), {("l",): new}) == (
        "l:\n  - a: '1'\n    # why\nk: 1\n"
    )


def test_what_would_say_something_else_is_not_written():
    with pytest.raises(CannotCutError):
        edited("a:\n- - x\n  - y\n", [("a", 0, 0)], {})
    with pytest.raises(CannotCutError):
        edited("a: b\n", (), {("a",): New("c", text="d")})


def test_edits_at_the_same_letters_are_refused():
    assert with_edits("abcdef", [(4, 5, "X"), (1, 2, "")], 1, 6) == "cdXf"
    with pytest.raises(CannotCutError):
        with_edits("abcdef", [(1, 3, ""), (2, 4, "")])


def test_a_comment_goes_whole_or_stays_and_a_text_in_quotes_is_none():
    text = 'a: 1 # 2019\n# x 2019\n# y\nb: "c # 2019"\n# z\n'
    assert without_comments(text, re.compile("2019")) == 'a: 1\nb: "c # 2019"\n# z\n'


def test_every_value_and_key_is_found_with_the_way_it_is_quoted():
    text = "a: 'b'\nc: [d, {e: \"f\"}]\n"
    found = [(text[i:j], path, style) for i, j, path, style in leaves(text, composed(text))]
    assert sorted(found) == [
        ('"f"', ("c", 1, "e"), '"'),
        ("'b'", ("a",), "'"),
        ("a", (), ""),
        ("c", (), ""),
        ("d", ("c", 0), ""),
        ("e", (), ""),
    ]


@pytest.mark.parametrize(("style", "text"), [("", "a'\"\\"), ("'", "a''\"\\"), ('"', "a'\\\"\\\\")])
def test_a_text_is_escaped_for_its_quotes(style, text):
    assert escaped("a'\"\\", style) == text
