"""Adding to a list in a person's file: every other byte stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smmkit.errors import SmmError
from smmkit.yaml_text.edit import (
    appended,
    by_lines,
    by_ruamel,
    only_added,
    parted,
    with_field,
)
from smmkit.yaml_text.emit import dumped, round_trip
from smmkit.yaml_text.source import Source

EXAMPLE = Path(__file__).parent.parent.parent / "example-qms"

ITEM = {
    "version": "2",
    "by": "P-01",
    "role": "Kepala: Badan",
    "on": "2019-12-31",
    "hash": "sha256:" + "0" * 64,
}

FILES = {
    "none.yaml": "kind: procedure  # keep\nid:   SOP-01\n\nnote: |\n  a\n   b\n",
    "none.md": "---\nkind: procedure\nid: SOP-01\n---\n\n# A\n\n---\napprovals:\n",
    "spaces-behind-the-fence.md": "---\nkind: procedure\nid: SOP-01\n--- \t\n\n# A\n",
    "empty.yaml": "id: A\napprovals: []\ntitle: x\n",
    "one.yaml": 'id: A\napprovals:\n  - version: "1"\n    by: P-01\n\n# the end\ntitle: x\n',
    "flat.yaml": 'approvals:\n- version: "1"\n  by: P-01\nid: A\n',
    "last.md": '---\nid: A\napprovals:\n    - version: "1"\n      by: P-01\n---\ntext\n',
    "no-newline.yaml": "id: A",
    "crlf.yaml": 'id: A\r\napprovals:\r\n  - version: "1"\r\n    by: P-01\r\ntitle: x\r\n',
    "bom.yaml": "\ufeffid: A\ntitle: x\n",
}


@pytest.mark.parametrize("name", FILES)
def test_the_item_is_there_and_nothing_else_changed(name):
    before = FILES[name].encode()
    after = appended(name, before, "approvals", ITEM)
    old, new = Source.parse(name, before), Source.parse(name, after)
    known = old.values.get("approvals") or []
    assert new.values == {**old.values, "approvals": [*known, ITEM]}
    assert new.prose == old.prose
    left = [line for line in before.split(b"\n") if line not in {b"approvals: []", b""}]
    written = iter(after.split(b"\n"))
    assert all(line in written for line in left)  # every old line is there, in order, to the byte
    assert (b"\r\n" in after) == (b"\r\n" in before)
    assert after.startswith(b"\xef\xbb\xbf") == before.startswith(b"\xef\xbb\xbf")


def test_a_list_in_one_line_is_left_to_the_person():
    with pytest.raises(SmmError, match="lines of its own"):
        appended("a.yaml", b"id: A\napprovals: [{version: '1'}]\n", "approvals", ITEM)


DOCUMENTS = [
    file
    for file in sorted(EXAMPLE.rglob("*"))
    if file.suffix in {".yaml", ".md"} and file.name != "README.md"
]
ONE_OF_EACH_FOLDER = {file.relative_to(EXAMPLE).parts[0]: file for file in DOCUMENTS}.values()


@pytest.mark.parametrize(
    "files", [ONE_OF_EACH_FOLDER, pytest.param(DOCUMENTS, marks=pytest.mark.long)], ids=len
)
def test_a_file_of_the_example_comes_back_to_the_byte_untouched(files):
    """So an edit of a file in our own style goes through ruamel.yaml."""
    yaml, other = round_trip(), []
    for file in files:
        _, front, _ = parted(file.name, file.read_text("utf-8"))
        if dumped(yaml, yaml.load(front)) != front:
            other.append(file.name)
    assert other == []


@pytest.mark.parametrize("name", ["none.yaml", "none.md", "one.yaml", "last.md"])
def test_both_ways_of_writing_say_the_same(name):
    before = FILES[name].encode()
    ways = [way(name, before, "approvals", [ITEM]) for way in (by_ruamel, by_lines)]
    values = [Source.parse(name, new).values for new in ways if new is not None]
    assert all(value == values[0] for value in values)


def test_a_comment_behind_the_list_stays_with_what_it_speaks_of():
    before = b'id: A\napprovals:\n  - version: "1"\n    by: P-01\n# of the title\ntitle: x\n'
    after = appended("a.yaml", before, "approvals", ITEM).decode()
    assert after.endswith(f"{ITEM['hash']}\n# of the title\ntitle: x\n")


def test_lines_that_end_in_two_ways_keep_their_ends():
    before = b"id: A\r\ntitle: x\nnote: y\r\n"
    after = appended("a.yaml", before, "approvals", ITEM)
    assert after.startswith(before.rstrip(b"\r\n"))
    assert only_added(before, after, "approvals")


@pytest.mark.parametrize(
    "after", [b"id: A\nb: 2\nx: 1\n", b"id: a\nx: 1\nb: 2\n", b"id: A\nb: 2\n", b"x: 1\nid: A\n"]
)
def test_a_changed_or_lost_line_is_noticed(after):
    before = b"id: A\nx: 1\nb: 2\n"
    assert not only_added(before, after, "approvals")


def indented(front: str, **how: int) -> str:
    """The fields of a document in another style of indentation."""
    yaml = round_trip()
    values = yaml.load(front)
    yaml.indent(**how)
    return dumped(yaml, values)


FOREIGN = {
    "lists in the column of their field": lambda t: indented(t, mapping=2, sequence=2, offset=0),
    "four columns": lambda t: indented(t, mapping=4, sequence=6, offset=4),
    "two spaces behind each colon": lambda t: re.sub(r"(?m)^(\w+): (?=\w)", r"\1:  ", t),
    "blanks at the ends of lines": lambda t: re.sub(r"(?m)^(\w+:.*[\w\"])$", r"\1  ", t),
    "comments everywhere": lambda t: re.sub(r"(?m)^(?=\w+:)", "# of this field\n", t),
}
ENDINGS = {
    "LF": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "BOM": lambda text: "\ufeff" + text,
}
SOME = [
    file
    for file in sorted(EXAMPLE.rglob("*"))
    if file.suffix in {".yaml", ".md"}
    and "approvals:\n" in file.read_text("utf-8")
    and file.name != "README.md"
]
"""Documents with approvals; each style is tried on every eighth of them."""


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("style", FOREIGN)
def test_in_the_style_of_others_only_the_meant_lines_change(style, ending):
    for file in SOME[::8]:
        start, front, rest = parted(file.name, file.read_text("utf-8"))
        before = ENDINGS[ending](start + FOREIGN[style](front) + rest).encode()
        after = appended(file.name, before, "approvals", ITEM)
        old, new = Source.parse(file.name, before), Source.parse(file.name, after)
        assert new.values["approvals"] == [*old.values["approvals"], ITEM]
        assert {**new.values, "approvals": 0} == {**old.values, "approvals": 0}
        assert new.prose == old.prose
        lines, written = before.split(b"\n"), iter(after.split(b"\n"))
        assert all(line in written for line in lines), file.name  # each there, to the byte
        assert after.count(b"\n") == before.count(b"\n") + len(ITEM)
        assert after.count(b"\r") == (0 if ending != "CRLF" else after.count(b"\n"))


@pytest.mark.parametrize("name", ["none.yaml", "one.yaml", "flat.yaml", "crlf.yaml"])
def test_several_items_are_added_at_once_in_their_order(name):
    before = FILES[name].encode()
    more = [{"version": n} for n in ("2", "3", "4")]
    one_by_one = before
    for item in more:
        one_by_one = appended(name, one_by_one, "approvals", item)
    assert appended(name, before, "approvals", *more) == one_by_one


def test_a_field_of_a_form_is_answered_whether_it_is_used_or_not():
    form = "kind: risk\n# Whose it is.\n# owner: X-01\ntitle: (fill in)\nnote: title: x\n"
    assert with_field(form, "title", "A: b") == form.replace("title: (fill in)", 'title: "A: b"', 1)
    assert with_field(form, "owner", "SEK") == form.replace("# owner: X-01", "owner: SEK")
    assert with_field(form, "title", r"\1") == form.replace("title: (fill in)", r'title: "\\1"', 1)
    assert with_field(form, "due", "x") is None
