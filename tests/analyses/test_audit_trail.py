"""How far each finding is, and what a submission sends otherwise than the one before."""

from __future__ import annotations

from datetime import date

import pytest

from smmkit.analyses.leaving.audit_trail import Outcome, difference, trail
from smmkit.analyses.leaving.selection import select
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.documents.submission import Submission

DAY = date(2026, 2, 10)
CLASSES = "classes: [{id: open, title: Open, outside: true}]\n"
AUDIT = "kind: audit\nid: A-1\ntitle: A\ndate: 2026-01-05\naudit_type: surveillance\n"
FINDING = (
    "kind: finding\nid: {id}\ntitle: F\ndate: 2026-01-05\naudit: A-1\ngrade: {grade}\nclause: '8.1'\n"
    "unit: U-1\nstatement: Something was seen.\n"
)
ACT = "cause: No rule\naction: {{what: A rule, due: 2026-{}}}\n"


CLOSED = "closed: 2026-02-03\n"
"""By us; a nonconformity of a body waits for its word all the same."""


@pytest.mark.parametrize(
    ("grade", "more", "outcome", "due"),
    [
        ("minor", "", Outcome.OPEN, None),
        ("minor", "response_due: 2026-02-09\n", Outcome.LATE, "2026-02-09"),
        ("minor", "response_due: 2026-02-10\n", Outcome.OPEN, "2026-02-10"),
        (
            "minor",
            "response_due: 2026-01-09\n" + ACT.format("03-01"),
            Outcome.ANSWERED,
            "2026-03-01",
        ),
        ("minor", ACT.format("02-09"), Outcome.LATE, "2026-02-09"),
        ("minor", ACT.format("02-09, done: 2026-02-01"), Outcome.ANSWERED, None),
        (
            "minor",
            ACT.format("02-09, done: 2026-02-01") + "accepted: 2026-02-10\n",
            Outcome.ACCEPTED,
            None,
        ),
        ("minor", ACT.format("02-09") + "accepted: 2026-02-02\n", Outcome.LATE, "2026-02-09"),
        ("improvement", "decision: {on: 2026-02-01, accepted: true}\n", Outcome.FOLLOWED, None),
        ("observation", "closed: 2026-02-10\n", Outcome.CLOSED, None),
        ("observation", "closed: 2026-02-11\n", Outcome.OPEN, None),
        (
            "improvement",
            "decision: {on: 2026-02-01, accepted: true}\nclosed: 2026-02-02\n",
            Outcome.CLOSED,
            None,
        ),
        (
            "improvement",
            "decision: {on: 2026-02-01, accepted: false}\nclosed: 2026-02-02\n",
            Outcome.DECLINED,
            None,
        ),
        ("minor", "accepted: 2026-02-02\nclosed: 2026-02-03\n", Outcome.CLOSED, None),
        ("minor", ACT.format("02-09, done: 2026-02-01") + CLOSED, Outcome.ANSWERED, None),
        ("improvement", "decision: {on: 2026-02-01, accepted: false}\n", Outcome.DECLINED, None),
    ],
)
def test_how_far_a_finding_is(folder, grade, more, outcome, due):
    qms = folder({"a.yaml": AUDIT, "f.yaml": FINDING.format(id="T-1", grade=grade) + more}, DAY)
    assert not qms.found, qms.found
    (found,) = trail(qms)
    assert (found.outcome, found.due and found.due.isoformat()) == (outcome, due)
    assert found.audit.id == "A-1"


def test_praise_asks_for_nothing_and_what_is_younger_is_not_there_yet(folder):
    files = {"a.yaml": AUDIT, "f.yaml": FINDING.format(id="T-1", grade="positive")}
    later = FINDING.format(id="T-2", grade="minor").replace("2026-01-05", "2026-02-11")
    assert trail(folder({**files, "g.yaml": later}, DAY)) == []
    today = later.replace("2026-02-11", "2026-02-10")
    assert [one.finding.id for one in trail(folder({**files, "g.yaml": today}, DAY))] == ["T-2"]


def test_what_we_have_found_ourselves_we_close_ourselves(folder):
    """It was told as answered and not accepted for ever, since nobody from outside accepts it."""
    own = AUDIT.replace("surveillance", "internal")
    text = FINDING.format(id="T-1", grade="minor") + ACT.format("02-09, done: 2026-02-01") + CLOSED
    (found,) = trail(folder({"a.yaml": own, "f.yaml": text}, DAY))
    assert found.outcome is Outcome.CLOSED


SENT = "kind: submission\nid: {}\ntitle: S\ndate: {}\nrecipient: Body\nclassification: open\n"
MANUAL = "kind: document\nid: {}\ntitle: Manual\nversion: '{}'\nclassification: open\n"


def test_what_is_new_newer_and_gone(folder):
    def approved(id_, *versions, more=""):
        lines = ""
        for version, on in versions:
            text = MANUAL.format(id_, version) + more
            seal = fingerprint((q := folder({"d.yaml": text}, more=CLASSES)).things[id_], q)
            lines += f"  - {{version: '{version}', by: P-1, role: Head, on: {on}, hash: {seal}}}\n"
        return text + "approvals:\n" + lines

    files = {
        "old.yaml": SENT.format("S-1", "2025-06-01") + "sent: 2026-02-10\n",
        "new.yaml": SENT.format("S-2", "2026-02-10"),
        "unsent.yaml": SENT.format("S-0", "2026-01-01"),
        "1.yaml": approved("D-1", ("1", "2025-01-01"), ("2", "2026-01-10")),
        "issued/D-1/1/1.yaml": MANUAL.format("D-1", "1"),
        "2.yaml": approved("D-2", ("1", "2026-01-10")),
        "3.yaml": approved("D-3", ("1", "2025-01-01"), more="withdrawn: 2025-12-01\n"),
        "4.yaml": approved("D-4", ("1", "2025-01-01")),
    }
    qms = folder(files, DAY, CLASSES)
    assert not qms.found, qms.found
    submission = qms.get("S-2", Submission)
    found = difference(qms, submission, select(qms, submission).chosen)
    assert found.before.id == "S-1"
    ids = [one.document.id for one in found.new]
    assert "D-2" in ids
    assert "D-4" not in ids
    assert [(one.document.id, then) for one, then in found.newer] == [("D-1", "1")]
    assert "D-3" in [one.document.id for one in found.gone]
    first = qms.get("S-1", Submission)
    assert difference(qms.on(first.date), first, ()) is None
