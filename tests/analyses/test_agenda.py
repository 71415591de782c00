"""The agenda: everything with a day, from every kind there is, and who sees to it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from running import EXAMPLE
from smmkit.analyses.agenda.agenda import agenda, chosen, every_source
from smmkit.analyses.agenda.due import Matter
from smmkit.analyses.agenda.field_days import ELSEWHERE, NOTHING, QUIET, day_of
from smmkit.analyses.agenda.limits import LIMITS, limit
from smmkit.analyses.agenda.overdue import late
from smmkit.analyses.agenda.people import stand_for
from smmkit.analyses.agenda.sources.measurements import has_none_yet, next_period
from smmkit.analyses.agenda.sources.promises import directions, regulations
from smmkit.analyses.kpis.workdays import reported_by
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.documents import KINDS, class_of
from smmkit.few import at_most
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.model.fields import fields_of, parts_of
from smmkit.model.marks import Trait
from smmkit.rules import rules_with_settings
from smmkit.words import language

TASK = """\
kind: change-plan
id: PU-1
title: A change
version: "1"
owner: U-1
purpose: p
consequences: c
integrity: i
resources: r
responsibilities: r
steps:
  - {what: Build it, due: DUE}
"""


@pytest.fixture(scope="module")
def example():
    return load(Disk(EXAMPLE))


def test_every_day_that_lies_ahead_is_due_or_said_to_ask_for_nothing():
    """A new kind with such a day has to be placed: in the agenda, or among what asks for nothing."""
    left = {
        (class_.__name__, field.name)
        for kind in KINDS
        for class_ in (class_of(kind), *parts_of(class_of(kind)))
        for field in fields_of(class_).values()
        if field.type is date and field.has(Trait.AHEAD) and field.name not in QUIET
        if day_of(class_, field) is None
    }
    assert left == ELSEWHERE | NOTHING


def test_the_times_are_those_of_the_rules():
    settings = {rule.code: type_() for rule, type_ in rules_with_settings()}
    assert {key: getattr(settings[key[0]], key[1]) for key in LIMITS} == LIMITS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{days: 7}", 7),
        ("{days: 0}", 0),
        ("{days: -1}", 14),
        ("{days: 10000}", 10_000),
        ("{days: 10001}", 14),
        ("7", 14),
    ],
)
def test_a_time_that_the_folder_sets_is_followed_where_it_is_one(folder, written, meant):
    qms = folder({}, more=f"rules: {{SMM368: {written}}}\n")
    assert limit(qms, "SMM368", "days") == meant


def test_all_that_is_overdue_by_the_rules_is_overdue_in_the_agenda(example):
    told = {(one.due.document.id, one.due.steps) for one in agenda(example) if one.is_overdue}
    assert {(one.document.id, one.steps) for one in late(example)} <= told


def test_names_are_told_apart(example):
    names = [one.uid for one in agenda(example)]
    assert len(names) == len({*names}) > 100


def test_overdue_goes_first_and_each_source_gives_something(example):
    found = agenda(example)
    assert [one.due.day for one in found] == sorted(one.due.day for one in found)
    assert found[0].is_overdue
    for source in every_source():
        assert any(source(example)), source.__name__


def uids(folder, text: str, day: date = date(2026, 3, 2)) -> dict[str, str]:
    """The name of each thing of a document, by its words."""
    english = language("en")
    found = agenda(folder({"a.yaml": text}, day))
    return {english.say(one.due.what): one.uid for one in found}


def test_a_name_stays_when_its_day_moves_and_when_another_is_put_before_it(folder):
    first = uids(folder, TASK.replace("DUE", "2026-04-30"))
    moved = uids(folder, TASK.replace("DUE", "2027-01-31"))
    more = TASK.replace("DUE", "2026-04-30").replace(
        "steps:\n", "steps:\n  - {what: Plan it, due: 2026-03-31}\n"
    )
    assert first["Build it"] == moved["Build it"] == uids(folder, more)["Build it"]
    other = uids(folder, TASK.replace("PU-1", "PU-2").replace("DUE", "2026-04-30"))
    assert first["Build it"] != other["Build it"]


def test_two_of_the_same_words_are_two(folder):
    twice = TASK.replace("DUE", "2026-04-30") + "  - {what: Build it, due: 2026-05-31}\n"
    found = agenda(folder({"a.yaml": twice}))
    assert len({one.uid for one in found}) == len(found) == 2


@pytest.mark.parametrize(
    ("due", "day", "left"),
    [
        ("2026-03-01", date(2026, 3, 2), -1),
        ("2026-03-02", date(2026, 3, 2), 0),
        ("2026-03-03", date(2026, 3, 2), 1),
        ("2028-02-29", date(2028, 3, 1), -1),
        ("2028-02-29", date(2028, 2, 28), 1),
        ("9999-12-31", date(2026, 3, 2), (date.max - date(2026, 3, 2)).days),
        ("1000-01-01", date(2026, 3, 2), -(date(2026, 3, 2) - date(1000, 1, 1)).days),
    ],
)
def test_days_are_counted(folder, due, day, left):
    found = agenda(folder({"a.yaml": TASK.replace("DUE", due)}, day))
    assert [(one.days_left, one.is_overdue) for one in found] == [(left, left < 0)]


@pytest.mark.parametrize(
    ("since", "until", "number"), [(3, 3, 1), (4, None, 0), (None, 2, 0), (None, None, 1)]
)
def test_the_first_and_the_last_day_that_are_asked_for_count(folder, since, until, number):
    qms = folder({"a.yaml": TASK.replace("DUE", "2026-03-03")}, date(2026, 3, 2))
    first, last = (day and date(2026, 3, day) for day in (since, until))
    assert len(chosen(qms, agenda(qms), since=first, until=last)) == number


def test_what_was_done_later_was_open_on_the_day(folder):
    done = TASK.replace("DUE", "2026-04-30, done: 2026-04-01")
    assert agenda(folder({"a.yaml": done}, date(2026, 4, 1))) == []
    assert len(agenda(folder({"a.yaml": done}, date(2026, 3, 31)))) == 1


def test_a_term_that_has_ended_asks_for_nothing(folder):
    text = """\
