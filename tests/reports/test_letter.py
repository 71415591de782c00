"""The letter of a submission: samples with their rule, answers, what is left out, what was let pass."""

from __future__ import annotations

from datetime import date

import pytest

from smmkit.analyses.leaving.audit_trail import trail as audit_trail
from smmkit.analyses.leaving.places import Place, Places
from smmkit.analyses.leaving.selection import select
from smmkit.documents.submission import Submission
from smmkit.formats import draw
from smmkit.page import Table, Tone
from smmkit.reports import letter, trail
from smmkit.words import language

ENGLISH = language("en")
DAY = date(2026, 2, 10)
CLASSES = "classes: [{id: open, title: Open, outside: true}]\n"
SENT = """\
kind: submission
id: S-1
title: For the body
date: 2026-02-10
recipient: Body
channel: Upload
leave_out: [{document: A-2, reason: Asked for by the body.}]
samples:
  - {what: Leave requests, population: 210, chosen: 15, how: Every 14th, seed: "4711", chosen_by: Auditor}
  - {what: Complaints, chosen: 3, how: All}
questions:
  - {on: 2026-02-01, question: Where are the minutes?, answer: In M-1., answered: 2026-02-02}
  - {on: 2026-02-03, question: And the plan?}
"""
AUDIT = "kind: audit\nid: {}\ntitle: A\ndate: 2026-01-05\naudit_type: surveillance\nclassification: open\n"
FINDING = """\
kind: finding
id: T-1
title: F
date: 2026-01-05
audit: A-1
grade: minor
clause: "8.1"
unit: U-1
statement: Something was seen.
cause: No rule
action: {what: A rule, due: 2026-01-20}
classification: open
"""


@pytest.fixture
def qms(folder):
    files = {
        "s.yaml": SENT,
        "1.yaml": AUDIT.format("A-1"),
        "2.yaml": AUDIT.format("A-2"),
        "f.yaml": FINDING,
    }
    made = folder(files, DAY, CLASSES)
    assert not made.found, made.found
    return made


def text_of(page) -> str:
    return " ".join(draw(page, "text", ENGLISH, day=DAY, width=200).decode().split())


def test_the_letter_says_how_samples_were_chosen_what_is_answered_and_what_stays(qms):
    selection = select(qms, qms.of(Submission)[0])
    text = text_of(
        letter.page(qms, selection, None, ("D-1 is a draft. Accepted, because: agreed",))
    )
    for part in (
        "Leave requests 210 15 Every 14th 4711 Auditor",
        "Complaints - 3 All - -",
        "Where are the minutes? In M-1.",
        "And the plan? not answered yet",
        "A-2 A Asked for by the body.",
        "Accepted, because: agreed",
        "With this letter 2 documents are sent. 2 documents are left out",
        "SHA-512 of tagmanifest-sha512.txt ____",
    ):
        assert part in text, part
    assert "`" not in text


def test_a_letter_about_nothing_has_no_empty_parts(folder):
    bare = "kind: submission\nid: S-1\ntitle: T\ndate: 2026-02-10\nrecipient: Body\n"
    made = folder({"s.yaml": bare}, DAY, CLASSES)
    text = text_of(letter.page(made, select(made, made.of(Submission)[0]), None))
    assert "Samples" not in text
    assert "Questions" not in text
    assert "Known and accepted" not in text


def test_a_late_finding_is_told_with_its_answer_and_its_day(qms):
    trails = audit_trail(qms)
    places = Places({"T-1": Place("x.pdf", 3)})
    page = trail.page(qms, qms.of(Submission)[0], trails, None, places, None)
    (table,) = [block for block in page.blocks if isinstance(block, Table)]
    (row,) = table.rows
    assert row[0].value.to == "00-binder.pdf#page=3"
    assert "A rule (not done yet)" in ENGLISH.say(row[5].value)
    assert ENGLISH.say(row[6].value) == "20 January 2026"
    assert row[7].tone is Tone.BAD
    assert trail.summary(trails).tone is Tone.WARN
    assert ENGLISH.say(trail.summary(trails).text).endswith("1 overdue")
    assert trail.summary([]) is None
