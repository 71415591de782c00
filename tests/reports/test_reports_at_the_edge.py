"""What a report says of the very day, of the last that it shows, and of what is just enough."""

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest

from folders import TODAY, TOMORROW, YESTERDAY
from smmkit.analyses.auditing.coverage import half_of
from smmkit.page import Tone
from smmkit.reports import criteria
from smmkit.reports.agenda import ics, proof, reminders, report
from smmkit.reports.audits import flow, hours
from smmkit.reports.audits.coverage import CoverageReport
from smmkit.reports.competence import CompetenceReport
from smmkit.reports.detail import drawn
from smmkit.reports.drill import NAMED, documents
from smmkit.reports.gap import demands
from smmkit.reports.gap.changes import together
from smmkit.reports.history import of_versions
from smmkit.reports.kpi.comparing import signed
from smmkit.reports.next_steps import FEW, few
from smmkit.words import language, say

ENGLISH = language("en")
REVIEW = (
    "kind: management-review\nid: RTM-1\ntitle: R\ndate: %s\nchair: P-1\ninputs: []\ndecisions:\n"
    "  - {decision_type: improvement, what: A list, owner: U-1, due: %s}\n"
)


def test_a_line_of_a_calendar_is_folded_when_it_is_longer_than_it_may_be():
    assert list(ics.folded("a" * ics.LONGEST)) == ["a" * ics.LONGEST]
    assert list(ics.folded("a" * ics.LONGEST + "b")) == ["a" * ics.LONGEST, " b"]


@pytest.mark.parametrize(("more", "tone"), [(0, Tone.WARN), (1, Tone.GOOD)])
def test_a_proof_that_lapses_on_the_last_day_that_is_soon_is_told(more, tone):
    lapses = SimpleNamespace(lapses=TODAY + timedelta(proof.SOON + more))
    seen = SimpleNamespace(qms=SimpleNamespace(as_of=TODAY))
    assert proof.ProofReport.shade(seen, lapses) is tone


@pytest.mark.parametrize(("more", "soon"), [(0, 1), (1, 0)])
def test_what_is_due_on_the_last_day_that_is_soon_counts_as_soon(folder, more, soon):
    due = TODAY + timedelta(report.SOON + more)
    qms = folder({"r.yaml": REVIEW % ("2026-02-02", due)}, TODAY)
    found = report.AgendaReport(qms, report.Choice())
    (entry,) = [one for one in found.entries if one.due.day == due]
    assert report.tone(entry) is (Tone.WARN if soon else Tone.PLAIN)
    counted = sum(0 <= one.days_left <= report.SOON for one in found.entries)
    fields = found.page(None).blocks[0].rows
    assert [cell.value for name, cell in fields if "Within" in name.text] == [counted]


@pytest.mark.parametrize(("more", "is_told"), [(0, False), (1, True)])
def test_a_reminder_says_that_there_is_more_when_there_is(folder, more, is_told):
    due = SimpleNamespace(what="A list", id="RTM-1", day=TODAY, document=SimpleNamespace(title="R"))
    entry = SimpleNamespace(due=due, is_overdue=False, days_left=0)
    told = [one.text for one in reminders.lines(folder({}), [entry] * (reminders.MOST + more))]
    assert any(one.startswith("and ") for one in told) is is_told


def test_a_half_year_that_runs_without_an_audit_is_a_gap_and_one_that_is_over_is_past():
    report_ = SimpleNamespace(qms=SimpleNamespace(as_of=TODAY))
    none = SimpleNamespace(held={}, planned={})
    for day, tone in ((TODAY, Tone.WARN), (date(2025, 12, 31), Tone.MUTED)):
        assert CoverageReport.cell(report_, half_of(day))(none).tone is tone


@pytest.mark.parametrize(("ways", "shape"), [(0, "ACTION"), (1, "ACTION"), (2, "DECISION")])
def test_one_way_on_is_no_decision(ways, shape):
    steps = tuple(SimpleNamespace(ways=[None] * n) for n in (0, ways, 0))
    assert flow.shape_of(steps, 1).name == shape


@pytest.mark.parametrize(("last", "is_told"), [(TODAY, False), (TOMORROW, True)])
def test_an_audit_that_ends_on_its_last_day_is_not_too_long(monkeypatch, last, is_told):
    monkeypatch.setattr(hours, "ends", lambda _: TODAY)
    planned = SimpleNamespace(audit=None, lines=[SimpleNamespace(on=last)])
    assert (hours.HoursReport.too_long.fget(planned) is not None) is is_told


@pytest.mark.parametrize(("due", "tone"), [(YESTERDAY, Tone.BAD), (TODAY, Tone.PLAIN)])
def test_what_is_due_today_for_a_competence_is_not_late(due, tone):
    one = SimpleNamespace(due=due, sufficient=False, id="T-1", title="T", competences=["C-1"])
    seen = SimpleNamespace(as_of=TODAY, plans=[one])
    assert CompetenceReport.due(seen, SimpleNamespace(entry=one)).tone is tone
    assert CompetenceReport.to_come(seen).rows[0][-1].tone is tone


