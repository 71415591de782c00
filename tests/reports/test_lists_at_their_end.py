"""What a report says where nothing is left over, where a value just reaches, and on the very day."""

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest

from folders import OBJECTIVE, TODAY, TOMORROW, YESTERDAY
from smmkit.analyses.kpis.kpi import results
from smmkit.analyses.kpis.scorecard import Group
from smmkit.page import Tone
from smmkit.reports import next_steps, rollup, screen, service, stage1
from smmkit.reports.kpi import overview, tables
from smmkit.reports.master import came_back, is_late
from smmkit.reports.review_inputs import ReviewInputsReport
from smmkit.reports.risk import RiskReport
from smmkit.reports.status import blocks
from smmkit.reports.status.certificates import next_day
from smmkit.reports.survey import SurveyReport, parts
from smmkit.words import language

ENGLISH = language("en")
SEEN = SimpleNamespace(as_of=TODAY)


@pytest.mark.parametrize(("day", "is_back"), [(TODAY, True), (TOMORROW, False)])
def test_a_copy_that_came_back_today_is_back(day, is_back):
    assert came_back(SimpleNamespace(copy=SimpleNamespace(recalled=day)), SEEN) is is_back


@pytest.mark.parametrize(("day", "late"), [(YESTERDAY, True), (TODAY, False)])
def test_what_is_due_today_is_not_late(day, late):
    tone = Tone.BAD if late else Tone.PLAIN
    kept = SimpleNamespace(
        document=SimpleNamespace(review_by=day), standing=SimpleNamespace(state=None)
    )
    assert is_late(kept, SEEN) is late
    assert rollup.until(SimpleNamespace(certified_until=day), TODAY).tone is tone
    assert next_day(SEEN, SimpleNamespace(by=day)).tone is tone
    numbers = SimpleNamespace(
        management_review=day, red=[], unmeasured=[], findings=[], overdue=0, reviews=0, kpis=0
    )
    numbers.period = None
    qms = SimpleNamespace(stubs=[], as_of=TODAY)
    assert blocks.head(qms, None, None, [], numbers).rows[-1][1].tone is tone


@pytest.mark.parametrize(("more", "is_told"), [(0, False), (1, True)])
def test_that_there_is_more_is_told_where_there_is(folder, more, is_told):
    paths = [f"{n}.md" for n in range(next_steps.FEW + more)]
    assert (" and " in ENGLISH.say(next_steps.few(paths))) is is_told
    trace = SimpleNamespace(where="line 1", shown="x")
    count = screen.FIRST + more
    group = SimpleNamespace(traces=[trace] * count, count=count)
    assert len(screen.places(group)) == screen.FIRST + more
    finding = SimpleNamespace(
        id="T-1", grade=SimpleNamespace(label="x"), clause="8.1", unit="U-1", title="T", date=TODAY
    )
    qms = folder({}, TODAY)
    assert len(blocks.finding_table(qms, [finding] * (blocks.MOST + more))) == 2 + more
    due = SimpleNamespace(day=TODAY, matter=SimpleNamespace(label="x"), id="T-1", what="x")
    entry = SimpleNamespace(due=due, is_overdue=False, seen_to_by=[])
    assert len(blocks.soon_table(qms, [entry] * (blocks.MOST + more))) == 2 + more
    numbers = SimpleNamespace(
        unmeasured=[f"K-{n}" for n in range(blocks.NAMED + more)],
        red=[],
        findings=[],
        overdue=0,
        reviews=0,
        kpis=0,
        period=None,
        management_review=None,
    )
    told = blocks.head(qms, None, None, [], numbers).rows[-1][1].value
    assert ("…" in told.values["steps"]) is is_told


@pytest.mark.parametrize(
    ("proved", "tone"),
    [("99", Tone.GOOD), ("98.9", Tone.WARN), ("60", Tone.WARN), ("59.9", Tone.BAD)],
)
def test_a_phase_is_full_or_half_from_that_share_on(proved, tone):
    totals = SimpleNamespace(proved=Decimal(proved), applicable=10)
    one = SimpleNamespace(totals=totals, phase=SimpleNamespace(label="Plan"))
    assert blocks.arc(one, 0).tone is tone