kind: people
id: ORG-1
title: People
version: "1"
entries:
  - id: P-1
    title: Somebody
    assignments: [{role: Head, unit: U-1, since: 2020-01-01, until: 2026-03-02}]
"""
    ends = [one.due.matter for one in agenda(folder({"a.yaml": text}, date(2026, 3, 2)))]
    assert ends == [Matter.TERM]
    assert agenda(folder({"a.yaml": text}, date(2026, 3, 3))) == []


PEOPLE = """\
kind: people
id: ORG-1
title: People
version: "1"
entries:
  - id: P-1
    title: The head
    assignments: [{role: Head, unit: U-1, since: 2020-01-01}]
  - id: P-2
    title: The coordinator
    assignments: [{role: Coordinator, unit: U-1, since: 2020-01-01, until: 2026-03-31}]
"""
TEAM = """\
kind: team
id: TIM-1
title: Team
version: "1"
team_type: quality-management
since: 2020-01-01
members: [{person: P-2, role: Coordinator, unit: U-1}]
"""


@pytest.mark.parametrize(
    ("day", "who"),
    [
        (date(2026, 2, 28), "P-1"),
        (date(2026, 3, 1), "P-2"),
        (date(2026, 3, 31), "P-2"),
        (date(2026, 4, 1), "P-1"),
    ],
)
def test_while_somebody_acts_in_an_office_who_holds_it_is_away(folder, day, who):
    register = """\
