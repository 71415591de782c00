"""What is overdue in a document, in a sentence, and what is not told of it."""

from __future__ import annotations

from datetime import date

import pytest

from smmkit.analyses.agenda.reminders import reminders
from smmkit.words import language

ENGLISH = language("en")
DAY = date(2026, 2, 10)
MANUAL = "kind: document\nid: D-1\ntitle: Manual\nversion: '1'\n"
RISKS = """\
kind: risk-register
id: RR-1
title: Risks
version: "1"
entries:
  - id: R-1
    title: Late
    owner: U-1
    treatments:
      - {what: First, due: 2026-01-05}
      - {what: Second, due: 2026-02-01}
      - {what: Done, due: 2026-01-01, done: 2026-01-02}
      - {what: Ahead, due: 2026-03-01}
"""
REVIEW = """\
kind: management-review
id: M-1
title: Review
date: 2025-12-01
chair: P-1
inputs: []
decisions:
  - {decision_type: change, what: Do it, owner: U-1, due: 2026-01-20}
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (MANUAL + "review_by: 2026-02-09\n", ["review overdue since 9 February 2026"]),
        (MANUAL + "review_by: 2026-02-10\n", []),
        (MANUAL + "review_by: 2026-01-01\nwithdrawn: 2026-01-02\n", []),
        (RISKS, ["2 treatments of risks overdue, the first since 5 January 2026"]),
        (REVIEW, ["an action overdue since 20 January 2026"]),
        (REVIEW.replace("2026-01-20", "2026-01-20, done: 2026-01-19"), []),
    ],
)
def test_what_is_overdue_is_told(folder, text, told):
    qms = folder({"d.yaml": text}, DAY)
    assert not qms.found, qms.found
    (document,) = [one for one in qms.documents if one.path == "d.yaml"]
    assert [ENGLISH.say(one) for one in reminders(qms, document)] == told
