"""New documents: what is written says what was meant, and comments stand where they belong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smmkit.yaml_text.emit import Quoted, document_text
from smmkit.yaml_text.reading import read
from smmkit.yaml_text.scalars import clean, flow, folded, item_lines


def test_comments_stand_above_what_they_speak_of_as_far_to_the_right():
    values = {"id": "A", "entries": [{"id": "E-1", "owner": "SEK"}, {"id": "E-2"}]}
    comments = {
        ("entries", 0): ("# of the first", "#  to the letter"),
        ("entries", 0, "owner"): ("# of the owner",),
        ("entries", 1): (),
    }
    assert document_text(values, comments) == (
        "id: A\nentries:\n  # of the first\n  #  to the letter\n  - id: E-1\n"
        "    # of the owner\n    owner: SEK\n  - id: E-2\n"
    )


TEXTS = st.text(max_size=30).map(clean) | st.sampled_from(
    ["yes", "~", "2026-02-31", "2026-03-01", "1e3", "- a", "a: b", "a #b", "'", '"', "&a", "[x"]
)


@given(st.lists(TEXTS, min_size=1), TEXTS.filter(bool))
def test_texts_are_read_again_as_they_are(texts, title):
    values = {"title": title, "version": Quoted(title), "entries": texts}
    assert read("", document_text(values)) == values


@given(TEXTS, TEXTS, st.integers())
def test_so_are_items_that_are_put_together_as_lines(one, two, number):
    item = {"id": one, "title": two, "value": number}
    assert read("", "a:\n" + "\n".join(item_lines(item, "  "))) == {"a": [item]}
    assert read("", f"a: [{flow(item)}]") == {"a": [item]}


def test_a_long_text_is_folded_and_loses_no_word():
    text = " ".join(["pelayanan-administrasi"] * 30)
    lines = folded(text).split("\n")
    assert len(lines) > 5
    assert max(map(len, lines)) <= 100
    assert read("", f"a: {folded(text)}") == {"a": text}