kind: people
id: ORG
title: P
version: "1"
entries:
  - {id: P-1, title: Ann, assignments: [{role: Head, unit: U-1, since: 2020-01-01}]}
  - id: P-2
    title: Bob
    assignments:
      - {role: Clerk, unit: U-1, since: 2020-01-01}
      - {role: head, unit: U-1, since: 2026-03-01, until: 2026-03-31, standing: acting}
"""
    assert stand_for(folder({"p.yaml": register}, day), "U-1") == (who,)


@pytest.mark.parametrize(("day", "told"), [("2026-03-31", True), ("2026-04-01", False)])
def test_the_competence_of_who_has_left_lapses_for_nobody(folder, day, told):
    register = """\
kind: people
id: ORG
title: P
version: "1"
entries: [{id: P-1, title: Ann, assignments: [{role: Head, unit: U-1, since: 2020-01-01, until: 2026-03-31}]}]
"""
    needed = """\
kind: competences
id: KOM
title: K
version: "1"
entries: [{id: KP-1, title: Auditor, person: P-1, held: y, sufficient: true, until: 2026-02-28}]
"""
    qms = folder({"p.yaml": register, "k.yaml": needed}, date.fromisoformat(day))
    assert any(one.due.id == "KP-1" for one in agenda(qms)) is told
    assert any(one.id == "KP-1" for one in late(qms)) is told


def test_a_unit_is_spoken_for_by_the_team_while_its_member_is_in_office(folder):
    files = {"a.yaml": TASK.replace("DUE", "2026-05-31"), "p.yaml": PEOPLE, "t.yaml": TEAM}

    def who(day: date) -> tuple[str, ...]:
        return next(e.seen_to_by for e in agenda(folder(files, day)) if e.due.id == "PU-1")

    assert who(date(2026, 3, 31)) == ("P-2",)
    assert who(date(2026, 4, 1)) == ("P-1",)


@pytest.mark.parametrize(
    ("since", "until", "who"),
    [
        ("2026-03-02", "2026-03-02", "P-2"),
        ("2026-03-03", "2026-03-03", "P-1"),
        ("2026-03-01", "2026-03-01", "P-1"),
    ],
)
def test_a_team_speaks_for_a_unit_on_the_first_and_the_last_day_of_its_term(
    folder, since, until, who
):
    term = TEAM.replace("since: 2020-01-01", f"since: {since}\nuntil: {until}")
    files = {"a.yaml": TASK.replace("DUE", "2026-05-31"), "p.yaml": PEOPLE, "t.yaml": term}
    found = agenda(folder(files, date(2026, 3, 2)))
    assert [one.seen_to_by for one in found if one.due.id == "PU-1"] == [(who,)]


PROVIDERS = """\
kind: external-providers
id: PVD-1
title: Providers
version: "1"
entries:
  - id: PENYEDIA-1
    title: A
    provides: p
    unit: U-1
    next_review: 2026-03-01
    evaluations: [{on: DAY, result: good, stays: true}]
"""


@pytest.mark.parametrize(
    ("evaluated", "is_due"),
    [("2026-02-28", True), ("2026-03-01", False), ("2026-03-02", False), ("2026-03-03", True)],
)
def test_a_provider_is_evaluated_from_the_day_asked_for_to_that_of_judgement(
    folder, evaluated, is_due
):
    qms = folder({"p.yaml": PROVIDERS.replace("DAY", evaluated)}, date(2026, 3, 2))
    assert any(one.due.matter is Matter.PROVIDER for one in agenda(qms)) is is_due


def test_of_more_ids_than_are_shown_the_first_are_named_and_that_there_are_more():
    assert at_most(3, ["A", "B", "C"]) == ["A", "B", "C"]
    assert at_most(3, ["A", "B", "C", "D"]) == ["A", "B", "C", "..."]


INDICATOR = """\
kind: objective
id: SM-1
title: Fast
version: "1"
statement: Fast
policy_point: PP-1
perspective: customer
units: [U-1]
kpis:
  - {id: K-1, title: Days, measured_in: days, formula: maximize, aggregation: sum, frequency: yearly,
     targets: [{period: "2025", value: 20}]}
