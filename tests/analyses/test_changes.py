"""What has changed between two days or revisions, and why; the course over several days."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from samples import AT_HOUSE, HOUSE
from smmkit.analyses.gap.changes import compared, documents_changed, unique
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.course import COUNT, course, days_of
from smmkit.analyses.proof.proof import Evidence, ShortOf, Shown, Strength
from smmkit.words import language, say

ENGLISH = language("en")
PACK = (
    HOUSE
    + """\
chapters: [{id: "8", title: {en: Doing, id: Kerja}, phase: do}]
clauses:
  - id: "8.1"
    parent: "8"
    title: {en: Ask, id: Tanya}
    phase: do
    na_allowed: true
    proof: {kinds: [audit], conditions: [in-period]}
    requirements:
      - {id: 8.1-a, text: {en: ask, id: tanya}}
      - {id: 8.1-b, text: {en: ask, id: tanya}}
"""
)
HOME = (
    AT_HOUSE
    + """\
scope: {statement: S, exclusions: [EXCLUDED]}
units: [{id: U-1, title: Secretariat}]
"""
)
AUDIT = """\
kind: audit
id: {id}
title: An audit
date: {day}
audit_type: internal
clauses: ['8.1']
"""
CLAIM = """\
kind: gap-assessment
id: {id}
title: G
date: {day}
standard: house
verdicts: [{{requirement: "8.1", status: {status}}}]
"""
FINDING = """\
kind: finding
id: T-1
title: T
date: 2026-01-10
audit: A-1
grade: minor
clause: "8.1"
unit: U-1
statement: S
closed: 2026-02-10
"""
OLD, NEW = date(2026, 1, 1), date(2026, 3, 2)


@pytest.fixture
def made(folder):
    """A folder, and its comparison."""

    def of(files, day=NEW, excluded=""):
        home = {"standards/house.yaml": PACK, "qms.yaml": HOME.replace("EXCLUDED", excluded)}
        qms = folder(home | files, day)
        assert not qms.found, qms.found
        return qms, gap(qms, qms.standard("house"))

    return of


def on(qms, day):
    then = qms.on(day)
    return then, gap(then, then.standard("house"))


def told(before, now) -> list[tuple[str, str, list[str]]]:
    found = compared(before, now, OLD)
    return [
        (one.clause.clause.id, one.turn.value, [ENGLISH.say(why) for why in one.because])
        for one in found.changes
    ]


DAYS = say("many days")


def thing(id_):
    return SimpleNamespace(id=id_)


def audit(id="A-1", day="2026-02-01"):
    return AUDIT.format(id=id, day=day)


def test_where_nothing_has_changed_nothing_is_told(made):
    now = made({"a.yaml": audit(day="2025-12-01")})
    assert told(on(now[0], OLD), now) == []


def test_a_record_that_has_come_is_told(made):
    now = made({"a.yaml": audit()})
    assert told(on(now[0], OLD), now) == [
        (
            "8.1",
            "better",
            ["A-1 counts now; before: of 1 February 2026, which is still to come"],
        )
    ]


def test_what_a_document_lacked_for_a_clause_is_told_once_though_a_paper_stood_in_for_it_before(
    made,
):
    was = [
        Shown(Strength.NONE),
        Shown(Strength.SHORT, short_of=(ShortOf(thing("A-1"), (), (DAYS,)),)),
    ]
    is_ = [Shown(Strength.PROVED, (Evidence(thing("A-1")),))] * 2
    before, now = (SimpleNamespace(proof=first, items=tuple(rest)) for first, *rest in (was, is_))
    qms = made({"a.yaml": audit()})[0]
    told = [ENGLISH.say(one) for one in unique(documents_changed(qms, qms, before, now))]
    assert told == ["A-1 counts now; before: many days"]


def test_a_document_that_is_new_in_the_folder_is_told_and_so_is_one_that_is_gone(made):
    without, with_ = made({}), made({"a.yaml": audit()})
    assert told(without, with_) == [("8.1", "better", ["A-1 is new"])]
    assert told(with_, without) == [("8.1", "worse", ["A-1 is gone from the folder"])]


def test_what_has_lapsed_is_told_with_the_reason(made):
    now = made({"a.yaml": audit(day="2025-02-01")})
    assert told(on(now[0], OLD), now) == [
        (
            "8.1",
            "worse",
            ["A-1 counts no longer: of 1 February 2025, more than 12 months ago"],
        )
    ]


def test_another_claim_is_told_for_all_requirements_together(made):
    files = {
        "a.yaml": audit(day="2025-12-01"),
        "g.yaml": CLAIM.format(id="G-1", day="2026-02-01", status="partial"),
    }
    now = made(files)
    assert told(on(now[0], OLD), now) == [
        ("8.1", "better", ["G-1: 8.1 claimed as conforms in part, before not assessed"])
    ]


def test_a_finding_that_was_opened_or_closed_is_told_with_what_it_holds_back(made):
    files = {
        "a.yaml": audit(day="2025-12-01"),
        "g.yaml": CLAIM.format(id="G-1", day="2025-12-02", status="conform"),
        "t.yaml": FINDING,
    }
    now = made(files)
    between = on(now[0], date(2026, 1, 10))
    opened = ["T-1 was opened on 10 January 2026", "the claim is held back: T-1 is open"]
    assert told(on(now[0], date(2026, 1, 9)), between) == [("8.1", "worse", opened)]
    closed = ["T-1 was closed on 10 February 2026", "the claim is no longer held back: T-1 is open"]
    assert told(between, now) == [("8.1", "better", closed)]


def test_another_scope_is_told_and_is_neither_better_nor_worse(made):
    out = "{clause: '8.1', reason: Nobody to ask.}"
    within, without = made({}), made({}, excluded=out)
    assert told(within, without) == [("8.1", "other", ["left out in the scope"])]
    assert told(without, within) == [("8.1", "other", ["no longer left out in the scope"])]


@pytest.mark.parametrize(
    ("word", "day", "first", "last"),
    [
        ("quarterly", date(2021, 6, 30), date(2019, 6, 30), date(2021, 3, 31)),
        ("monthly", date(2021, 3, 1), date(2020, 7, 31), date(2021, 2, 28)),
        ("yearly", date(2021, 6, 30), date(2013, 12, 31), date(2020, 12, 31)),
    ],
)
def test_a_series_has_the_last_ends_of_periods_and_the_day_itself(word, day, first, last):
    days = days_of(word, day)
    assert (days[0], days[-2], days[-1], len(days)) == (first, last, day, COUNT + 1)
    assert days == sorted(days)


def test_a_series_begins_no_earlier_than_the_calendar():
    assert days_of("monthly", date(1, 2, 1)) == [date(1, 1, 31), date(1, 2, 1)]
    assert days_of("yearly", date.min) == [date.min]


def test_the_course_judges_each_day_by_itself(made):
    qms, _ = made(
        {"a.yaml": audit(), "g.yaml": CLAIM.format(id="G", day="2026-02-20", status="conform")}
    )
    days = (NEW, OLD, date(2026, 2, 10), OLD)
    found = course(qms, qms.standard("house"), days)
    assert [(one.day, one.totals.proved, one.totals.claimed) for one in found] == [
        (OLD, 0, 0),
        (date(2026, 2, 10), 100, 0),
        (NEW, 100, 100),
    ]
    assert [one.assessment for one in found] == [None, None, "G"]
    assert qms.as_of == NEW
