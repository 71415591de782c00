"""What a clerk types becomes in one go what was meant; a guess only with a yes."""

from datetime import date
from pathlib import Path

import pytest
from clerks import HOME, PEOPLE
from ruamel.yaml import YAML
from test_clerk import FILES
from test_clerk_at_once import FINDING

from smmkit.files.tree import Memory
from smmkit.fixes.putting_right import put_right
from smmkit.loading.folder import load

MENDED = YAML(typ="safe").load(Path(__file__).with_name("mended.yaml").read_text("utf-8"))
MORE = {
    "qms.yaml": HOME,
    "orang.yaml": PEOPLE,
    "audit.yaml": "kind: audit\nid: AI-01\ntitle: Audit\ndate: 2026-01-12\naudit_type: internal\n",
    "temuan.yaml": FINDING.format(n="01").replace("SOP-01", "AI-01"),
    "rapat.yaml": """kind: management-review
id: RTM-01
title: Tinjauan
date: 2026-01-12
chair: P-01
participants:
  - P-01
inputs: [{topic: audits, what: Hasil audit}]
decisions: [{decision_type: change, what: Ubah, owner: SEK, due: 2026-03-02}]
""",
    "arah.yaml": """kind: direction
id: VM-01
title: Arah
version: "1"
parent: Pemerintah Kabupaten
since: 2025-01-02
until: 2030-01-02
parent_vision: Maju
vision: Dekat
inherits: false
missions:
  - {id: MISI-05, title: Layanan, number: 5}
own_missions: [MISI-05]
""",
}


@pytest.mark.parametrize("case", MENDED, ids=lambda case: f"{case[0]}: {case[2]}")
def test_what_is_typed_becomes_what_was_meant_and_nothing_else(case):
    path, there, typed, certain, *becomes = case
    files = {**FILES, **MORE}
    assert files[path].count(there) >= 1
    files[path] = files[path].replace(there, typed, 1)
    qms = load(Memory(files), date(2026, 2, 2))
    sure, asked = (put_right(qms, path.__eq__, lambda *_, yes=yes: yes) for yes in (False, True))
    right = {**FILES, **MORE}[path].replace(there, *becomes or [there], 1)
    if certain is None:
        assert asked.texts == {}
        return
    assert asked.texts[path] == right
    assert (sure.texts.get(path) == right) is certain
    after = load(Memory({**files, path: right}), date(2026, 2, 2))
    assert [stub.path for stub in after.stubs if stub.path == path] == []
