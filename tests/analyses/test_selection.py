"""What goes into a submission: classes, the sample, days, texts that hold, and their files."""

from __future__ import annotations

from datetime import date

import pytest

from smmkit.analyses.leaving.selection import select, under_revision
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.state import State
from smmkit.documents.submission import Submission
from smmkit.words import language

CLASSES = """\
classes:
  - {id: open, title: Open, outside: true}
  - {id: inside, title: Inside, outside: false}
"""
SENT = "kind: submission\nid: S-1\ntitle: S\ndate: 2026-02-10\nrecipient: Body\n"
AUDIT = "kind: audit\nid: {id}\ntitle: A\ndate: {on}\naudit_type: internal\n{more}"
MANUAL = (
    "kind: document\nid: D-1\ntitle: Manual\nversion: '{version}'\nclassification: open\n{more}"
)
OPEN = "classification: open\n"


@pytest.fixture
def decided(folder):
    """The documents that go, by id, and the reasons of the others."""

    def of(files, more="", as_of=date(2026, 2, 10)):
        qms = folder({"s.yaml": SENT + OPEN + more} | files, as_of, CLASSES)
        assert not qms.found, qms.found
        (submission,) = qms.of(Submission)
        selection = select(qms, submission)
        assert submission not in [c.document for c in selection.chosen]
        reasons = {o.document.id: language("en").say(o.reason) for o in selection.omitted}
        assert len(reasons) + len(selection.chosen) == len(qms.documents) - 1
        unready = {o.document.id for o in selection.omitted if o.unready}
        return {c.document.id: c for c in selection.chosen}, reasons, unready

    return of


def audit(id="A-1", on="2026-02-10", more=OPEN) -> str:
    return AUDIT.format(id=id, on=on, more=more)


@pytest.fixture
def approved(folder):
    """The text of a manual with approvals: of each version its day, its fields, its signed copy."""

    def made(*versions, last="1", more=""):
        lines, files = [], {}
        for version, on, signed in versions:
            text = MANUAL.format(version=version, more=more)
            qms = folder({"d.yaml": text, "form.txt": b"form"})
            seal = fingerprint(qms.things["D-1"], qms)
            paper = f", signed: {signed}" if signed else ""
            lines.append(
                f"  - {{version: '{version}', by: P-1, role: Head, on: {on}, hash: {seal}{paper}}}\n"
            )
            files[f"issued/D-1/{version}/d.yaml"] = text
            if signed:
                files[signed] = b"%PDF"
        text = MANUAL.format(version=last, more=more)
        return files | {"d.yaml": text + "approvals:\n" + "".join(lines)}

    return made


def test_only_a_class_that_may_leave_leaves(decided):
    files = {
        "open.yaml": audit("A-1"),
        "inside.yaml": audit("A-2", more="classification: inside\n"),
        "none.yaml": audit("A-3", more=""),
    }
    going, reasons, unready = decided(files)
    assert set(going) == {"A-1"}
    assert reasons["A-2"] == "class Inside: is shown on site only"
    assert reasons["A-3"] == "has no class of confidentiality, so it stays"
    assert {"A-2", "A-3"} & unready == {"A-3"}  # others of its kind have one: it was forgotten


def test_a_sample_sends_what_it_names_and_nothing_else(decided):
    files = {"a.yaml": audit("A-1"), "b.yaml": audit("A-2")}
    going, reasons, _ = decided(files, "include: [A-2]\n")
    assert set(going) == {"A-2"}
    assert reasons["A-1"] == "not part of the sample"


def test_what_is_left_out_by_hand_says_the_reason_that_was_given(decided):
    more = "leave_out: [{document: A-1, reason: It is being mended.}]\n"
    going, reasons, unready = decided({"a.yaml": audit("A-1"), "b.yaml": audit("A-2")}, more)
    assert set(going) == {"A-2"}
    assert reasons["A-1"] == "It is being mended."
    assert "A-1" not in unready


@pytest.mark.parametrize(("on", "goes"), [("2026-02-09", 1), ("2026-02-10", 1), ("2026-02-11", 0)])
def test_a_record_goes_up_to_the_day_of_the_submission(decided, on, goes):
    going, reasons, unready = decided({"a.yaml": audit(on=on)}, as_of=date(2026, 3, 1))
    assert len(going) == goes
    if not goes:
        assert reasons["A-1"] == "dated after the submission"
        assert "A-1" in unready


def test_a_draft_does_not_go_and_is_missed(decided):
    going, reasons, unready = decided({"d.yaml": MANUAL.format(version="1", more="")})
    assert going == {}
    assert reasons["D-1"] == "state: draft"
    assert "D-1" in unready


def test_a_text_in_force_goes_as_it_was_approved(decided, approved):
    going, _, _ = decided(approved(("1", "2026-01-10", "")))
    chosen = going["D-1"]
    assert (chosen.label, chosen.standing.state) == ("1", State.IN_FORCE)
    assert chosen.source == "d.yaml"
    assert (chosen.signed, chosen.files, under_revision(chosen)) == ("", (), False)


def test_of_a_document_under_revision_the_approved_text_goes(decided, approved):
    going, _, _ = decided(approved(("1", "2026-01-10", ""), last="2"))
    chosen = going["D-1"]
    assert (chosen.label, chosen.document.version, chosen.current.version) == ("1", "1", "2")
    assert chosen.source == "issued/D-1/1/d.yaml"
    assert under_revision(chosen)


def test_without_a_true_copy_of_the_approved_text_nothing_goes(decided, approved):
    files = approved(("1", "2026-01-10", ""), last="2")
    del files["issued/D-1/1/d.yaml"]
    going, reasons, unready = decided(files)
    assert going == {}
    assert reasons["D-1"] == "no true copy of the approved text is kept under issued/"
    assert "D-1" in unready


def test_the_signed_copy_goes_once_and_that_of_an_older_version_not_at_all(decided, approved):
    files = approved(
        ("1", "2026-01-10", "old.pdf"),
        ("2", "2026-01-20", "new.pdf"),
        last="2",
        more="attached: [form.txt]\n",
    )
    chosen = decided(files | {"form.txt": b"form"})[0]["D-1"]
    assert chosen.signed == "new.pdf"
    assert chosen.files == ("form.txt",)


def test_a_record_goes_with_the_files_that_it_names_each_once(decided):
    more = OPEN + "evidence: [x.pdf, y.pdf, x.pdf]\n"
    files = {"r/a.yaml": audit(more=more), "r/x.pdf": b"%PDF", "r/y.pdf": b"%PDF"}
    files |= {"other.yaml": audit("A-2", more=OPEN + "clauses: ['9.2.2']\n")}
    going, _, _ = decided(files)
    assert going["A-1"].files == ("r/x.pdf", "r/y.pdf")
    assert (going["A-2"].files, going["A-2"].signed) == ((), "")
    assert going["A-1"].label == "2026-02-10"
    assert not under_revision(going["A-1"])
