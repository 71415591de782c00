"""What stops a bundle, what may be let pass, and that a reason is wanted for it."""

from __future__ import annotations

from datetime import date

import pytest

from smmkit.analyses.leaving.selection import Chosen, select
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.bundle.found_again import lost_texts
from smmkit.bundle.stops import (
    LARGEST,
    Gate,
    allowed_of,
    printed_reasons,
    stopping,
    stops_before,
    too_large,
)
from smmkit.bundle.submission import blocking_errors, submission_to_send
from smmkit.documents.submission import Submission
from smmkit.errors import SmmError
from smmkit.formats import draw
from smmkit.git import Commit
from smmkit.page import Page, Prose
from smmkit.sheets import Seal, sheet
from smmkit.words import language

ENGLISH = language("en")
DAY = date(2026, 2, 10)
CLASSES = "classes: [{id: open, title: Open, outside: true}]\n"
SENT = "kind: submission\nid: S-1\ntitle: S\ndate: 2026-02-10\nrecipient: Body\n"
MANUAL = "kind: document\nid: D-1\ntitle: Manual\nversion: '1'\nclassification: open\n"
STAGE_1 = (
    "kind: audit\nid: A-1\ntitle: A\ndate: 2026-03-01\naudit_type: stage-1\nclassification: open\n"
)
JUKNIS = CLASSES + "standards: [iso9001-2015, juknis]\n"


@pytest.fixture
def stops(folder):
    """What stops the bundle of these files before anything is set."""

    def of(files, more=CLASSES, commit=None):
        qms = folder({"s.yaml": SENT} | files, DAY, more)
        assert not qms.found, qms.found
        return stops_before(qms, select(qms, qms.of(Submission)[0]), commit)

    return of


def gates(stops) -> list[Gate]:
    return [stop.gate for stop in stops]


def approved(folder, on: str) -> str:
    draft = folder({"d.yaml": MANUAL}, more=CLASSES)
    seal = fingerprint(draft.things["D-1"], draft)
    return (
        f"{MANUAL}approvals:\n  - {{version: '1', by: P-1, role: Head, on: {on}, hash: {seal}}}\n"
    )


def test_a_draft_stops_it_but_not_where_it_is_left_out_or_was_sent_already(stops):
    (stop,) = stops({"d.yaml": MANUAL})
    assert stop.gate is Gate.DRAFT
    assert ENGLISH.say(stop.said) == "D-1 Manual is not sent: state: draft."
    out = "leave_out: [{document: D-1, reason: It is being written anew until May.}]\n"
    assert stops({"s.yaml": SENT + out, "d.yaml": MANUAL}) == []
    (stop,) = stops({"s.yaml": SENT + "sent: 2026-02-12\n", "d.yaml": MANUAL})
    assert stop.gate is Gate.SENT
    assert ENGLISH.say(stop.said).startswith("S-1 was sent on 12 February 2026; ")


def test_what_came_to_hold_later_only_waits(stops, folder):
    assert stops({"d.yaml": approved(folder, "2026-02-11")}) == []
    assert stops({"a.yaml": STAGE_1}) == []


@pytest.mark.parametrize(
    ("commit", "stopped"),
    [(Commit("a" * 40, clean=False), True), (Commit("a" * 40, clean=True), False), (None, False)],
)
def test_changes_that_no_commit_has_stop_it(stops, commit, stopped):
    assert (gates(stops({}, commit=commit)) == [Gate.CHANGES]) is stopped


def test_before_a_first_certificate_the_list_of_the_juknis_is_whole_or_explained(stops):
    files = {"s.yaml": SENT + "audit: A-1\n", "a.yaml": STAGE_1}
    assert gates(stops(files, JUKNIS)) == [Gate.A7] * 9
    assert stops(files, CLASSES) == []
    swot = "kind: swot\nid: SW-1\ntitle: Swot\nversion: '1'\nclassification: open\nitems: []\n"
    for reason, n in (("later", 1), ("Decided in the meeting of March 2026", 0)):
        out = f"leave_out: [{{document: SW-1, reason: {reason}}}]\n"
        found = stops({**files, "s.yaml": SENT + "audit: A-1\n" + out, "w.yaml": swot}, JUKNIS)
        assert sum("SW-1" in ENGLISH.say(stop.said) for stop in found) == n
        assert len(found) == 8 + n
    other = {"s.yaml": SENT + "audit: A-1\n", "a.yaml": STAGE_1.replace("stage-1", "surveillance")}
    assert stops(other, JUKNIS) == []