@pytest.mark.parametrize(("value", "reached"), [("80", 1), ("79.9", 0)])
def test_a_kpi_that_just_reaches_its_target_is_on_it(folder, value, reached):
    qms = folder({"o.yaml": OBJECTIVE, "k.csv": f"period,value\n2025,{value}\n"}, TODAY)
    found = results(qms, "2025")
    assert overview.counted(found, found)[2][1].value == reached
    assert Group.reached.fget(SimpleNamespace(judged=found)) == reached


def test_one_value_alone_is_no_chart(monkeypatch):
    monkeypatch.setattr(tables, "history", lambda *_: [None])
    found = SimpleNamespace(kpi=None, period="2025")
    assert tables.over_time(None, [found]) == []


@pytest.mark.parametrize(("appetite", "tone"), [(6, Tone.GOOD), (5, Tone.BAD)])
def test_a_cell_at_the_level_that_is_accepted_is_good(folder, appetite, tone):
    qms = folder({}, TODAY, f"risk: {{appetite: {appetite}}}\n")
    report = RiskReport(qms, qms.settings.risk)
    assert report.cell(2, 3, {(2, 3): 1}).tone is tone


def test_where_there_was_no_review_the_time_is_from_the_beginning(folder):
    for since, text in ((date.min, "the beginning"), (date.min + timedelta(1), None)):
        report = SimpleNamespace(
            inputs=[], unfilled=[], since=since, as_of=TODAY, qms=folder({}, TODAY)
        )
        first = ReviewInputsReport.page(report, None).blocks[0].rows[0][1].value
        assert getattr(first, "text", None) == text


def row(**more):
    plain = {
        "name": "A", "unread": 0, "proved": None, "ready": (), "open_majors": 0, "open_findings": 0,
        "overdue": 0, "standard": "iso9001-2015", "as_of": TODAY,
    }  # fmt: skip
    return SimpleNamespace(**{**plain, **more})


def test_what_agencies_share_is_said_once():
    one = row()
    assert rollup.RollupReport.twice.fget(SimpleNamespace(ranked_rows=[one])) == []
    assert rollup.RollupReport.twice.fget(SimpleNamespace(ranked_rows=[one, row(name="a")]))
    assert rollup.of_several([one, one]) == rollup.of_several_days([one, one]) == []
    assert rollup.days([one, one]).text == "as of {day}"
    other = row(standard="iso9001-2026", as_of=TOMORROW)
    assert rollup.of_several([one, other])
    assert rollup.of_several_days([one, other])
    assert rollup.days([one, other]).text == "as of {first} to {last}"


def test_an_agency_with_a_file_that_cannot_be_read_stands_below_one_without():
    assert rollup.standing(row()) < rollup.standing(row(unread=1))


@pytest.mark.parametrize(("months", "is_drawn"), [(1, False), (2, True)])
def test_two_months_are_drawn(folder, months, is_drawn):
    known = [
        SimpleNamespace(month=f"2026-0{n + 1}", share=Decimal(90), service="L-1")
        for n in range(months)
    ]
    report = service.ServiceReport(folder({}))
    assert (report.drawn(known) is not None) is is_drawn


@pytest.mark.parametrize(("answered", "tone"), [(2, Tone.PLAIN), (1, Tone.WARN)])
def test_all_that_were_answered_are_not_marked(answered, tone):
    assert service.unanswered(SimpleNamespace(answered=answered, number=2)).tone is tone


def test_no_findings_are_counted_where_there_are_none():
    reference = stage1.Reference.__new__(stage1.Reference)
    answer = SimpleNamespace(evidence=[reference] * 2, findings=[], omitted=[])
    (told,) = stage1.others(answer, "all.html#clause_8_1")
    assert told.to == "all.html#clause_8_1"


@pytest.mark.parametrize(("given", "tone"), [(30, Tone.PLAIN), (29, Tone.WARN)])
def test_as_many_answers_as_are_needed_are_enough(given, tone):
    assert parts.few(given).tone is tone
    outcome = SimpleNamespace(
        result=SimpleNamespace(answers=given), survey=SimpleNamespace(population=100)
    )
    assert SurveyReport.answers(SimpleNamespace(outcome=outcome, needed=30)).tone is tone


@pytest.mark.parametrize(("now", "tone"), [("3", Tone.PLAIN), ("2.9", Tone.WARN)])
def test_a_score_that_has_not_moved_has_not_fallen(now, tone):
    assert parts.change(Decimal(now), Decimal(3)).tone is tone
