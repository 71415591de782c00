"""`smm validate --since`: numbers of people in PDF, Word and Excel files that a change would bring in."""

from datetime import date

import pytest
from papers import pdf, sheet, word

from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.rules import examine
from smmkit.rules.privacy import personal_data_enters_history as rule
from smmkit.words import language

NIP, OTHER = "198801012023211001", "198506152010121002"
HOME = """kind: qms
smmkit: 2
id: QMS-01
title: Sistem
version: "1"
organization: {name: Dinas, short_name: Dinas, head: Kepala Dinas, language: en}
scope: {statement: Semua}
units: [{id: SEK, title: Sekretariat}]
"""
PAPER = """kind: document
id: DOK-%s
title: Daftar
version: "1"
owner: SEK
file: %s
"""


def told(now, before, papers=("a.pdf", "a.docx", "a.xlsx")):
    """What SMM970 says of these files against those before."""
    home = {"qms.yaml": HOME.encode()} | {
        f"d{n}.yaml": (PAPER % (n, name)).encode() for n, name in enumerate(papers)
    }
    day = date(2026, 3, 2)
    qms = load(Memory(home | now), day)
    qms.before = load(Memory(home | before), day)
    found = [one for one in examine(qms) if one.rule.code == "SMM970"]
    return [language("en").say(one.problem.message) for one in found]


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("a.pdf", pdf("Nama Rekaan", f"NIP {NIP}"), "page 1"),
        ("a.docx", word(f"NIP {NIP}"), "paragraph"),
        ("a.xlsx", sheet([["Nama", "NIP"], ["Rekaan", NIP]]), "cell B2"),
    ],
)
def test_a_number_in_a_new_paper_is_told_with_its_place(name, data, place):
    (line,) = told({name: data}, {})
    assert line.startswith(f"personal data about to enter the history in {name}, ")
    assert place in line
    assert NIP not in line
    assert told({name: data}, {name: data}) == []


@pytest.mark.parametrize(
    ("before", "now", "data"),
    [
        ("a.docx", "bukti/b.docx", word(f"NIP {NIP}")),
        ("a.csv", "b.csv", f"nama;nip\nRekaan;{NIP}\n".encode()),
    ],
)
def test_a_paper_that_only_lies_elsewhere_now_brings_nothing_new(before, now, data):
    assert told({now: data}, {before: data}, papers=()) == []
    assert len(told({now: data, before: data}, {}, papers=())) == 2


def test_of_a_paper_that_was_moved_and_changed_only_what_is_new_is_told():
    old, new = f"nama;nip\nA;{NIP}\n".encode(), f"nama;nip\nA;{NIP}\nB;{OTHER}\n".encode()
    assert len(told({"data/a.csv": new}, {"a.csv": old}, papers=())) == 1


def test_of_a_changed_paper_only_what_is_new_is_told():
    before = sheet([["NIP"], [NIP]])
    after = sheet([["NIP"], [NIP], [OTHER]])
    (line,) = told({"a.xlsx": after}, {"a.xlsx": before})
    assert "cell A3" in line
    assert told({"a.xlsx": before}, {"a.xlsx": after}) == []


def test_a_paper_that_no_document_names_enters_the_history_as_well():
    papers = {
        "loose.xlsx": sheet([["NIP"], [NIP]]),
        "issued/X-1/1/kept.xlsx": sheet([["NIP"], [OTHER]]),
    }
    (line,) = told(papers, {})
    assert line.startswith("personal data about to enter the history in loose.xlsx, ")
    assert told(papers, papers) == []


def test_a_paper_that_cannot_be_read_breaks_nothing():
    assert told({"a.pdf": b"%PDF-1.4 x", "a.docx": b"PK\x03\x04", "a.xlsx": b""}, {}) == []


def test_what_is_too_much_is_said(monkeypatch):
    monkeypatch.setattr(rule, "MOST", 1)
    papers = {name: sheet([["NIP"], [NIP]]) for name in ("a.xlsx", "b.xlsx", "c.xlsx")}
    first, rest = sorted(told(papers, {}, tuple(papers)))
    assert first.startswith("2 more files are new or changed, from b.xlsx on")
    assert "a.xlsx" in rest