@pytest.mark.parametrize(
    "asked", ["draft", "draft=", "draft=-", "draft=later", "nothing=A good reason", "=x y", ""]
)
def test_without_a_word_of_ours_and_a_reason_nothing_is_let_pass(asked, folder):
    with pytest.raises(SmmError):
        allowed_of([asked], folder({}))


@pytest.mark.parametrize(
    "reason",
    [
        "sesuai ketentuan",
        "Sesuai peraturan perundang-undangan yang berlaku.",
        "atas perintah pimpinan",
        "karena satu dan lain hal",
        "akan segera dilengkapi",
        "as required by the applicable regulations",
        "For technical reasons.",
        "because I said so",
        "Tidak perlu dikirim saat ini",
        "Not applicable at this time",
        "Berdasarkan pertimbangan internal",
        "ok ok ok",
    ],
)
def test_a_formality_is_no_reason(reason, folder):
    """They could stand below anything, and passed."""
    with pytest.raises(SmmError):
        allowed_of([f"draft={reason}"], folder({}))


@pytest.mark.parametrize(
    "reason",
    [
        "atas permintaan auditor 3 Juni",
        "Sesuai Pasal 17 UU 14/2008 dikecualikan",
        "As required by article 17",
        "The auditor asked for the draft",
    ],
)
def test_a_reason_that_names_who_or_which_rule_is_one(reason, folder):
    assert allowed_of([f"draft={reason}"], folder({})) == {Gate.DRAFT: reason}


def test_what_is_let_pass_is_told_with_its_reason(stops, folder):
    found = stops({"d.yaml": MANUAL}, commit=Commit("a" * 40, clean=False))
    allowed = allowed_of(["draft = Shown on site,\n as agreed on 3 March"], folder({}))
    assert gates(stopping(found, allowed)) == [Gate.CHANGES]
    assert [ENGLISH.say(one) for one in printed_reasons(found, allowed)] == [
        "D-1 Manual is not sent: state: draft. "
        "Accepted, because: Shown on site, as agreed on 3 March"
    ]


def test_one_reason_for_many_matters_is_told_once(stops, folder):
    files = {
        f"{n}.yaml": MANUAL.replace("D-1", f"D-{n}").replace("Manual", f"Manual {n}")
        for n in (1, 2, 3)
    }
    allowed = allowed_of(["draft=Shown on site, as agreed"], folder({}))
    assert [ENGLISH.say(one) for one in printed_reasons(stops(files), allowed)] == [
        "The next 3 matters: accepted, because: Shown on site, as agreed",
        *(f"D-{n} Manual {n} is not sent: state: draft." for n in (1, 2, 3)),
    ]


def test_what_is_too_large_to_send_stops_it():
    assert too_large(LARGEST) == []
    assert gates(too_large(LARGEST + 1)) == [Gate.SIZE]


def test_a_text_that_its_sheet_does_not_show_stops_it(folder, monkeypatch):
    text = MANUAL + "summary: How the seven counters of the hall are staffed on market days.\n"
    qms = folder({"s.yaml": SENT + "include: [QMS-01]\n", "d.yaml": text}, DAY, CLASSES)
    document = qms.things["D-1"]
    chosen = Chosen(document, document, document.path, None)
    whole = sheet(document, qms, ENGLISH, seal=Seal(DAY))
    assert list(lost_texts(chosen, whole)) == []
    less = draw(Page("Manual", "", (Prose("Something else"),)), "pdf", ENGLISH, day=DAY)
    (stop,) = lost_texts(chosen, less)
    assert stop.gate is Gate.TEXT
    assert "How the seven counters" in ENGLISH.say(stop.said)


def test_texts_in_any_script_and_markdown_are_found_again(folder):
    prose = (
        "---\nkind: procedure\nid: P-1\ntitle: Café “résumé” naïve\nversion: '1'\n"
        "classification: open\npurpose: Über alles, ﬁne ligatures and 文字 that no font has, 1.200 files\n"
        "steps: [{activity: Receive each letter of the day at the counter, actor: Clerk}]\n---\n"
        "# Heading of the text\n\n| one | two |\n|---|---|\n| seven words stand in this very cell | x |\n\n"
        "- a list with **strong words** and `some code here` in it\n"
    )
    qms = folder({"s.yaml": SENT, "p.md": prose}, DAY, CLASSES)
    document = qms.things["P-1"]
    pdf = sheet(document, qms, ENGLISH, seal=Seal(DAY))
    assert list(lost_texts(Chosen(document, document, document.path, None), pdf)) == []


