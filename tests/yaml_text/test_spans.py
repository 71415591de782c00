"""What a text that is being written is made of, and what is typed in it."""

import tracemalloc

import pytest
import yaml

from running import EXAMPLE
from smmkit.location import KEY
from smmkit.yaml_text.source import split
from smmkit.yaml_text.spans import at_place, front_of, spans
from smmkit.yaml_text.typed import still_open, typed_at

FILES = sorted(
    str(file.relative_to(EXAMPLE))
    for end in ("yaml", "md")
    for file in EXAMPLE.rglob(f"*.{end}")
    if file.name != "README.md" and "/issued/" not in str(file)
)


def leaves(value, steps=()):
    """Every single value, by its key path, as the exact reader has it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*steps, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*steps, index))
    else:
        yield steps, value


@pytest.mark.parametrize("path", FILES[::4])
def test_every_value_of_a_text_has_its_span(path):
    text = (EXAMPLE / path).read_text("utf-8")
    front = front_of(path, text)
    if path.endswith(".md"):
        assert front == split(path, text)[0]
    values = dict(leaves(yaml.load(front, Loader=yaml.BaseLoader)))
    found = spans(front)
    assert {span.steps: span.text for span in found if not span.is_key} == values
    lines = front.split("\n")
    for span in found:
        if span.line == span.end_line and not span.quote:
            assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == span.text


def test_a_key_and_its_value_are_told_apart():
    found = spans("owner: U-1\n")
    assert at_place(found, 1, 3).steps == ("owner", KEY)
    assert at_place(found, 1, 8).steps == ("owner",)
    assert at_place(found, 1, 11).text == "U-1"
    assert at_place(found, 2, 1) is None


def test_lines_that_cannot_be_read_are_passed_over():
    found = spans("kind: audit\ntitle: a: b\nowner: U-1\nx: [\n")
    assert [span.text for span in found if not span.is_key] == ["audit", "U-1"]


TYPED = {
    "kind: audit\nown|": ((), "own", True, {"kind"}),
    "kind: audit\n|\nid: X\n": ((), "", True, {"kind", "id"}),
    "kind: audit\nowner: |\nid: X\n": (("owner",), "", False, set()),
    "owner: U-|1 # x\n": (("owner",), "U-1", False, set()),
    "ow|ner: U-1\nid: X\n": ((), "owner", True, {"id"}),
    'clauses: ["9.|"]\n': (("clauses", 0), "9.", False, set()),
    'clauses: ["9.|\nid: 4': (("clauses", 0), "9.", False, set()),
    "clauses: [U-1, |]\n": (("clauses", 1), "", False, set()),
    "clauses: [U-1, |\n": (("clauses", 1), "", False, set()),
    "team:\n  - ro|\nid: X\n": (("team", 0), "ro", False, set()),
    "team:\n  - role: x\n    per|\nid: X\n": (("team", 0), "per", True, {"role"}),
    "team:\n  - role: x\n    |\n  - role: y\n": (("team", 0), "", True, {"role"}),
    "team: [{role: x, p|}]\n": (("team", 0), "p", True, {"role"}),
    "team: [{role: x, p|\nid: X\n": (("team", 0), "p", True, {"role"}),
    "team: [{role: |, p: 1}]\n": (("team", 0, "role"), "", False, set()),
    "title: a: b\nteam:\n  - role: |\n": (("team", 0, "role"), "", False, set()),
    "title: Jum'at\nowner: |\n": (("owner",), "", False, set()),
    "team:\n  |\nid: X\n": (("team",), "", True, set()),
}


@pytest.mark.parametrize("text", TYPED)
def test_what_is_being_typed_is_known(text):
    before, _, behind = text.partition("|")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    found = typed_at(before + behind, line, column)
    assert (found.steps, found.span.text, found.is_key, set(found.beside)) == TYPED[text]


@pytest.mark.parametrize("text", ["kind: a # o|", "# own|er", "note: >\n  some own|er\n  more\n"])
def test_in_comments_and_long_texts_nothing_is_typed_that_matters(text):
    before, _, behind = text.partition("|")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert typed_at(before + behind, line, column) is None


@pytest.mark.parametrize(
    ("line", "closing"),
    [("a: [", "]"), ("a: [{b: ", "}]"), ('a: ["x', '"]'), ("a: don't", ""), ("a: [1] ", "")],
)
def test_what_is_open_is_closed_in_its_order(line, closing):
    assert still_open(line) == closing


@pytest.mark.parametrize("text", ["a: " + "[" * 50_000, "- " * 50_000, "{" * 50_000])
def test_no_depth_fills_the_memory(text):
    tracemalloc.start()
    spans(text)
    typed_at(text, 1, len(text) + 1)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 50_000_000
