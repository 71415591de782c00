"""The index of a submission: what is in it and where, and what is not and why."""

from __future__ import annotations

from datetime import date

import pytest

from smmkit.analyses.leaving.places import Place, Places
from smmkit.analyses.leaving.selection import select
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.documents.submission import Submission
from smmkit.page import Fields, Table, Tone
from smmkit.reports import index
from smmkit.words import language

ENGLISH, INDONESIAN = language("en"), language("id")
DAY = date(2026, 2, 10)
CLASSES = """\
classes:
  - {id: open, title: Open, outside: true}
  - {id: inside, title: Inside}
"""
SENT = """\
kind: submission
id: S-1
title: For the body
date: 2026-02-10
recipient: Body
leave_out: [{document: A-2, reason: Asked for by the body.}]
"""
AUDIT = """\
kind: audit
id: {id}
title: Audit {id}
date: 2026-02-{day}
audit_type: internal
classification: {level}
clauses: ['9.2.1', '9.2.2']
"""
FILES = {
    "s.yaml": SENT,
    "1.yaml": AUDIT.format(id="A-1", day="01", level="open") + "evidence: [x.pdf, y.pdf]\n",
    "2.yaml": AUDIT.format(id="A-2", day="01", level="open"),
    "3.yaml": AUDIT.format(id="A-3", day="01", level="inside"),
    "4.yaml": AUDIT.format(id="A-4", day="11", level="open"),
    "x.pdf": b"%PDF x",
    "y.pdf": b"%PDF y",
}
MANUAL = "kind: document\nid: D-1\ntitle: Manual\nversion: '{}'\nclassification: open\n"


@pytest.fixture
def page(folder):
    """The index of these files; each lies in the bundle under a name of its own."""

    def of(files=(), sent=SENT):
        qms = folder(FILES | {"s.yaml": sent} | dict(files), DAY, CLASSES)
        assert not qms.found, qms.found
        selection = select(qms, qms.of(Submission)[0])
        where = {
            one.document.id: Place(f"documents/{one.document.id}.pdf", n)
            for n, one in enumerate(selection.chosen, 1)
        }
        own = [file for one in selection.chosen for file in (*one.files, one.signed) if file]
        return index.page(
            qms, selection, Places(where, {file: f"files/{file}" for file in own}), None
        )

    return of


def table(page, name: str) -> list[list[object]]:
    """The cells of the table of this name, as they are spoken."""
    (found,) = [b for b in page.blocks if isinstance(b, Table) and ENGLISH.say(b.name) == name]
    return [[spoken(cell.value) for cell in row] for row in found.rows]


def spoken(value: object) -> object:
    return [ENGLISH.say(one) for one in value] if isinstance(value, tuple) else ENGLISH.say(value)


def head(page) -> dict[str, object]:
    fields = next(block for block in page.blocks if isinstance(block, Fields))
    return {ENGLISH.say(name): spoken(cell.value) for name, cell in fields.rows}


def test_each_document_that_is_sent_says_what_it_is_and_where_it_lies(page):
    assert table(page(), "Documents") == [
        [
            "A-1",
            "Audit A-1",
            "audit",
            "1 February 2026",
            "",
            ["9.2.1", "9.2.2"],
            "1",
            "PDF",
        ]
    ]


def test_each_document_that_is_not_sent_is_named_with_its_own_reason(page):
    found = table(page(), "Omissions")
    assert [row[0] for row in found] == ["QMS-01", "A-2", "A-3", "A-4"]
    assert {row[0]: row[2] for row in found} == {
        "QMS-01": "has no class of confidentiality, so it stays",
        "A-2": "Asked for by the body.",
        "A-3": "class Inside: is shown on site only",
        "A-4": "dated after the submission",
    }


def test_every_document_is_either_sent_or_left_out_but_the_submission_itself(page, folder):
    made = page()
    ids = [row[0] for name in ("Documents", "Omissions") for row in table(made, name)]
    everything = {one.id for one in folder(FILES, DAY, CLASSES).documents}
    assert sorted(ids) == sorted(everything - {"S-1"})
    assert (head(made)["Documents"], head(made)["Left out"]) == ("1", "4")


def test_the_head_says_for_whom_it_is_and_which_period(page):
    found = head(page())
    assert (found["Submission"], found["Title"], found["Recipient"]) == (
        "S-1",
        "For the body",
        "Body",
    )
    assert found["Period"] == "-"
    assert head(page(sent=SENT + "period: '2025'\n"))["Period"] == "2025"


def test_each_attached_file_stands_beside_its_document(page):
    assert table(page(), "Files") == [
        ["A-1", "attached file", "files/x.pdf"],
        ["A-1", "attached file", "files/y.pdf"],
    ]


def approved(folder, version: str) -> dict[str, str | bytes]:
    """A manual whose version 1 holds, by a signed copy; in the folder it is perhaps newer."""
    draft = folder({"d.yaml": MANUAL.format("1")}, more=CLASSES)
    seal = fingerprint(draft.things["D-1"], draft)
    given = "version: '1', by: P-1, role: Head, on: 2026-01-10, signed: signed.pdf"
    approvals = f"approvals:\n  - {{{given}, hash: {seal}}}\n"
    return {
        "d.yaml": MANUAL.format(version) + approvals,
        "issued/D-1/1/d.yaml": MANUAL.format("1"),
        "signed.pdf": b"%PDF signed",
    }


@pytest.mark.parametrize(("version", "remark"), [("1", ""), ("2", "a newer draft exists")])
def test_a_newer_draft_is_remarked_and_the_text_that_holds_is_named(page, folder, version, remark):
    made = page(approved(folder, version))
    (row,) = [row for row in table(made, "Documents") if row[0] == "D-1"]
    assert (row[3], row[4]) == ("1", remark)
    (found,) = [
        b for b in made.blocks if isinstance(b, Table) and ENGLISH.say(b.name) == "Documents"
    ]
    (cell,) = [cells[4] for cells in found.rows if cells[0].value == "D-1"]
    assert (cell.tone is Tone.WARN) is bool(remark)


def test_a_signed_copy_is_called_so(page, folder):
    files = table(page(approved(folder, "1")), "Files")
    assert ["D-1", "signed copy", "files/signed.pdf"] in files
    assert ["D-1", "attached file", "files/signed.pdf"] not in files


def test_where_nothing_is_sent_the_tables_say_so(page):
    files = {"1.yaml": AUDIT.format(id="A-1", day="11", level="open")}
    made = page(files)
    empty = {ENGLISH.say(b.name): ENGLISH.say(b.empty) for b in made.blocks if isinstance(b, Table)}
    assert table(made, "Documents") == table(made, "Files") == []
    assert (empty["Documents"], empty["Files"]) == (
        "No document is sent.",
        "No file belongs to them.",
    )
