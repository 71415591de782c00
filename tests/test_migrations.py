"""An older folder becomes a present one; every letter that a person wrote is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from smmkit.errors import SmmError
from smmkit.files.tree import Memory
from smmkit.layout import HOME
from smmkit.loading.folder import load
from smmkit.location import SourceError
from smmkit.migrations import LATEST, MIGRATIONS, current, format_of, migrated, pending
from smmkit.rules import examine
from smmkit.yaml_text.source import Source

HEAD = """\
# Contoh
kind: qms   # jenis
id: QMS-01
title: 'SMM'
version: "1"
smmkit: 1 # format
organization: {name: Badan, short_name: B, head: Kepala, language: id}
"""
TAIL = """\
units:
- {id: SEK, title: Sekretariat}   # satu
- {id: MUT, title: Mutasi}
"""
SCOPES: dict[str, tuple[str, str, list[str]]] = {
    "a list below": (
        "scope:\n  statement: S\n  services:\n    - A\n    - 'B: b'\n  sites: [X]\n",
        "scope:\n  statement: S\n  sites: [X]\n",
        ["A", "B: b"],
    ),
    "a list in the same column": (
        "scope:\n  services:\n  - A\n  - B\n  statement: S\n",
        "scope:\n  statement: S\n",
        ["A", "B"],
    ),
    "at the end, before an empty line": (
        "scope:\n  statement: S\n  services:\n    - A\n\n# unit\n",
        "scope:\n  statement: S\n\n# unit\n",
        ["A"],
    ),
    "in one line": (
        'scope:\n    services: [A, "B, b"]   # dua\n    statement: S\n',
        "scope:\n    statement: S\n",
        ["A", "B, b"],
    ),
    "in brackets over lines": (
        "scope:\n  services: [\n    A,\n    B,\n  ]\n  statement: S\n",
        "scope:\n  statement: S\n",
        ["A", "B"],
    ),
    "in a group in one line, last": (
        "scope: {statement: S, services: [A, B]}\n",
        "scope: {statement: S}\n",
        ["A", "B"],
    ),
    "in a group in one line, first": (
        "scope: {services: [A, B], statement: S}  # lingkup\n",
        "scope: {statement: S}  # lingkup\n",
        ["A", "B"],
    ),
    "texts over several lines": (
        "scope:\n  services:\n    - >-\n      A\n      a\n    - B\n      b\n  statement: S\n",
        "scope:\n  statement: S\n",
        ["A a", "B b"],
    ),
    "a folded text at the end": (
        "scope:\n  statement: S\n  services:\n    - >\n      A\n      a\n\n# unit\n",
        "scope:\n  statement: S\n\n# unit\n",
        ["A a"],
    ),
    "an empty list": (
        "scope:\n  services: []\n  statement: S\n",
        "scope:\n  statement: S\n",
        [],
    ),
    "nothing behind the key": (
        "scope:\n  services:\n  statement: S\n",
        "scope:\n  statement: S\n",
        [],
    ),
    "no services": ("scope: {statement: S}\n", "scope: {statement: S}\n", []),
}
ENDINGS: dict[str, Callable[[str], str]] = {
    "LF": str,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "BOM": lambda text: "\ufeff" + text,
    "BOM and CRLF": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "no last line end": lambda text: text.rstrip("\n"),
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
@pytest.mark.parametrize(("old", "new", "services"), SCOPES.values(), ids=SCOPES)
def test_services_move_and_nothing_else(old, new, services, ending):
    change = migrated({HOME: ending(HEAD + old + TAIL)}, ())
    assert change.texts[HOME] == ending(HEAD.replace("smmkit: 1", "smmkit: 2") + new + TAIL)
    register = change.texts.get("layanan/DL-01.yaml")
    if not services:
        assert register is None
        assert change.told == ()
        return
    values = Source.parse("layanan/DL-01.yaml", register.encode()).values
    assert [entry["title"] for entry in values["entries"]] == services
    assert {entry["owner"] for entry in values["entries"]} == {"SEK"}
    assert ("\r\n" in register) == ("\r\n" in change.texts[HOME])


def test_the_new_folder_has_no_fault():
    old = HEAD + SCOPES["a list below"][0] + TAIL
    files = {HOME: old} | dict(migrated({HOME: old}, ()).texts)
    assert examine(load(Memory(files), date(2026, 3, 2))) == []


def test_comments_of_services_go_with_them():
    scope = """\
scope:
  # tetap: di atas
  services: # semua
    # pertama
    - A  # a
    - "B # b"
    # - C (belum)

    # terakhir
  # tetap: di bawah
  statement: S