"""


@pytest.mark.parametrize(("after", "lacks"), [(0, False), (1, True)])
def test_a_kpi_without_a_table_lacks_a_value_a_day_after_that_by_which_it_is_there(
    folder, after, lacks
):
    ten_working_days = date(2026, 1, 14)
    qms = folder({"o.yaml": INDICATOR}, ten_working_days + timedelta(after))
    assert has_none_yet(qms, qms.things["K-1"]) is lacks
    assert reported_by(qms, qms.things["K-1"], "2025") == ten_working_days


def test_the_last_day_of_the_calendar_is_one(folder):
    qms = folder({"o.yaml": INDICATOR}, date(2026, 1, 14))
    assert reported_by(qms, qms.things["K-1"], "9999") == date.max


TABLE = "period,value\n2025,20\n"


@pytest.mark.parametrize(("day", "asked"), [("2025-12-30", "2025"), ("2025-12-31", "2026")])
def test_a_value_counts_from_the_last_day_of_its_period(folder, day, asked):
    told = INDICATOR.replace("frequency: yearly,", "frequency: yearly, series: k.csv,").replace(
        '[{period: "2025", value: 20}]',
        '[{period: "2025", value: 20}, {period: "2026", value: 20}]',
    )
    qms = folder({"o.yaml": told, "k.csv": TABLE}, date.fromisoformat(day))
    assert next_period(qms, qms.things["K-1"]) == asked


LAWS = """\
kind: regulations
id: REG-1
title: Laws
version: "1"
owner: U-1
entries:
  - {id: UU-1, title: A, number: No. 1/2014, in_force: 2014-01-15, until: 2026-03-02, checked: 2026-03-02}
approvals:
  - {version: "1", by: P-1, role: Head, on: 2026-02-01, hash: HASH}
  - {version: "1", by: P-1, role: Head, on: 2026-03-02, hash: HASH}
"""
DIRECTION = """\
kind: direction
id: VM-1
title: Vision
version: "1"
parent: The province
since: 2024-01-01
until: 2028-12-31
parent_vision: A
vision: A
missions: [{id: M-1, title: B, number: 1}]
own_missions: [M-1]
evaluations: [{on: 2026-03-02, result: It holds, fits: true}]
approvals:
  - {version: "1", by: P-1, role: Head, on: 2026-02-01, hash: HASH}
