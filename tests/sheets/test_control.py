"""What every page tells an auditor."""

import sys
from datetime import date
from pathlib import Path

import pytest
from sheeting import DAY, HOME, approved, folder, pages_of, pdf_of, procedure, text_of

from running import outputs
from smmkit.analyses.lifecycle.state import Standing, State, standings
from smmkit.git import Commit
from smmkit.sheets import Seal, own_sheets, sheet, template_of
from smmkit.sheets.control import facts, foot
from smmkit.words import language

PROGRAM = """
import hashlib
from sheeting import approved, pdf_of, procedure
print(hashlib.sha256(pdf_of(approved(procedure()))).hexdigest())
"""


def test_a_draft_is_marked_on_every_page():
    pages = pages_of(pdf_of(folder(procedure()), code="en"))
    assert len(pages) > 1
    assert all("DRAFT" in page for page in pages)
    assert "not approved" in pages[0]


def test_a_text_in_force_is_not_marked():
    pages = pages_of(pdf_of(approved(procedure()), code="en"))
    assert all("DRAFT" not in page for page in pages)
    assert all("in force on 1 March 2026" in page for page in pages)
    assert all("effective from 5 January 2026" in page for page in pages)


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        (State.APPROVED, "NOT YET IN FORCE"),
        (State.BROKEN, "APPROVAL BROKEN"),
        (State.SUPERSEDED, "SUPERSEDED"),
        (State.WITHDRAWN, "WITHDRAWN"),
    ],
)
def test_what_does_not_hold_says_so_on_every_page(state, mark):
    qms = approved(procedure())
    standing = Standing(state, qms.things["SOP-01"].approvals[0], DAY)
    seal = Seal(DAY, standing)
    pages = pages_of(sheet(qms.things["SOP-01"], qms, language("en"), seal=seal))
    assert all(mark in page for page in pages)


def test_of_a_document_under_revision_the_draft_is_marked_and_the_approved_text_is_not():
    qms = approved(procedure())
    approval = qms.things["SOP-01"].approvals[0]
    newer = folder(procedure().replace('version: "1"', 'version: "2"'))
    for found, marked in ((qms, False), (newer, True)):
        seal = Seal(DAY, Standing(State.REVISING, approval, approval.on))
        pdf = sheet(found.things["SOP-01"], found, language("en"), seal=seal)
        assert ("DRAFT" in text_of(pdf)) is marked
        assert ("approvedbyP01,KepalaDinas" in text_of(pdf)) is not marked


def test_an_issued_copy_tells_of_its_own_approval():
    qms = approved(procedure())
    approval = qms.things["SOP-01"].approvals[0]
    copy = folder(procedure())
    seal = Seal(DAY, Standing(State.REVISING, approval, approval.on))
    pdf = sheet(copy.things["SOP-01"], copy, language("en"), seal=seal)
    assert "ApprovedbyP01,KepalaDinasApprovedon5January2026" in text_of(pdf)


def test_a_record_is_closed_from_the_day_that_it_names():
    record = "kind: audit\nid: A-1\ntitle: A\ndate: 2026-01-01\naudit_type: internal\n"
    qms = folder(record + "closed: 2026-03-01\n", "a.yaml")
    english = language("en")
    for day, words in ((date(2026, 2, 28), "not closed yet"), (DAY, "closed on 1 March 2026")):
        seal = Seal(day)
        assert words in [english.say(c.value) for _, c in facts(qms.things["A-1"], qms, None, seal)]
        assert words in [english.say(part) for part in foot(qms.things["A-1"], qms, None, seal)]


def test_a_document_without_a_standing_is_taken_for_a_draft():
    qms = approved(procedure())
    pdf = sheet(qms.things["SOP-01"], qms, language("en"), seal=Seal(DAY))
    assert "DRAFT" in text_of(pdf)


@pytest.mark.parametrize(("people", "shown"), [("terbuka", True), ("rahasia", False)])
def test_a_name_is_shown_only_if_the_register_of_people_may_leave(people, shown):
    for qms in (approved(procedure(), people=people), approved(POLICY, "policy.md", people)):
        id_ = "SOP-01" if "SOP-01" in qms.things else "KM-01"
        assert qms.fact(standings)[id_].holds
        text = text_of(pdf_of(qms, id_))
        assert ("WulanSamudra" in text) is shown
        assert "KepalaDinas" in text


def test_the_commit_tells_whether_the_folder_was_clean():
    qms = approved(procedure())
    dirty = Commit("a" * 40, clean=False)
    assert "not committed" in pages_of(pdf_of(qms, code="en", commit=dirty))[0]
    assert "not under git" in pages_of(pdf_of(qms, code="en", commit=None))[0]


def test_the_same_bytes_here_and_there():
    places = [{"TZ": "Asia/Jayapura", "LC_ALL": "C"}, {"TZ": "America/Lima", "LANG": "id_ID"}]
    hashes = outputs(PROGRAM, places=places)
    assert len(hashes) == 1
    assert pdf_of(approved(procedure())) == pdf_of(approved(procedure()))


def test_every_sheet_has_its_template():
    templates = Path(sys.modules["smmkit.typesetting.typeset"].TEMPLATES) / "sheets"
    assert all((templates / f"{template_of(name)}.typ").is_file() for name in own_sheets())


def test_long_names_leave_every_page_readable():
    long = HOME.replace("Dinas Contoh Kabupaten Rekaan", "Dinas Pelayanan " * 12)
    title = "Pelayanan perizinan yang amat panjang namanya " * 8
    qms = folder(procedure().replace("Pelayanan izin", title), **{"qms.yaml": long})
    assert text_of(pdf_of(qms)).count("".join(title.split())) >= 1


POLICY = """---
kind: quality-policy
id: KM-01
title: Kebijakan mutu
version: "1"
classification: terbuka
sentence: Kami melayani.
---
"""
