"""On the days on which a certificate turns, status, agenda, gap report, rollup and rules tell one story."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from smmkit.analyses.agenda.agenda import agenda
from smmkit.analyses.agenda.due import Matter
from smmkit.analyses.cycle.certificates import is_active
from smmkit.analyses.cycle.course import Course
from smmkit.analyses.gap.readiness import uncertified
from smmkit.analyses.status.numbers import Whose, numbers
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.reports.status.report import StatusReport
from smmkit.rollup.row import row_of
from smmkit.rules import problems_of

D = date

HOME = """\
kind: qms
id: QMS-01
title: Q
version: "1"
smmkit: 2
organization: {name: Badan, short_name: B, head: Kepala Badan, language: en}
standards: [iso9001-2015]
scope: {statement: Services}
units: [{id: U-1, title: U}]
"""
BODY = "{kind: certification-body, id: LS-1, title: LS, version: '1'}"
CERTIFICATE = """\
kind: certificate
id: SERT-1
title: C
date: DECIDED
number: "1"
body: LS-1
standards: [iso9001-2015]
scope: s
received: RECEIVED
expires: EXPIRES
"""


def audit(day: date, sort: str) -> str:
    return f"{{kind: audit, id: A-{day}, title: A, date: {day}, audit_type: {sort}, body: LS-1}}"


def certificate(decided: str, received: str, expires: str, more: str = "") -> str:
    days = (("DECIDED", decided), ("RECEIVED", received), ("EXPIRES", expires))
    text = CERTIFICATE + more
    for word, day in days:
        text = text.replace(word, day)
    return text


MAJOR = (
    "{kind: finding, id: T-1, title: T, date: 2022-11-01, audit: A-2022-11-01, grade: major, "
    "clause: '9.2.1', unit: U-1, statement: s}"
)
JUKNIS = "cycle: three-surveillance\n"
USUAL = ("2019-02-28", "2019-03-31", "2022-02-27")
LEAP = ("2020-02-29", "2020-03-01", "2023-02-28")
STORIES = {
    "usual": {"c": certificate(*USUAL)},
    "by the juknis": {"c": certificate(*USUAL, JUKNIS)},
    "on 29 February": {"c": certificate(*LEAP, JUKNIS)},
    "first surveillance held": {
        "c": certificate(*LEAP),
        "a": audit(D(2021, 2, 26), "surveillance"),
    },
    "suspended and lifted": {
        "c": certificate(
            *LEAP,
            "changes: [{on: 2021-08-31, status: suspended}, {on: 2022-02-28, status: active}]\n",
        )
    },
    "suspended": {"c": certificate(*LEAP, "changes: [{on: 2021-08-31, status: suspended}]\n")},
    "withdrawn": {"c": certificate(*LEAP, "changes: [{on: 2021-08-31, status: withdrawn}]\n")},
    "recertified in time": {
        "c": certificate(*LEAP),
        "a": audit(D(2022, 11, 1), "recertification"),
        "n": certificate("2023-02-27", "2023-03-15", "2026-02-27").replace("SERT-1", "SERT-2"),
    },
    "recertified in the six months": {
        "c": certificate(*LEAP),
        "a": audit(D(2022, 11, 1), "recertification"),
        "n": certificate("2023-08-28", "2023-09-15", "2026-02-27").replace("SERT-1", "SERT-2"),
    },
    "a major is open": {
        "c": certificate(*LEAP),
        "a": audit(D(2022, 11, 1), "recertification"),
        "t": MAJOR,
    },
    "taken over": {
        "c": certificate(*LEAP),
        "n": certificate("2021-09-01", "2021-09-15", "2023-02-28", "continues: SERT-1\n").replace(
            "SERT-1\ntitle", "SERT-2\ntitle"
        ),
    },
    "into the edition of 2026": {"c": certificate("2026-02-28", "2026-03-31", "2029-02-27")},
}

TURNS = {
    *(
        D(2019, 2, 28),
        D(2020, 2, 28),
        D(2020, 2, 29),
        D(2020, 3, 31),
        D(2020, 12, 31),
        D(2021, 2, 28),
    ),
    *(D(2021, 3, 1), D(2021, 8, 31), D(2021, 9, 1), D(2022, 2, 27), D(2022, 2, 28), D(2022, 8, 27)),
    *(
        D(2022, 11, 1),
        D(2022, 12, 31),
        D(2023, 2, 27),
        D(2023, 2, 28),
        D(2023, 8, 28),
        D(2023, 9, 15),
    ),
    *(
        D(2026, 2, 28),
        D(2027, 2, 28),
        D(2028, 12, 31),
        D(2029, 2, 27),
        D(2029, 8, 27),
        D(2029, 9, 30),
    ),
}
DAYS = sorted({day + timedelta(days) for day in TURNS for days in (-1, 0, 1)})


@pytest.mark.long  # each day is a folder that is read anew
@pytest.mark.parametrize("story", STORIES)
def test_all_tell_one_story_on_every_edge(story: str) -> None:
    files = {f"{name}.yaml": text for name, text in STORIES[story].items()}
    for day in DAYS:
        known = {p: t for p, t in files.items() if day_of(t) <= day}
        if known:
            tell_one_story({"qms.yaml": HOME, "ls.yaml": BODY, **known}, day)


def day_of(text: str) -> date:
    """The day of a record, before which it was not there."""
    return date.fromisoformat(text.split("date: ")[1][:10])


def tell_one_story(files: dict[str, str], day: date) -> None:
    qms = load(Memory(files), day)
    assert not qms.stubs
    entries = agenda(qms)
    told = numbers(qms, Whose(), entries).certificates
    assert StatusReport(qms, Whose()).numbers.certificates == told
    holding = [one for one in told if is_active(qms, one.certificate, day)]
    assert [one.stands.course for one in holding] == [Course.HOLDS] * len(holding)
    assert row_of(qms, "").certified_until == max(
        (one.certificate.expires for one in holding), default=None
    )
    assert bool([*uncertified(qms)]) != bool(holding)
    refused = {"SMM777", "SMM778", "SMM870"}  # it has lapsed, was stopped, or was for too long
    lost = {problem.path for rule, problem in problems_of(qms) if rule.code in refused}
    for one in told:
        due = {
            entry.due.day: entry.is_overdue
            for entry in entries
            if entry.due.id == one.certificate.id and entry.due.matter is Matter.CERTIFICATE
        }
        if one.by:
            assert due[one.by] == (one.by < day)
            assert min(due) == one.by
        if one.stands.course in {Course.WITHDRAWN, Course.EXPIRED}:
            assert not due
        assert (one.stands.course is Course.HOLDS) == (one.certificate.path not in lost)