"""
    change = migrated({HOME: HEAD + scope + TAIL}, ())
    kept = "scope:\n  # tetap: di atas\n  # tetap: di bawah\n  statement: S\n"
    assert kept in change.texts[HOME]
    lines = change.texts["layanan/DL-01.yaml"].splitlines()
    entries = [line.strip() for line in lines[lines.index("entries:") + 1 :]]
    assert entries[:5] == ["# semua", "# pertama", "# a", "- id: LAY-01", "title: A"]
    assert entries[7:11] == ["# - C (belum)", "# terakhir", "- id: LAY-02", 'title: "B # b"']


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Format folder ini; biarkan 1.\n", "# Format folder ini; biarkan 2.\n"),
        (
            "# The format of this folder; leave it at 1.\n",
            "# The format of this folder; leave it at 2.\n",
        ),
        ("# Format folder ini; biarkan 1. Titik.\n", "# Format folder ini; biarkan 1. Titik.\n"),
    ],
)
def test_comments_of_the_old_form_that_are_wrong_now_are_renewed(old, new):
    scope = "scope:\n  statement: S\n{}  # Lokasi yang dicakup.\n"
    form = "  # Layanan yang dicakup, satu per baris.\n  # services:\n  #   - (isi) Nama layanan\n"
    change = migrated({HOME: old + HEAD + scope.format(form) + TAIL}, ())
    fresh = HEAD.replace("smmkit: 1", "smmkit: 2")
    assert change.texts == {HOME: new + fresh + scope.format("") + TAIL}


def test_ids_and_files_that_are_taken_are_left_alone():
    change = migrated({HOME: HEAD + SCOPES["in one line"][0] + TAIL}, {"dl-01", "LAY-02", "DL-02"})
    assert list(change.texts) == [HOME, "layanan/DL-03.yaml"]
    text = change.texts["layanan/DL-03.yaml"]
    assert [line for line in text.splitlines() if "id:" in line] == [
        "id: DL-03",
        "  - id: LAY-01",
        "  - id: LAY-03",
    ]


def test_the_register_belongs_to_whom_qms_yaml_belongs_to_and_may_leave_as_it_may():
    more = "owner: MUT\nclassification: terbuka\nstandards: [juknis]\n"
    text = migrated({HOME: HEAD + more + SCOPES["in one line"][0] + TAIL}, ()).texts
    values = Source.parse("a.yaml", text["layanan/DL-01.yaml"].encode()).values
    assert (values["owner"], values["classification"]) == ("MUT", "terbuka")
    assert "clauses" not in values  # 4.3 would be one of the first standard, which has none


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "scope: {services: [A]}\n", "no unit yet"),
        (HEAD + "scope: {services: A}\n" + TAIL, "must be text"),
        (HEAD + "scope: {services: [1]}\n" + TAIL, "must be text"),
        (HEAD + "scope:\n  services: [A]\n" + TAIL, "by hand"),
        (HEAD + "scope:\n  ? services\n  : [A]\n  statement: S\n" + TAIL, "by hand"),
    ],
)
def test_what_cannot_be_changed_safely_is_told(text, said):
    with pytest.raises(SmmError, match=said):
        migrated({HOME: text}, ())


def test_a_text_that_cannot_be_read_is_not_guessed_at():
    with pytest.raises(SourceError):
        migrated({HOME: "smmkit: [1\n"}, ())


def test_steps_follow_one_another_up_to_the_latest():
    assert [step.before for step in MIGRATIONS] == list(range(1, LATEST))
    assert all(step.after == step.before + 1 for step in MIGRATIONS)
    assert pending({"smmkit": 1}) == list(MIGRATIONS)
    assert pending({"smmkit": LATEST}) == []


@pytest.mark.parametrize(
    ("value", "number"), [(1, 1), (7, 7), (0, None), ("1", None), (True, None), (None, None)]
)
def test_a_format_is_a_number(value, number):
    assert format_of({"smmkit": value}) == number
    assert format_of({}) is None


def test_old_values_are_read_as_new_ones_and_none_is_lost():
    old = {"kind": "qms", "smmkit": 1, "scope": {"statement": "S.\n", "services": ["A", "B"]}}
    kept = {"kind": "qms", "smmkit": 1, "scope": {"statement": "S.\n", "services": ["A", "B"]}}
    assert current(old) == {"kind": "qms", "smmkit": 2, "scope": {"statement": "S.\n• A\n• B"}}
    assert old == kept


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "qms", "smmkit": 2, "scope": {"services": ["A"]}},
        {"kind": "audit", "smmkit": 1},
        {"kind": "qms"},
        {},
    ],
)
def test_values_that_are_not_old_stay_as_they_are(values):
    assert current(values) is values


@pytest.mark.parametrize(
    "scope", [None, [], "x", {"services": "x"}, {"statement": 1, "services": 2}]
)
def test_old_values_with_faults_are_no_crash(scope):
    assert current({"kind": "qms", "smmkit": 1, "scope": scope})["smmkit"] == 2
