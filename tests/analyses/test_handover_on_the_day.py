"""What passes to a successor on the very day on which it ends, and who is looked for by how little."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from smmkit.analyses.people.handover import Handover, last_role
from smmkit.analyses.people.handover_places import Fate, is_ahead, of_member, of_plan
from smmkit.analyses.people.whereabouts import sought, spans
from smmkit.documents.audit import AuditProgramme, PlannedAudit
from smmkit.documents.base import Approval
from smmkit.documents.people import Team
from smmkit.documents.procedure import Procedure

DAY = date(2026, 3, 2)
YESTERDAY, TOMORROW = DAY - timedelta(1), DAY + timedelta(1)


@pytest.mark.parametrize(("until", "fate"), [(YESTERDAY, Fate.STAYS), (DAY, Fate.PASSES)])
def test_a_seat_and_a_planned_audit_pass_on_until_the_last_day_of_their_term(folder, until, fate):
    qms = folder({}, DAY)
    assert of_member(qms, Team.model_construct(until=until), None) is fate
    programme = AuditProgramme.model_construct(until=until)
    assert of_plan(qms, programme, PlannedAudit.model_construct(id="RA-1")) is fate


@pytest.mark.parametrize(("until", "ahead"), [(DAY, False), (TOMORROW, True)])
def test_an_audit_that_ends_today_does_not_lie_ahead(folder, until, ahead):
    audit = (
        f"kind: audit\nid: A-1\ntitle: A\ndate: 2026-03-01\nuntil: {until}\naudit_type: internal\n"
    )
    assert is_ahead(folder({"a.yaml": audit}, DAY).things["A-1"], DAY) is ahead


@pytest.mark.parametrize(("day", "role"), [(YESTERDAY, None), (DAY, "Head")])
def test_a_document_was_approved_from_the_day_of_its_approval(day, role):
    given = (Approval.model_construct(on=DAY, role="Head"),)
    assert last_role(Procedure.model_construct(approvals=given), day) == role


@pytest.mark.parametrize(
    ("text", "is_sought"),
    [
        ("1234567", False),
        ("12345678", True),
        ("Wulandari", False),
        ("Ai Bu", True),
        ("Ai B", False),
    ],
)
def test_a_number_of_eight_digits_and_a_name_of_two_words_are_enough(folder, text, is_sought):
    assert (sought(folder({}), text) is not None) is is_sought


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see Siti Rahma.pdf", []),
        ("see cv-Siti Rahma.pdf", []),
        ("see Siti Rahma.pdf,Siti Rahma", ["Siti Rahma"]),
        ("Siti Rahma+6281234567890", ["Siti Rahma", "+6281234567890"]),
    ],
)
def test_a_name_that_is_part_of_the_name_of_a_file_stays_and_what_stands_behind_goes(
    folder, text, found
):
    files = frozenset({"Siti Rahma.pdf", "cv-Siti Rahma.pdf", "Siti Rahma.pdf,"})
    person = replace(sought(folder({}), "Siti Rahma"), files=files)
    assert [text[low:high] for low, high, _ in spans(text, person)] == found


PEOPLE = """\
kind: people
id: ORG-1
title: People
version: "1"
entries:
  - id: P-1
    title: Somebody
    assignments:
      - {{role: Clerk, unit: U-1, since: 2015-01-01, until: 2019-12-31}}
      - {{role: Coordinator, unit: U-1, since: 2020-01-01, until: {until}}}
  - {{id: P-2, title: Other, assignments: [{{role: {role}, unit: U-1, since: 2026-02-01}}]}}
"""
ACTION = """\
kind: corrective-action
id: TK-1
title: Late files
date: 2026-01-05
owner: U-1
unit: U-1
statement: Files are late
actions: [{what: Count the files, due: 2026-02-20, owner: U-1}]
"""


@pytest.mark.parametrize(
    ("until", "role", "left", "waits"),
    [
        (DAY, "Coordinator", ["Coordinator"], True),  # still there; the other holds it, too
        (YESTERDAY, "Coordinator", [], False),
        (YESTERDAY, "Guard", ["Coordinator"], False),  # an office holder there sees to it
    ],
)
def test_who_left_has_left_open_what_nobody_has_taken_over(folder, until, role, left, waits):
    files = {"p.yaml": PEOPLE.format(until=until, role=role), "t.yaml": ACTION}
    qms = folder(files, DAY)
    found = Handover(qms, qms.things["P-1"])
    assert [one.assignment.role for one in found.roles] == left
    assert any(one.entry.due.id == "TK-1" for one in found.passed) is waits


def test_what_waits_in_a_unit_in_which_nobody_is_left_is_told_of_who_was_there(folder):
    alone = PEOPLE.format(until=YESTERDAY, role="Guard").partition("  - {id: P-2")[0]
    qms = folder({"p.yaml": alone, "t.yaml": ACTION}, DAY)
    found = Handover(qms, qms.things["P-1"])
    assert [one.entry.due.id for one in found.passed] == ["TK-1"]
    assert [one.others for one in found.passed] == [()]