"""


def sealed(folder, text, day, **others):
    """One document whose approvals hold, and others."""
    draft = folder({"a.yaml": text.replace("HASH", "sha256:" + "0" * 64)}, day)
    (one,) = (document for document in draft.documents if document.kind != "qms")
    files = {"a.yaml": text.replace("HASH", fingerprint(one, draft))}
    return folder(files | {f"{name}.yaml": other for name, other in others.items()}, day)


@pytest.mark.parametrize(
    ("day", "since"),
    [
        (date(2026, 3, 1), ["2026-02-01"]),
        (date(2026, 3, 2), ["2026-03-02"]),
        (date(2026, 3, 3), []),
    ],
)
def test_a_law_was_looked_at_on_its_day_and_holds_on_its_last(folder, day, since):
    qms = sealed(folder, LAWS, day)
    assert [one.key for one in regulations(qms)] == [f"looked at on {day}" for day in since]


def test_a_law_that_nobody_has_looked_at_was_when_its_register_was_approved_last(folder):
    qms = sealed(folder, LAWS.replace(", checked: 2026-03-02", ""), date(2026, 3, 2))
    assert [one.key for one in regulations(qms)] == ["looked at on 2026-03-02"]


@pytest.mark.parametrize(("day", "is_due"), [(date(2026, 3, 1), False), (date(2026, 3, 2), True)])
def test_a_direction_is_evaluated_again_once_it_was(folder, day, is_due):
    qms = sealed(folder, DIRECTION, day)
    assert any(one.document.id == "VM-1" for one in directions(qms)) is is_due


PROGRAMME = """\
kind: audit-programme
id: PRG-1
title: Programme
version: "1"
since: 2025-01-01
until: 2025-12-31
withdrawn: DAY
entries: [{id: RA-1, title: First, audit_type: internal, period: 2025-03}]
approvals: [{version: "1", by: P-1, role: Head, on: 2025-01-02, hash: HASH}]
"""
AGREEMENT = """\
kind: performance-agreement
id: PK-ID
title: Agreement
version: "1"
year: 2025
unit: U-1
first_party: Head
second_party: Governor
promises: []
"""
SURVEY = """\
kind: survey
id: SKM-1
title: Survey
date: 2026-03-02
until: 2026-02-28
questions: []
"""
REVIEW = """\
kind: management-review
id: TM-1
title: Review
date: 2026-03-02
chair: P-1
inputs: []
decisions: []
"""


@pytest.mark.parametrize(
    ("withdrawn", "begins"), [("2025-12-30", "30 December 2025"), ("2025-12-31", "1 January 2026")]
)
def test_a_programme_that_is_withdrawn_on_its_last_day_has_had_its_time(folder, withdrawn, begins):
    qms = sealed(folder, PROGRAMME.replace("DAY", withdrawn), date(2026, 1, 5))
    [found] = [one for one in agenda(qms) if one.due.matter is Matter.YEARLY]
    assert language("en").say(found.due.what).endswith(begins)


def test_a_draft_for_the_time_of_the_last_is_not_the_next(folder):
    made = AGREEMENT.replace("PK-ID", "PK-1")
    made += 'approvals: [{version: "1", by: P-1, role: Head, on: 2025-01-02, hash: HASH}]\n'
    qms = sealed(folder, made, date(2026, 1, 5), A=AGREEMENT.replace("PK-ID", "PK-2"))
    assert [one.due.id for one in agenda(qms) if one.due.matter is Matter.YEARLY] == ["PK-1"]


@pytest.mark.parametrize(("text", "matter"), [(SURVEY, "YEARLY"), (REVIEW, "MANAGEMENT_REVIEW")])
@pytest.mark.parametrize(("day", "is_due"), [("2026-03-01", False), ("2026-03-02", True)])
def test_the_next_is_due_from_the_day_of_the_last(folder, text, matter, day, is_due):
    qms = folder({"a.yaml": text}, date.fromisoformat(day))
    assert any(one.due.matter is Matter[matter] for one in agenda(qms)) is is_due


COMPLAINT = """\
kind: feedback
id: UB-1
title: It took long
date: 2026-02-20
feedback_type: complaint
channel: web
about: U-1
unit: U-1
statement: It took long
answered: DAY
"""


@pytest.mark.parametrize(("answered", "is_owed"), [("2026-03-02", False), ("2026-03-03", True)])
def test_an_answer_is_owed_until_the_day_on_which_it_is_given(folder, answered, is_owed):
    qms = folder({"f.yaml": COMPLAINT.replace("DAY", answered)}, date(2026, 3, 2))
    assert any(one.due.matter is Matter.COMPLAINT for one in agenda(qms)) is is_owed


def test_a_role_is_held_by_who_holds_it(folder):
    roles = """\