@pytest.mark.parametrize("fault", ["period: [1, 2]\n", "period: -\n"])
def test_a_submission_that_cannot_be_read_is_not_said_to_be_nowhere(folder, fault):
    with pytest.raises(SmmError) as told:
        submission_to_send(folder({"s.yaml": SENT + fault}, DAY, CLASSES), None)
    assert "s.yaml, which has faults" in ENGLISH.say(told.value.message)
    with pytest.raises(SmmError) as told:
        submission_to_send(folder({}, DAY, CLASSES), None)
    assert ENGLISH.say(told.value.message).startswith("there is no submission that is still")


def blocked(folder, files) -> list[str]:
    qms = folder({"s.yaml": SENT} | files, DAY, CLASSES)
    found = blocking_errors(qms, select(qms, qms.of(Submission)[0]))
    return [d.rule.code for d in found if d.rule.code in {"SMM324", "SMM827"}]


def test_an_approved_text_whose_kept_copy_is_gone_does_not_leave(folder):
    text = approved(folder, "2026-01-05")
    assert blocked(folder, {"d.yaml": text, "issued/D-2/1/d.yaml": text}) == ["SMM324"]
    assert blocked(folder, {"d.yaml": text, "issued/D-1/1/d.yaml": text}) == []
    assert blocked(folder, {"d.yaml": text}) == [], "it keeps none, so it has lost none"


def test_a_class_that_was_taken_out_is_a_slip_and_no_omission(stops, folder):
    record = "kind: coaching\nid: C-{n}\ntitle: C\ndate: {day}\nclassification: open\ncoach: I\ntopic: T\n"
    first, second = (record.format(n=n, day="2026-01-12") for n in (1, 2))
    assert stops({"1.yaml": first, "2.yaml": second}) == []
    bare = second.replace("classification: open\n", "")
    (stop,) = stops({"1.yaml": first, "2.yaml": bare})
    assert stop.gate is Gate.DRAFT
    assert "C-2" in ENGLISH.say(stop.said)
    assert stops({"1.yaml": first, "2.yaml": bare, "s.yaml": SENT + "include: [C-1]\n"}) == []
    later = bare.replace("2026-01-12", "2026-02-12")
    assert stops({"1.yaml": first, "2.yaml": later}) == [], "it only waits"

    text = approved(folder, "2026-01-05")
    lost = text.replace("classification: open\n", "")
    (stop,) = stops({"d.yaml": lost, "issued/D-1/1/d.yaml": text})
    assert "no class of confidentiality" in ENGLISH.say(stop.said)


def test_a_reason_that_says_nothing_does_not_reach_the_reader(folder):
    out = SENT + "leave_out: [{document: D-1, reason: later}]\n"
    assert blocked(folder, {"s.yaml": out, "d.yaml": MANUAL}) == ["SMM827"]
    assert blocked(folder, {"s.yaml": out + "sent: 2026-02-12\n", "d.yaml": MANUAL}) == []


def test_a_class_that_nobody_knows_is_a_slip_and_no_omission(stops):
    slip = {"d.yaml": MANUAL.replace("open", "opne")}
    (stop,) = stops(slip)
    assert stop.gate is Gate.DRAFT
    assert "its class is opne, which qms.yaml does not have" in ENGLISH.say(stop.said)
    assert stops({**slip, "s.yaml": SENT + "include: [QMS-01]\n"}) == []
    assert stops({"d.yaml": MANUAL.replace("classification: open\n", "")}) == []


def test_what_was_laid_over_the_proof_of_another_document_does_not_leave(stops):
    def coaching(number, proof):
        return (
            f"kind: coaching\nid: B-{number}\ntitle: B\ndate: 2026-01-0{number}\nclassification: open\n"
            f"coach: X\ntopic: Y\nevidence: [{proof}]\n"
        )

    files = {
        "1.yaml": coaching(1, "1.txt"),
        "2.yaml": coaching(2, "2.txt"),
        "1.txt": "x" * 80,
        "2.txt": "y" * 80,
    }
    assert stops(files) == []
    [stop] = stops(files | {"2.txt": "x" * 80})
    assert stop.gate is Gate.COPY
    assert stop.said.values == {"path": "2.txt", "other": "1.txt", "id": "B-1"}
    assert stops(files | {"2.yaml": coaching(2, "1.txt")}) == []  # one file that is meant for both
