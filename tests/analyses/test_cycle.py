"""The certification cycle at its edges: the day before and after; leap years, ends of months."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from smmkit.analyses.agenda.agenda import agenda
from smmkit.analyses.agenda.due import Matter
from smmkit.analyses.agenda.overdue import late
from smmkit.analyses.agenda.sources.certification import certification
from smmkit.analyses.cycle.certificates import is_active, running, scope_on
from smmkit.analyses.cycle.course import Course, is_in_cycle, stands
from smmkit.analyses.cycle.followed import followed_actions, followed_findings
from smmkit.analyses.cycle.slots import Facts, Slot, recertification, surveillances
from smmkit.analyses.cycle.steps import Step, audits_of, carried_on, step, steps_of
from smmkit.analyses.cycle.transition import changeovers
from smmkit.analyses.gap.readiness import uncertified
from smmkit.analyses.leaving.audit_trail import Outcome, trail
from smmkit.analyses.status.numbers import Whose, numbers
from smmkit.documents.audit import AuditType
from smmkit.documents.certification import Certificate
from smmkit.standards.cycles import shipped_cycles
from smmkit.words import language

ISO, JUKNIS = (shipped_cycles()[name] for name in ("iso17021", "juknis"))
D = date


def untils(found: list[Slot]) -> list[date]:
    """The last days of some slots."""
    return [slot.until for slot in found]


@pytest.mark.parametrize(
    ("decision", "expires", "days"),
    [
        # the second calendar year after the decision; the third is that of the recertification
        (D(2020, 4, 30), D(2023, 4, 29), [D(2021, 4, 30), D(2022, 12, 31)]),
        (D(2020, 2, 29), D(2023, 2, 27), [D(2021, 2, 28), D(2022, 12, 31)]),
        (D(2019, 2, 28), D(2022, 2, 27), [D(2020, 2, 28), D(2021, 12, 31)]),
        (D(2020, 12, 31), D(2023, 12, 30), [D(2021, 12, 31), D(2022, 12, 31)]),
        (D(2021, 1, 1), D(2023, 12, 31), [D(2022, 1, 1)]),
    ],
)
def test_by_the_rules_of_bodies(decision, expires, days):
    assert untils(surveillances(ISO, Facts(decision, expires))) == days


@pytest.mark.parametrize(
    ("receipt", "days"),
    [
        (D(2020, 5, 15), [D(2021, 5, 15), D(2022, 5, 15), D(2023, 5, 15)]),
        (D(2020, 2, 29), [D(2021, 2, 28), D(2022, 2, 28), D(2023, 2, 28)]),
        (None, [D(2021, 2, 1), D(2022, 2, 1), D(2023, 2, 1)]),
        # received before it was decided on: a wrong day, from which nothing is counted
        (D(2020, 1, 31), [D(2021, 2, 1), D(2022, 2, 1), D(2023, 2, 1)]),
    ],
)
def test_by_the_juknis(receipt, days):
    facts = Facts(D(2020, 2, 1), D(2023, 1, 31), receipt)
    assert untils(surveillances(JUKNIS, facts)) == days


def test_a_first_audit_in_the_year_of_the_decision_does_not_stand_for_the_next():
    early = Facts(D(2020, 4, 30), D(2023, 4, 29), surveillances=(D(2020, 12, 31),))
    assert untils(surveillances(ISO, early)) == [D(2021, 4, 30), D(2021, 12, 31), D(2022, 12, 31)]
    later = Facts(D(2020, 4, 30), D(2023, 4, 29), surveillances=(D(2021, 1, 1),))
    assert untils(surveillances(ISO, later)) == [D(2021, 4, 30), D(2022, 12, 31)]


def test_a_year_in_which_the_recertification_was_held_asks_for_no_surveillance():
    facts = Facts(D(2020, 1, 10), D(2023, 1, 9), recertifications=(D(2022, 11, 1),))
    assert untils(surveillances(ISO, facts)) == [D(2021, 1, 10)]


@pytest.mark.parametrize(
    ("held", "late"), [(D(2021, 4, 29), False), (D(2021, 4, 30), False), (D(2021, 5, 1), True)]
)
def test_a_first_audit_is_late_a_day_after_twelve_months(held, late):
    slot = surveillances(ISO, Facts(D(2020, 4, 30), D(2023, 4, 29), surveillances=(held,)))[0]
    assert (slot.held, slot.is_late(D(2030, 1, 1))) == (held, late)


@pytest.mark.parametrize("day", [D(2020, 4, 30), D(2023, 4, 30)])
def test_an_audit_on_the_day_of_the_decision_or_after_the_end_is_none_of_the_cycle(day):
    facts = Facts(D(2020, 4, 30), D(2023, 4, 29), surveillances=(day,))
    assert [slot.held for slot in surveillances(ISO, facts)] == [None, None]


def test_an_audit_on_the_last_day_is_of_the_cycle_a_renewal_on_the_first_is_not():
    facts = Facts(D(2020, 4, 30), D(2023, 4, 29), None, (D(2023, 4, 29),), (D(2020, 4, 30),))
    assert surveillances(ISO, facts)[0].held == facts.expires
    assert recertification(ISO, facts).held is None


def test_an_audit_that_its_own_year_needs_stands_for_no_year_before():
    held = (D(2019, 12, 1), D(2022, 5, 1))
    slots = surveillances(ISO, Facts(D(2019, 1, 10), D(2023, 1, 9), surveillances=held))
    assert [slot.held for slot in slots] == [held[0], None, None, held[1]]


def test_recertification_by_each():
    facts = Facts(D(2020, 2, 29), D(2023, 2, 28), D(2020, 2, 29))
    assert recertification(ISO, facts) == Slot(D(2020, 2, 29), D(2023, 2, 28))
    fourth_year = Slot(D(2023, 2, 28), D(2024, 2, 28))
    assert recertification(JUKNIS, facts) == fourth_year


def test_the_end_of_the_calendar_is_no_fault():
    facts = Facts(D(9998, 6, 1), date.max, date.max)
    for cycle in (ISO, JUKNIS):
        assert surveillances(cycle, facts)
        assert recertification(cycle, facts)


CERTIFICATE = """\
kind: certificate
id: SERT-1
title: C
date: 2020-04-30
number: "1"
body: LS-1
standards: [iso9001-2015]
scope: s
received: 2020-05-15
expires: 2023-04-29
"""


def certificate(folder, day: date, more: str = "", **files: str):
    """A QMS with a certificate on a day, and the certificate."""
    texts = {f"{name}.yaml": text for name, text in files.items()}
    qms = folder({"c.yaml": CERTIFICATE + more, **texts}, day)
    assert not qms.stubs
    return qms, qms.get("SERT-1", Certificate)


def audit(id: str, day: date, sort: str) -> str:
    """An audit, as a file."""
    return f"kind: audit\nid: {id}\ntitle: A\ndate: {day}\naudit_type: {sort}\n"


def test_the_earlier_day_is_planned_and_says_why(folder):
    qms, one = certificate(folder, D(2021, 6, 30))
    english = language("en")
    steps = [(english.say(s.what), s.planned, english.say(s.why)) for s in steps_of(qms, one)]
    assert steps == [
        (
            "surveillance audit 1",
            D(2021, 4, 30),
            "the earlier day, by ISO/IEC 17021-1:2015, 9.1.3, 9.5.3 and 9.6; "
            "juknis II.B5 and II.C2: 15 May 2021",
        ),
        (
            "surveillance audit 2",
            D(2022, 5, 15),
            "the earlier day, by juknis II.B5 and II.C2; "
            "ISO/IEC 17021-1:2015, 9.1.3, 9.5.3 and 9.6: 31 December 2022",
        ),
        (
            "surveillance audit 3",
            None,
            "the certificate ends on 29 April 2023, before this; the recertification takes its place",
        ),
        (
            "recertification",
            D(2023, 4, 29),
            "the earlier day, by ISO/IEC 17021-1:2015, 9.1.3, 9.5.3 and 9.6; "
            "juknis II.B5 and II.C2: 14 May 2024",
        ),
    ]


def test_a_certificate_may_follow_the_rules_of_bodies_alone(folder):
    qms, one = certificate(folder, D(2021, 6, 30), "cycle: two-surveillance\n")
    planned = [step.planned for step in steps_of(qms, one)]
    assert planned == [D(2021, 4, 30), D(2022, 12, 31), D(2023, 4, 29)]


def test_a_way_of_counting_of_the_folder_goes_before(folder):
    own = """\
