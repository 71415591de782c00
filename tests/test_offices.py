"""Who held a role on a day is asked in many places: the first and the last day count in each."""

from datetime import date

import pytest

from folders import home
from smmkit.approval.posts import role_on
from smmkit.document_view import person
from smmkit.editor.ids import ids
from smmkit.errors import SmmError
from smmkit.new.values import known_values
from smmkit.reports.next_steps import approvers
from smmkit.sheets import Seal
from smmkit.sheets.control import facts
from smmkit.words import language

ENGLISH = language("en")

PEOPLE = """\
kind: people
id: ORG-01
title: People
version: "1"
entries:
  - id: P-1
    title: Invented Name
    assignments: [{role: Analyst, unit: U-1, since: 2020-01-01, until: 2020-12-31}]
"""
HOME = home(units={"U-1": "First", "U-2": "Second"})
LONG_AFTER = date(2030, 1, 1)
DAYS = {
    date(2019, 12, 31): False,
    date(2020, 1, 1): True,
    date(2020, 12, 31): True,
    date(2021, 1, 1): False,
}


def may_approve(qms, day):
    try:
        return role_on(qms, "P-1", None, day) == "Analyst"
    except SmmError:
        return False


def may_approve_as(qms, day):
    try:
        return role_on(qms, "P-1", "Analyst", day) == "Analyst"
    except SmmError:
        return False


def is_named_by_the_role(qms, day):
    return person(qms, "P-1", day) == "P-1, Analyst, U-1"


def signs_a_record_by_the_role(qms, day):
    record = qms.things["AUD-1"]
    return "P-1, Analyst, U-1" in [
        ENGLISH.say(c.value) for _, c in facts(record, qms, None, Seal(LONG_AFTER))
    ]


def is_completed_in_an_editor_by_the_role(qms, day):
    lists = ids(qms, ENGLISH)["$defs"].values()
    told = {word for one in lists for word in one.get("markdownEnumDescriptions", ())}
    return "Analyst" in told


def is_proposed_as_approver(qms, day):
    return list(approvers(qms)) == ["P-1"]


def does_not_audit_the_own_unit(qms, day):
    return known_values(qms, "audit")["audited"] == "U-2"


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize(
    "ask",
    [
        may_approve,
        may_approve_as,
        is_named_by_the_role,
        signs_a_record_by_the_role,
        is_completed_in_an_editor_by_the_role,
        is_proposed_as_approver,
        does_not_audit_the_own_unit,
    ],
)
def test_an_office_is_held_from_its_first_to_its_last_day(folder, ask, day):
    record = f"kind: audit\nid: AUD-1\ntitle: A\ndate: {day}\naudit_type: internal\n"
    files = {"qms.yaml": HOME, "people.yaml": PEOPLE, "record.yaml": record + "recorded_by: P-1\n"}
    qms = folder(files, day)
    assert not qms.found, qms.found
    assert ask(qms, day) is DAYS[day]
