"""What a rehearsal draws: what is there on the day of it, and of cases a late one."""

from __future__ import annotations

import random
from datetime import date

import pytest

from smmkit.analyses.auditing.trail_stops import FINDERS, Draw
from smmkit.standards.rehearsals import About

SERVICES = (
    "kind: services\nid: LAY\ntitle: Services\nversion: '1'\nentries:\n"
    "  - {id: LAY-1, title: Letters, owner: U-1}\n"
    "approvals: [{version: '1', by: P-1, role: Head, on: 2025-01-10, hash: 'sha256:%s'}]\n"
) % ("0" * 64)
LOG = (
    "kind: service-log\nid: LOG-1\ntitle: L\ndate: 2025-01-01\nservice: LAY-1\nuntil: 2025-02-01\ncases:\n"
    "  - {number: in-time, received: 2025-01-05, due: 2025-01-10, released: 2025-01-10}\n"
    "  - {number: late, received: 2025-01-05, due: 2025-01-10, released: 2025-01-11}\n"
)
COMPLAINT = (
    "kind: feedback\nid: ADU-1\ntitle: A\ndate: 2025-03-10\nfeedback_type: complaint\nabout: LAY-1\n"
    "channel: Letter\nstatement: Too late\nunit: U-1\n"
)
AUDIT = "kind: audit\nid: AUD-1\ntitle: A\ndate: 2025-03-01\naudit_type: internal\n"
FINDING = (
    "kind: finding\nid: T-1\ntitle: T\ndate: 2025-03-10\naudit: AUD-1\ngrade: minor\n"
    "clause: '8.5.1'\nunit: U-1\nstatement: Not done\n"
)
REVIEW = (
    "kind: management-review\nid: RTM-1\ntitle: R\ndate: 2025-03-10\n"
    "chair: P-1\ninputs: []\ndecisions: []\n"
)
FILES = {
    "s.yaml": SERVICES,
    "l.yaml": LOG,
    "c.yaml": COMPLAINT,
    "a.yaml": AUDIT,
    "t.yaml": FINDING,
    "r.yaml": REVIEW,
}


def drawn(qms, about: About, seed: int = 1) -> dict[str, str]:
    """What a question is about."""
    unit = qms.things["U-1"]
    return FINDERS[about](Draw(qms, unit, random.Random(seed)))[0]


@pytest.mark.parametrize(
    ("about", "id_"),
    [(About.COMPLAINT, "ADU-1"), (About.FINDING, "T-1"), (About.REVIEW, "RTM-1")],
)
def test_what_is_of_the_day_itself_is_asked_about_and_what_comes_later_is_not(folder, about, id_):
    assert drawn(folder(FILES, date(2025, 3, 10)), about)["id"] == id_
    assert drawn(folder(FILES, date(2025, 3, 9)), about) == {}


def test_a_case_released_on_the_day_that_was_promised_is_not_late(folder):
    qms = folder(FILES, date(2025, 3, 10))
    assert {drawn(qms, About.CASE, seed)["number"] for seed in range(8)} == {"late"}