kind: cycle
id: juknis
title: {en: Ours, id: Kami}
source: {en: ours, id: kami}
anchor: receipt
surveillances: [{within_months: 6}]
"""
    qms, one = certificate(folder, D(2021, 6, 30), own=own)
    assert steps_of(qms, one)[0].planned == D(2020, 11, 15)


def test_a_broken_way_of_counting_is_told_and_the_shipped_one_holds(folder):
    own = "kind: cycle\nid: juknis\nsurveillances: [{within_months: -1}]\n"
    qms, one = certificate(folder, D(2021, 6, 30), own=own)
    assert [problem.path for _, problem in qms.found][:1] == ["own.yaml"]
    assert steps_of(qms, one)[0].planned == D(2021, 4, 30)


@pytest.mark.parametrize(
    ("day", "course"),
    [
        (D(2023, 4, 29), Course.HOLDS),
        (D(2023, 4, 30), Course.RESTORABLE),
        (D(2023, 10, 29), Course.RESTORABLE),
        (D(2023, 10, 30), Course.EXPIRED),
    ],
)
def test_where_a_certificate_is_after_its_last_day(folder, day, course):
    qms, one = certificate(folder, day)
    assert stands(qms, one).course is course


def test_it_is_restored_only_if_the_open_work_is_done(folder):
    english, day = language("en"), D(2023, 5, 31)
    qms, one = certificate(folder, day)
    assert "only if this is done: the recertification audit" in english.say(stands(qms, one).to_do)
    held = audit("AUD-1", D(2023, 4, 1), "recertification")
    major = (
        "kind: finding\nid: T-1\ntitle: T\ndate: 2023-04-01\naudit: AUD-1\ngrade: major\n"
        'clause: "9.2.1"\nunit: U-1\nstatement: s\n'
    )
    qms, one = certificate(folder, day, a=held, t=major)
    assert "the major nonconformities T-1" in english.say(stands(qms, one).to_do)
    qms, one = certificate(folder, day, a=held, t=major + "accepted: 2023-05-31\n")
    assert english.say(stands(qms, one).to_do).startswith("all is done")
    qms, one = certificate(folder, day, a=held, t=major + "accepted: 2023-06-01\n")
    assert "T-1" in english.say(stands(qms, one).to_do)


@pytest.mark.parametrize(
    ("changes", "course", "until"),
    [
        ("{on: 2021-08-31, status: suspended}", Course.SUSPENDED, D(2022, 2, 28)),
        ("{on: 2021-08-31, status: withdrawn}", Course.WITHDRAWN, None),
        ("{on: 2021-08-31, status: expired}", Course.RESTORABLE, D(2022, 2, 28)),
        ("{on: 2021-09-02, status: suspended}", Course.HOLDS, D(2023, 4, 29)),
    ],
)
def test_where_a_certificate_is_after_a_change(folder, changes, course, until):
    qms, one = certificate(folder, D(2021, 9, 1), f"changes: [{changes}]\n")
    found = stands(qms, one)
    assert found.course is course
    assert found.until == until


def test_a_certificate_that_was_taken_over_goes_on_in_its_cycle(folder):
    taken = CERTIFICATE.replace("SERT-1", "SERT-2").replace("2020-04-30", "2021-09-01")
    taken = taken.replace("body: LS-1", "body: LS-2\ncontinues: SERT-1")
    qms, _ = certificate(folder, D(2021, 9, 2), taken=taken)
    later = qms.get("SERT-2", Certificate)
    assert [step.planned for step in steps_of(qms, later)][:2] == [D(2021, 4, 30), D(2022, 5, 15)]


@pytest.mark.parametrize(("given", "goes_on"), [(D(2020, 4, 30), True), (D(2020, 5, 1), False)])
def test_what_is_taken_over_was_there_on_that_day(folder, given, goes_on):
    taken = CERTIFICATE.replace("SERT-1", "SERT-0").replace("2020-04-30", f"{given}")
    qms, one = certificate(folder, D(2021, 6, 30), "continues: SERT-0\n", old=taken)
    assert (carried_on(qms, one) is not None) is goes_on


@pytest.mark.parametrize(
    ("expires", "planned"), [(D(2023, 5, 15), D(2023, 5, 15)), (D(2023, 5, 14), None)]
)
def test_on_its_last_day_a_certificate_still_has_its_surveillance(folder, expires, planned):
    text = CERTIFICATE.replace("2023-04-29", f"{expires}")
    qms = folder({"c.yaml": text}, D(2021, 6, 30))
    found = steps_of(qms, qms.get("SERT-1", Certificate))
    assert [one.planned for one in found if one.audit_type is AuditType.SURVEILLANCE][-1] == planned


@pytest.mark.parametrize(("day", "is_there"), [(D(2020, 4, 30), True), (D(2020, 4, 29), False)])
def test_a_certificate_is_there_from_the_day_of_its_decision(folder, day, is_there):
    qms, one = certificate(folder, day)
    assert (running(qms) == [one], is_active(qms, one, day)) == (is_there, is_there)


def test_certificates_that_continue_each_other_are_no_ring_without_end(folder):
    taken = CERTIFICATE.replace("SERT-1", "SERT-2") + "continues: SERT-1\n"
    qms, one = certificate(folder, D(2021, 9, 2), "continues: SERT-2\n", taken=taken)
    assert steps_of(qms, one)


OLD = CERTIFICATE.replace("2020-04-30", "2027-04-30").replace("2023-04-29", "2030-04-29")


@pytest.mark.parametrize(
    ("day", "audit_", "until"),
    [
        (D(2027, 6, 1), "surveillance audit 2", D(2029, 5, 15)),
        (D(2029, 9, 30), None, D(2029, 9, 30)),
    ],
)
def test_the_change_of_edition_is_made_at_the_last_audit_before_its_end(folder, day, audit_, until):
    text = OLD.replace("received: 2020-05-15", "received: 2027-05-15")
    qms = folder({"c.yaml": text}, day)
    found = list(changeovers(qms))
    assert [(one.to, one.until) for one in found] == [("iso9001-2026", D(2029, 9, 30))]
    at = found[0].at
    assert (language("en").say(at.what) if at else None) == audit_
    if at:
        assert at.planned == until


def test_before_the_new_edition_is_published_nobody_has_to_change(folder):
    text = CERTIFICATE.replace("2023-04-29", "2026-12-31")
    assert list(changeovers(folder({"c.yaml": text}, D(2026, 9, 15)))) == []
    assert len(list(changeovers(folder({"c.yaml": text}, D(2026, 9, 16))))) == 1


def test_what_lies_after_the_end_of_the_edition_is_due_only_once_it_is_changed(folder):
    qms = folder({"c.yaml": OLD}, D(2027, 6, 1))
    ends = "only once it is to a newer edition, since it ends on 30 September 2029"
    said = {one.day: ends in language("en").say(one.why) for one in certification(qms)}
    assert {day for day, is_said in said.items() if is_said} == {
        day for day in said if day > D(2029, 9, 30)
    }
    assert said[D(2030, 4, 29)]


def test_what_is_due_on_the_last_day_of_a_certificate_waits_for_no_newer_edition(folder):
    qms = folder({"c.yaml": CERTIFICATE}, D(2021, 6, 1))
    said = {one.day: language("en").say(one.why) for one in certification(qms)}
    assert "only once" not in said[D(2023, 4, 29)]


def test_a_certificate_that_ends_before_its_edition_is_changed_with_the_next_one(folder):
    files = {
        "c.yaml": CERTIFICATE.replace("2023-04-29", "2026-12-31"),
        "a.yaml": audit("AE-9", D(2026, 9, 20), "recertification"),
    }
    [found] = changeovers(folder(files, D(2026, 10, 1)))
    assert "SERT-1 ends before, on 31 December 2026" in language("en").say(found.why)
    assert not [*changeovers(folder(files, D(2027, 1, 1)))]  # it is to be restored first


BODY = 'kind: certification-body\nid: LS-1\ntitle: L\nversion: "1"\n'
FINDING = (
    "kind: finding\nid: T-1\ntitle: T\ndate: 2026-01-30\naudit: AUD-1\ngrade: minor\n"
    'clause: "9.2.1"\nunit: U-1\nstatement: s\n'
)


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ("", 60),
        ("responses: [{grade: minor, days: 30}]\n", 30),
        ("responses: [{grade: major, days: 30}]\n", 60),
    ],
)
def test_a_finding_is_answered_within_the_time_of_the_body(folder, more, days):
    held = audit("AUD-1", D(2026, 1, 29), "surveillance") + "until: 2026-01-30\nbody: LS-1\n"
    files = {"a.yaml": held, "b.yaml": BODY + more, "f.yaml": FINDING}
    found = [e for e in agenda(folder(files)) if e.due.matter is Matter.FINDING]
    assert [one.due.day for one in found] == [D(2026, 1, 30) + timedelta(days)]


@pytest.mark.parametrize(("day", "is_there"), [(29, False), (30, True)])
def test_a_finding_asks_for_an_answer_from_its_day_on(folder, day, is_there):
    held = audit("AUD-1", D(2026, 1, 28), "surveillance") + "until: 2026-01-29\nbody: LS-1\n"
    qms = folder({"a.yaml": held, "b.yaml": BODY, "f.yaml": FINDING}, D(2026, 1, day))
    assert any(one.due.matter is Matter.FINDING for one in agenda(qms)) is is_there


@pytest.mark.parametrize(
    ("day", "more", "late"),
    [
        (D(2026, 3, 31), "", None),
        (D(2026, 4, 1), "", D(2026, 3, 31)),
        (D(2026, 4, 1), "accepted: 2026-04-02\n", D(2026, 3, 31)),
        (D(2026, 4, 2), "accepted: 2026-04-02\n", None),
        (D(2026, 4, 1), "response_due: 2026-04-01\n", None),
        (D(2026, 4, 2), "response_due: 2026-04-01\n", D(2026, 4, 1)),
    ],
)
def test_an_answer_that_is_late_is_late_on_every_page(folder, day, more, late):
    held = audit("AUD-1", D(2026, 1, 29), "surveillance") + "until: 2026-01-30\nbody: LS-1\n"
    body = BODY + "responses: [{grade: minor, days: 60}]\n"
    qms = folder({"a.yaml": held, "b.yaml": body, "f.yaml": FINDING + more}, day)
    (listed,) = followed_findings(qms)
    (told,) = trail(qms)
    overdue = [one.due.day for one in agenda(qms) if one.is_overdue]
    assert overdue == ([late] if late else [])
    assert listed.late == late
    assert (told.outcome is Outcome.LATE) is (late is not None)


def test_a_major_of_stage_2_has_six_months_to_the_end_of_a_shorter_month(folder):
    held = audit("AUD-1", D(2025, 8, 29), "stage-2") + "until: 2025-08-31\n"
    major = FINDING.replace("minor", "major").replace("2026-01-30", "2025-08-31")
    found = [e for e in agenda(folder({"a.yaml": held, "f.yaml": major})) if e.due.id == "T-1"]
    assert [one.due.day for one in found] == [D(2025, 10, 30), D(2026, 2, 28)]
    answered = major + "accepted: 2026-03-02\n"
    found = agenda(folder({"a.yaml": held, "f.yaml": answered}))
    assert [one for one in found if one.due.id == "T-1"] == []


def test_a_first_audit_that_came_too_late_in_the_next_year_is_late_once():
    late = Facts(D(2020, 12, 31), D(2023, 12, 30), surveillances=(D(2022, 2, 1),))
    first, second = surveillances(ISO, late)
    assert (first.until, first.held) == (D(2021, 12, 31), D(2022, 2, 1))
    assert (second.until, second.held) == (D(2022, 12, 31), None)


@pytest.mark.parametrize(
    ("held", "told"),
    [
        # the second came in the year of the recertification, which asks for none: late, but held
        ([D(2021, 4, 10), D(2023, 1, 10)], [D(2021, 4, 10), D(2023, 1, 10)]),
        ([D(2021, 4, 10)], [D(2021, 4, 10), None]),
        # of two in a year the second stands for the year before; a single one for its own
        ([D(2022, 2, 1), D(2022, 9, 1)], [D(2022, 2, 1), D(2022, 9, 1)]),
        ([D(2021, 4, 10), D(2022, 12, 31)], [D(2021, 4, 10), D(2022, 12, 31)]),
    ],
)
def test_a_yearly_audit_that_comes_too_late_is_held(held, told):
    facts = Facts(D(2020, 4, 30), D(2023, 4, 29), surveillances=tuple(held))
    assert [slot.held for slot in surveillances(ISO, facts)] == told


def test_an_audit_too_early_for_one_way_of_counting_leaves_its_time_open(folder):
    held = {f"a{n}": audit(f"A-{n}", day, "surveillance") for n, day in enumerate(TWICE_2021)}
    qms, one = certificate(folder, D(2022, 1, 1), **held)
    step = steps_of(qms, one)[1]
    # the second of 2021 is the second since receipt, but 2022 has none
    assert (step.held, step.planned) == (None, D(2022, 12, 31))
    qms, one = certificate(
        folder, D(2022, 12, 31), a9=audit("A-9", D(2022, 12, 31), "surveillance"), **held
    )
    assert steps_of(qms, one)[1].held == D(2022, 12, 31)


@pytest.mark.parametrize(("day", "held"), [(D(2021, 12, 31), None), (D(2022, 1, 1), D(2022, 1, 1))])
def test_an_audit_on_the_first_day_of_a_time_is_not_too_early_for_it(day, held):
    slots = [
        (JUKNIS, Slot(D(2021, 5, 15), D(2022, 5, 15), day)),
        (ISO, Slot(D(2022, 1, 1), D(2022, 12, 31))),
    ]
    one = SimpleNamespace(expires=D(2023, 4, 29))
    assert step(one, AuditType.SURVEILLANCE, 2, slots, None).held == held


TWICE_2021 = (D(2021, 1, 20), D(2021, 11, 15))


@pytest.mark.parametrize(
    ("named", "held"),
    [("", True), ("iso9001-2026", True), ("iso9001-2015, juknis", True), ("iso37001-2016", False)],
)
def test_an_audit_to_another_standard_is_none_of_the_cycle(folder, named, held):
    """The surveillance and the recertification of another certificate renew nothing here."""
    more = f"standards: [{named}]\n" if named else ""
    first = audit("A-1", D(2021, 4, 1), "surveillance") + more
    last = audit("A-2", D(2023, 4, 1), "recertification") + more
    qms, one = certificate(folder, D(2023, 5, 1), a=first, b=last)
    found = steps_of(qms, one)
    assert [step.held is not None for step in (found[0], found[-1])] == [held, held]
    restored = language("en").say(stands(qms, one).to_do)
    assert restored.startswith("all is done") is held


def test_a_suspended_certificate_still_ends_on_its_day(folder):
    qms, _ = certificate(folder, D(2023, 3, 1), "changes: [{on: 2023-02-01, status: suspended}]\n")
    days = {one.due.day for one in agenda(qms) if one.due.matter is Matter.CERTIFICATE}
    assert max(days) == D(2023, 4, 29)  # what half a year of suspension says after that is nothing


def test_a_form_that_is_not_filled_in_yet_is_no_certificate(folder):
    form = CERTIFICATE.replace("SERT-1", "SERT-2").replace("scope: s", "scope: (isi) Lingkup")
    form = form.replace("2020", "2021").replace(
        "expires: 2023-04-29", "expires: 2023-05-01  # (isi)"
    )
    qms, one = certificate(folder, D(2022, 3, 1), form=form)
    begun = qms.get("SERT-2", Certificate)
    assert [stands(qms, each).course for each in (one, begun)] == [Course.HOLDS, Course.BEGUN]
    assert qms.fact(running) == [one]
    assert [found.certificate for found in numbers(qms, Whose(), []).certificates] == [one, begun]
    assert not [entry for entry in agenda(qms) if entry.due.id == "SERT-2"]


def other(id_: str, decision: str, **lines: str) -> str:
    """Another certificate, decided on another day, with some of its lines written anew."""
    changed = {"id": id_, "date": decision, "received": decision, **lines}
    kept = [line for line in CERTIFICATE.splitlines() if line.partition(":")[0] not in changed]
    return "\n".join([*kept, *(f"{name}: {value}" for name, value in changed.items())]) + "\n"


@pytest.mark.parametrize(
    ("decision", "days"),
    [
        # renewed before it ended, and restored up to half a year after
        ("2023-02-10", [D(2024, 12, 31), D(2025, 12, 31), D(2026, 4, 29)]),
        ("2023-10-29", [D(2024, 12, 31), D(2025, 12, 31), D(2026, 4, 29)]),
        # too late to be restored: begun again, with a first audit within twelve months
        ("2023-10-30", [D(2024, 10, 30), D(2025, 12, 31), D(2026, 4, 29)]),
    ],
)
def test_who_renews_has_no_first_audit_within_twelve_months(folder, decision, days):
    later = other("SERT-2", decision, expires="2026-04-29", cycle="two-surveillance")
    qms, _ = certificate(folder, D(2023, 11, 1), later=later)
    (runs,) = qms.fact(running)
    assert [step.planned for step in steps_of(qms, runs)] == days


@pytest.mark.parametrize(
    ("earlier", "rests_on", "first"),
    [
        # withdrawn on the day before the new decision, or on that day: begun again
        ("changes: [{on: 2021-11-29, status: withdrawn}]\n", "recertification", D(2022, 11, 30)),
        ("changes: [{on: 2021-11-30, status: withdrawn}]\n", "recertification", D(2022, 11, 30)),
        ("changes: [{on: 2021-12-01, status: withdrawn}]\n", "recertification", D(2022, 12, 31)),
        # another body has begun with a stage 2 of its own, while the old one holds
        ("", "stage-2", D(2022, 11, 30)),
        ("", "recertification", D(2022, 12, 31)),
    ],
)
def test_what_is_begun_again_is_a_first_certificate(folder, earlier, rests_on, first):
    held = audit("A-9", D(2021, 10, 10), rests_on)
    later = other("SERT-2", "2021-11-30", expires="2024-11-29", cycle="two-surveillance")
    qms, _ = certificate(folder, D(2021, 12, 2), earlier, later=later + "audit: A-9\n", held=held)
    (runs,) = qms.fact(running)
    assert steps_of(qms, runs)[0].planned == first


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        # printed anew after the first surveillance, to the new edition or a wider scope: the same cycle
        ({"standards": "[iso9001-2026]"}, ("surveillance audit 2", D(2022, 12, 31))),
        ({"scope": "wider"}, ("surveillance audit 2", D(2022, 12, 31))),
        # another end, another body, another standard: a cycle of its own
        ({"expires": "2024-05-31"}, ("surveillance audit 1", D(2022, 12, 31))),
        ({"body": "LS-2"}, ("surveillance audit 1", D(2022, 12, 31))),
        ({"standards": "[iso37001-2016]"}, ("surveillance audit 1", D(2022, 6, 1))),
    ],
)
def test_a_certificate_that_is_printed_anew_goes_on_in_its_cycle(folder, lines, told):
    anew = other("SERT-2", "2021-06-01", cycle="two-surveillance", **lines)
    held = audit("A-1", D(2021, 4, 10), "surveillance")
    qms, _ = certificate(folder, D(2021, 6, 2), anew=anew, held=held)
    later = qms.get("SERT-2", Certificate)
    first = next(step for step in steps_of(qms, later) if not step.held)
    assert (language("en").say(first.what), first.planned) == told


CONTRACT = """\
kind: contract
id: KTR-1
title: K
version: "1"
body: LS-1
standards: [iso9001-2015]
scope: s
signed_on: 2020-01-05
until: 2022-12-31
"""


@pytest.mark.parametrize(
    ("signed_on", "until", "body", "told"),
    [
        ("2022-12-31", "2025-12-31", "LS-1", ["KTR-2"]),
        ("2023-01-02", "2025-12-31", "LS-1", ["KTR-1", "KTR-2"]),  # not signed yet
        ("2022-12-31", "2025-12-31", "LS-2", ["KTR-1", "KTR-2"]),  # with another body
        ("2022-12-31", "2022-12-31", "LS-1", ["KTR-1", "KTR-2"]),  # no longer than the first
    ],
)
def test_a_contract_after_which_another_was_signed_is_not_overdue(
    folder, signed_on, until, body, told
):
    second = CONTRACT.replace("2022-12-31", until).replace("2020-01-05", signed_on)
    second = second.replace("KTR-1", "KTR-2").replace("LS-1", body)
    qms = folder({"a.yaml": CONTRACT, "b.yaml": second}, D(2023, 1, 1))
    found = [one.due.id for one in agenda(qms) if one.due.matter is Matter.CONTRACT]
    assert found == told
    assert {one.id for one in late(qms)} <= {*told}


def test_a_certificate_to_two_standards_runs_on_while_one_of_them_has_no_other(folder):
    both = other("SERT-0", "2020-01-10", standards="[iso9001-2015, iso37001-2016]")
    qms, _ = certificate(folder, D(2021, 1, 1), both=both)
    assert [one.id for one in qms.fact(running)] == ["SERT-0", "SERT-1"]
    bribery = other("SERT-3", "2020-12-01", standards="[iso37001-2016]")
    qms, _ = certificate(folder, D(2021, 1, 1), both=both, bribery=bribery)
    assert [one.id for one in qms.fact(running)] == ["SERT-1", "SERT-3"]


@pytest.mark.parametrize(
    ("changes", "course", "until"),
    [
        # the half year is counted from the last day that is printed, not from when the body says so
        ("{on: 2023-07-01, status: expired}", Course.RESTORABLE, D(2023, 10, 29)),
        (
            "{on: 2023-01-10, status: suspended}, {on: 2023-01-10, status: active}",
            *(Course.RESTORABLE, D(2023, 10, 29)),
        ),
        ("{on: 2023-08-01, status: withdrawn}", Course.WITHDRAWN, None),
    ],
)
def test_what_is_said_after_the_end_lengthens_nothing(folder, changes, course, until):
    qms, one = certificate(folder, D(2023, 8, 15), f"changes: [{changes}]\n")
    found = stands(qms, one)
    assert (found.course, found.until) == (course, until)


def test_of_two_changes_on_a_day_the_last_that_is_written_holds(folder):
    twice = "changes: [{on: 2021-03-01, status: suspended}, {on: 2021-03-01, status: active}]\n"
    qms, one = certificate(folder, D(2021, 9, 1), twice)
    assert stands(qms, one).course is Course.HOLDS


@pytest.mark.parametrize(
    ("more", "said"), [("", "as is usual"), ("responses: [{grade: minor, days: 30}]\n", "asks")]
)
def test_what_is_only_usual_is_not_said_to_be_asked_for(folder, more, said):
    held = audit("AUD-1", D(2026, 1, 29), "surveillance") + "until: 2026-01-30\nbody: LS-1\n"
    files = {"a.yaml": held, "b.yaml": BODY + more, "f.yaml": FINDING}
    (found,) = (one for one in agenda(folder(files)) if one.due.matter is Matter.FINDING)
    assert said in language("en").say(found.due.why)


@pytest.mark.parametrize(("day", "next_"), [(D(2023, 4, 29), True), (D(2023, 4, 30), False)])
def test_of_a_certificate_that_has_ended_no_audit_of_its_cycle_comes_next(folder, day, next_):
    qms, _ = certificate(folder, day)
    (told,) = numbers(qms, Whose(), []).certificates
    assert (told.next is not None) is next_


@pytest.mark.parametrize(
    ("day", "standards", "course", "until"),
    [
        (D(2029, 9, 30), "[iso9001-2015]", Course.HOLDS, D(2029, 9, 30)),
        (D(2029, 10, 1), "[iso9001-2015]", Course.EXPIRED, None),
        # another standard of it goes on, and the new edition has no end
        (D(2029, 10, 1), "[iso9001-2015, iso37001-2016]", Course.HOLDS, D(2030, 4, 29)),
        (D(2029, 10, 1), "[iso9001-2026]", Course.HOLDS, D(2030, 4, 29)),
    ],
)
def test_a_certificate_ends_with_its_edition(folder, day, standards, course, until):
    text = other("SERT-7", "2027-04-30", expires="2030-04-29", standards=standards)
    qms = folder({"c.yaml": text}, day)
    one = qms.get("SERT-7", Certificate)
    found = stands(qms, one)
    assert (found.course, found.until) == (course, until)
    assert is_active(qms, one, day) is (course is Course.HOLDS)


def test_a_suspended_certificate_is_not_held_up_by_that_which_it_has_taken_over(folder):
    """SERT-1 is still printed as active; who has suspended SERT-2 would else be called certified."""
    taken = other("SERT-2", "2021-06-01", continues="SERT-1", expires="2023-04-29")
    taken += "changes: [{on: 2021-09-01, status: suspended}]\n"
    qms, _ = certificate(folder, D(2021, 10, 1), later=taken)
    assert is_in_cycle(qms)
    assert [str(language("en").say(one.why))[:19] for one in uncertified(qms)] == [
        "SERT-2 suspended: s"
    ]


@pytest.mark.parametrize(("held", "is_late"), [(D(2026, 5, 1), False), (D(2026, 5, 2), True)])
def test_a_step_is_late_a_day_after_that_for_which_it_was_planned(held, is_late):
    planned = SimpleNamespace(planned=D(2026, 5, 1), held=held)
    assert Step.is_late(planned, D(2030, 1, 1)) is is_late
    planned.held = None
    assert Step.is_late(planned, held) is is_late


@pytest.mark.parametrize(("day", "scope"), [(4, "A"), (5, "B"), (6, "C")])
def test_the_scope_of_a_certificate_is_that_of_the_last_change_up_to_the_day(day, scope):
    changes = [SimpleNamespace(on=D(2026, 5, n), scope=to) for n, to in ((6, "C"), (5, "B"))]
    certificate = Certificate.model_construct(scope="A", changes=changes)
    assert scope_on(certificate, D(2026, 5, day)) == scope


@pytest.mark.parametrize(("day", "counts"), [(1, False), (2, True)])
def test_an_audit_on_the_day_of_the_decision_is_none_after_it(day, counts):
    audit = SimpleNamespace(audit_type=AuditType.SURVEILLANCE, date=D(2026, 5, day), standards=())
    certificate = Certificate.model_construct(date=D(2026, 5, 1), standards=())
    qms = SimpleNamespace(fact=lambda _: [audit])
    assert bool(audits_of(qms, certificate, AuditType.SURVEILLANCE)) is counts


ACTION = """\
kind: corrective-action
id: TK-1
title: A
date: 2026-03-02
unit: U-1
statement: S
cause: C
actions: [{what: W, due: 2026-04-01}]
"""


@pytest.mark.parametrize(("day", "rows"), [(1, 0), (2, 1)])
def test_an_action_is_followed_from_its_day_on(folder, day, rows):
    qms = folder({"a.yaml": ACTION}, D(2026, 3, day))
    assert len(followed_actions(qms)) == rows