kind: roles
id: PRN-1
title: Roles
version: "1"
entries: [{id: ROLE-1, title: "Coordinator"}]
"""
    task = TASK.replace("owner: U-1", "owner: ROLE-1").replace("DUE", "2026-05-31")
    files = {"a.yaml": task, "p.yaml": PEOPLE, "r.yaml": roles}
    found = agenda(folder(files, date(2026, 3, 2)))
    assert [one.seen_to_by for one in found if one.due.id == "PU-1"] == [("P-2",)]


def test_what_is_overdue_stays_in_whatever_days_are_asked_for(example):
    found = agenda(example)
    overdue = [one for one in found if one.is_overdue]
    day = date(2021, 8, 1)
    part = chosen(example, found, since=day, until=date(2021, 8, 31))
    assert part[: len(overdue)] == overdue
    assert all(one.due.day >= day for one in part[len(overdue) :])
    assert len(part) > len(overdue)


def test_a_planned_audit_is_within_the_days_that_its_time_touches(example):
    def audits(until: date) -> list[date | None]:
        found = chosen(example, agenda(example), until=until)
        return [one.due.since for one in found if one.due.id == "RA-2021-3"]

    assert audits(date(2021, 10, 17)) == []
    assert audits(date(2021, 10, 18)) == [date(2021, 10, 18)]


def test_a_unit_has_what_its_parts_have(example):
    found = agenda(example)
    of_all = chosen(example, found, unit="BKD")
    assert {*map(id, chosen(example, found, unit="KIN"))} < {*map(id, of_all)}
    by_person = chosen(example, found, person="P-07")
    assert by_person
    assert all("P-07" in one.seen_to_by for one in by_person)


def test_no_source_is_left_out():
    folder_ = Path(__file__).parents[2] / "src/smmkit/analyses/agenda/sources"
    modules = {file.stem for file in folder_.glob("*.py")} - {"__init__"}
    assert {source.__name__ for source in every_source()} == modules


@pytest.mark.parametrize(
    ("day", "who"), [(date(2026, 3, 31), ("P-2",)), (date(2026, 4, 1), ("P-1",))]
)
def test_who_is_named_and_has_left_sees_to_nothing(folder, day, who):
    plan = """\
kind: audit-programme
id: PRG-1
title: Programme
version: "1"
since: 2026-01-01
until: 2026-12-31
entries:
  - {id: RA-1, title: First, audit_type: internal, period: 2026-05, units: [U-1], auditors: [P-2]}
"""
    found = agenda(folder({"a.yaml": plan, "p.yaml": PEOPLE}, day))
    assert [one.seen_to_by for one in found if one.due.id == "RA-1"] == [who]


FORM = """\
kind: management-review
id: RTM-{n}
title: Review
date: {day}
owner: U-1
chair: P-1
inputs: [{{topic: audits, what: {what}}}]
decisions: [{{decision_type: change, what: Buy a scanner, owner: U-1, due: {due}}}]
"""


def test_a_record_that_is_still_a_form_asks_for_nothing_and_moves_no_day(folder):
    held = FORM.format(n=1, day="2025-06-02", what="One finding is open", due="2026-06-01")
    form = FORM.format(n=2, day="2026-03-02", what="(fill in) Description", due="2026-09-01")
    alone = agenda(folder({"a.yaml": held}, date(2026, 3, 2)))
    beside = agenda(folder({"a.yaml": held, "b.yaml": form}, date(2026, 3, 2)))
    told = [(one.due.id, one.due.day) for one in beside]
    assert told == [(one.due.id, one.due.day) for one in alone]
    assert ("RTM-1", date(2026, 6, 1)) in told
    filled = agenda(folder({"a.yaml": held, "b.yaml": form.replace("(fill in) ", "")}))
    assert {one.due.id for one in filled} >= {"RTM-2"}


AUDITED = """\
kind: audit
id: AI-{n}
title: Internal audit
date: {day}
audit_type: internal
units: [U-1]
scope: {scope}
"""


def test_the_first_review_is_due_after_an_audit_that_was_held_not_after_a_form(folder):
    form = AUDITED.format(n=1, day="2025-01-06", scope="(fill in) Scope")
    held = AUDITED.format(n=2, day="2025-06-02", scope="The office")
    reviews = [
        (one.due.id, one.due.day)
        for one in agenda(folder({"a.yaml": form, "b.yaml": held}, date(2025, 7, 1)))
        if one.due.matter is Matter.MANAGEMENT_REVIEW
    ]
    assert reviews == [("AI-2", date(2026, 7, 2))]  # thirteen months later