@pytest.mark.parametrize(
    ("in_force", "until", "holds"),
    [(TODAY, TODAY, True), (TOMORROW, TOMORROW, False), (YESTERDAY, YESTERDAY, False)],
)
def test_a_law_holds_on_its_first_and_on_its_last_day(folder, in_force, until, holds):
    laws = (
        "kind: regulations\nid: DP-1\ntitle: D\nversion: '1'\nclassification: open\nentries:\n"
        f"  - {{id: PER-1, title: Law, number: Law 1, in_force: {in_force}, until: {until}}}\n"
    )
    sent = "kind: submission\nid: S-1\ntitle: S\ndate: 2026-02-10\nrecipient: Body\nclassification: open\n"
    classes = "classes: [{id: open, title: Open, outside: true}]\n"
    qms = folder({"l.yaml": laws, "s.yaml": sent}, TODAY, classes)
    assert not qms.stubs
    told = {name.text: cell for name, cell in criteria.organization(qms, qms.things["S-1"])}
    assert ("Law 1" in str(told["Laws and regulations"].value)) is holds


@pytest.mark.parametrize(("day", "is_told"), [(TODAY, True), (TOMORROW, False)])
def test_a_review_of_today_was_held(folder, day, is_told):
    qms = folder({"r.yaml": REVIEW % (day, "2026-04-01")}, TODAY)
    told = {name.text: cell for name, cell in criteria.checked(qms)}
    assert (told["Management reviews"].tone is not Tone.WARN) is is_told


@pytest.mark.parametrize(("last", "is_told"), [(TODAY, True), (YESTERDAY, False)])
def test_a_planned_audit_is_to_come_until_its_last_day(folder, last, is_told):
    programme = (
        "kind: audit-programme\nid: PA-1\ntitle: P\nversion: '1'\nsince: 2026-01-01\nuntil: 2026-12-31\n"
        f"entries: [{{id: RA-1, title: A, audit_type: internal, since: 2026-02-01, until: {last}}}]\n"
    )
    qms = folder({"p.yaml": programme}, TODAY)
    assert [one.id for one in criteria.still_planned(qms)] == ["RA-1"] * is_told


def test_steps_that_lead_to_one_another_have_no_sign_of_their_own_for_the_end(folder):
    steps = "steps: [{activity: Take it, actor: Clerk}, {activity: File it, actor: Clerk}]\n"
    head = "kind: procedure\nid: SOP-1\ntitle: S\nversion: '1'\npurpose: P\n"
    (figure,) = drawn(folder({"s.yaml": head + steps}).things["SOP-1"])
    assert len(figure.drawing.steps) == 2


def test_no_more_is_told_where_there_is_none():
    assert documents(SimpleNamespace(documents=["D"] * NAMED)) == ", ".join(["D"] * NAMED)
    lack = SimpleNamespace(document=SimpleNamespace(id="D-1"), why="x")
    ask = SimpleNamespace(lacks=[lack] * demands.MOST, uncovered=[])
    assert len(demands.missing(ask)) == demands.MOST
    said = say("{id} is a draft", id="D-1")
    assert together([said]) == [said]


@pytest.mark.parametrize(("there", "tone"), [(2, Tone.GOOD), (1, Tone.WARN), (0, Tone.BAD)])
def test_as_many_as_are_asked_for_are_enough(there, tone):
    way = SimpleNamespace(proof=SimpleNamespace(at_least=2))
    ask = SimpleNamespace(met_by=[SimpleNamespace(id=f"D-{n}") for n in range(there)], uncovered=[])
    assert demands.found_cell(way, ask).tone is tone


@pytest.mark.parametrize(("since", "tone"), [(TODAY, Tone.PLAIN), (TOMORROW, Tone.WARN)])
def test_a_version_holds_from_its_first_day(folder, since, tone):
    version = SimpleNamespace(since=since)
    assert of_versions(folder({}, TODAY))[1].cell(version).tone is tone


@pytest.mark.parametrize(
    ("number", "said"), [("0", "as before"), ("-1", "1.00 lower"), ("1", "1.00 higher")]
)
def test_no_difference_is_as_before(number, said):
    assert ENGLISH.say(signed(Decimal(number))) == said


def test_a_unit_without_an_audit_in_this_half_year_is_told_now(folder):
    qms = folder({}, TODAY)
    now = half_of(TODAY)
    unit = SimpleNamespace(unit=SimpleNamespace(id="U-1"), is_gap=lambda half: half == now)
    seen = SimpleNamespace(qms=qms, units=[unit], processes=[], missing=[])
    _, cell = CoverageReport.totals(seen, [now]).rows[0]
    assert "U-1" in str(cell.value)


@pytest.mark.parametrize(("count", "named"), [(FEW, FEW), (FEW + 1, FEW)])
def test_some_files_are_named_and_how_many_more_there_are(count, named):
    said = ENGLISH.say(few([f"{n}.yaml" for n in range(count)]))
    assert said.count(".yaml") == named
    assert ("more" in said) is (count > FEW)
