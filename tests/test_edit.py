"""Adding to a list in a person's file: every other byte stays."""

from __future__ import annotations

import pytest

from smmkit.edit import appended
from smmkit.errors import SmmError
from smmkit.source import Source

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
