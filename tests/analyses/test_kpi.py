"""A KPI in a period: what is missing is missing, never 0; a part of a year is not the year."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from smmkit.analyses.kpis.kpi import before, is_counted, last_period, results, told_period
from smmkit.analyses.kpis.result import Progress
from smmkit.analyses.kpis.targets import aggregated
from smmkit.analyses.lifecycle.state import Standing, State
from smmkit.documents.objective import Aggregation, Frequency, Kpi

SCALES = """\
scales:
  - id: nko
    title: Names
    bands:
      - {at_least: 110, label: {en: very good, id: sangat baik}}
      - {at_least: 90, label: {en: good, id: baik}}
  - id: sakip
    title: Words
    words: [{word: BB, value: 70}, {word: A, value: 80}]
"""

OBJECTIVE = """\
kind: objective
id: OBJ-01
title: Fast
version: "1"
statement: Fast
policy_point: PP-1
perspective: customer
units: [U-1]
kpis:
  - id: KPI-01
    title: Days
    measured_in: days
    formula: %(formula)s
    aggregation: %(aggregation)s
    frequency: %(frequency)s
    series: data.csv
    %(more)s
    targets: [%(targets)s]
"""


@pytest.fixture
def judged(folder):
    """The one result of a KPI with these values in a period."""

    def result(values, period, as_of=date(2027, 1, 1), **how):
        defaults = {
            "formula": "maximize",
            "aggregation": "sum",
            "frequency": "quarterly",
            "more": "scale: nko",
            "targets": f'{{period: "{period[:4]}", value: 20}}',
        }
        lines = "".join(f"{when},{value}\n" for when, value in values.items())
        files = {
            "objective.yaml": OBJECTIVE % (defaults | how),
            "data.csv": "period,value\n" + lines,
        }
        qms = folder(files, as_of, SCALES)
        assert len(qms.documents) == 2, qms.found
        (found,) = results(qms, period)
        return found

    return result


YEAR = {"2026-Q1": 4, "2026-Q2": 5, "2026-Q3": 4, "2026-Q4": 5}


def test_four_quarters_are_added_to_a_year(judged):
    found = judged(YEAR, "2026")
    assert (found.actual, found.target, found.achievement) == (18, 20, 90)
    assert found.progress is Progress.MEASURED
    assert (found.measured, found.due, found.missing) == (4, 4, ())
    assert found.band.label.en == "good"


@pytest.mark.parametrize(("how", "actual"), [("sum", "18"), ("average", "4.5"), ("last", "5")])
def test_sum_average_and_last(judged, how, actual):
    assert judged(YEAR, "2026", aggregation=how).actual == Decimal(actual)


def test_published_consolidations():
    fours = [Decimal(n) for n in (4, 5, 4, 5)]
    assert aggregated(Aggregation.SUM, fours) == 18
    assert aggregated(Aggregation.AVERAGE, [Decimal("3.25")] * 4) == Decimal("3.25")
    assert aggregated(Aggregation.LAST, fours) == 5
    assert [aggregated(how, []) for how in Aggregation] == [None] * 5


def test_the_last_value_is_that_of_the_last_period_whatever_the_order_of_the_lines(judged):
    turned = dict(reversed({**YEAR, "2026-Q4": 7}.items()))
    assert judged(turned, "2026", aggregation="last").actual == 7


def test_while_a_value_that_is_due_is_missing_there_is_no_achievement(judged):
    found = judged({**YEAR, "2026-Q2": ""}, "2026")
    assert found.progress is Progress.INCOMPLETE
    assert (found.achievement, found.band) == (None, None)
    assert (found.missing, found.measured, found.due) == (("2026-Q2",), 3, 4)
    assert found.actual == 13


@pytest.mark.parametrize(
    ("how", "as_of", "is_due"),
    [
        ("", date(2026, 9, 30), False),
        ("", date(2026, 10, 14), False),
        ("", date(2026, 10, 15), True),
        ("reporting_days: 0", date(2026, 9, 30), False),
        ("reporting_days: 0", date(2026, 10, 1), True),
        ("reporting_days: 3", date(2026, 10, 5), False),
        ("reporting_days: 3", date(2026, 10, 6), True),
    ],
)
def test_a_value_is_due_when_its_period_and_the_time_to_report_it_are_over(
    judged, how, as_of, is_due
):
    found = judged({"2026-Q1": 4, "2026-Q2": 5}, "2026", as_of, more=how)
    progress = Progress.INCOMPLETE if is_due else Progress.MEASURED
    missing = ("2026-Q3",) if is_due else ()
    assert (found.due, found.missing, found.progress) == (2 + is_due, missing, progress)
    assert found.last_complete == (None if is_due else "2026-Q2")


def test_a_value_that_came_early_counts_and_what_lies_before_it_is_due(judged):
    found = judged({"2026-Q1": 4, "2026-Q3": 5}, "2026", date(2026, 9, 30))
    assert (found.missing, found.progress) == (("2026-Q2",), Progress.INCOMPLETE)


def test_a_part_of_a_sum_has_no_name_by_the_target_of_the_whole(judged):
    found = judged({"2026-Q1": 30}, "2026", date(2026, 5, 1))
    assert (found.band, found.is_part_of_sum, found.achievement) == (None, True, 150)
    targets = '{period: "2026", value: 20}, {period: "2026-Q1", value: 25}'
    found = judged({"2026-Q1": 30}, "2026", date(2026, 5, 1), targets=targets)
    assert (found.target, found.achievement, found.is_part_of_sum) == (25, 120, False)
    assert found.band.label.en == "very good"


def test_while_nothing_is_due_the_last_complete_period_is_shown_and_said(judged):
    both = '{period: "2025", value: 20}, {period: "2026", value: 40}'
    year = {f"2025-Q{n}": 5 for n in range(1, 5)}
    found = judged(year, "2026", date(2026, 1, 20), targets=both)
    assert (found.period, found.last_complete, found.achievement) == ("2026", "2025", 100)
    assert judged(year, "2027", date(2026, 1, 20), targets=both).progress is Progress.NO_TARGET


@pytest.mark.parametrize(
    ("as_of", "told"), [(date(2025, 12, 31), None), (date(2026, 1, 1), "2025")]
)
def test_the_period_before_is_shown_from_the_first_day_of_a_period_on(judged, as_of, told):
    both = '{period: "2025", value: 20}, {period: "2026", value: 40}'
    how = {"targets": both, "more": "reporting_days: 0"}
    found = judged({f"2025-Q{n}": 5 for n in range(1, 5)}, "2026", as_of, **how)
    assert found.last_complete == told


@pytest.mark.parametrize(
    ("state", "since", "counts"),
    [
        (State.DRAFT, None, False),
        (State.IN_FORCE, date(2026, 1, 1), True),
        (State.WITHDRAWN, date(2026, 12, 31), False),
        (State.WITHDRAWN, date(2027, 1, 1), True),
    ],
)
def test_what_is_gone_before_the_end_of_a_period_does_not_count_in_it(judged, state, since, counts):
    found = judged(YEAR, "2026")
    stands = {found.objective.id: Standing(state, None, since)}
    assert is_counted(SimpleNamespace(fact=lambda _: stands), found) is counts


def test_a_value_of_the_day_counts(judged):
    assert judged({"2026-Q1": 4}, "2026", date(2026, 3, 31)).actual == 4


def test_a_value_of_zero_is_a_value(judged):
    found = judged(dict.fromkeys(YEAR, 0), "2026")
    assert (found.progress, found.actual, found.achievement) == (Progress.MEASURED, 0, 0)
    assert found.band is None


def test_without_values_without_target_before_its_time(judged):
    assert judged({}, "2026").progress is Progress.NO_DATA
    assert judged({}, "2026").actual is None
    assert judged({}, "2026", date(2026, 3, 30)).progress is Progress.NOT_DUE
    other = judged(YEAR, "2026", targets='{period: "2025", value: 1}')
    assert (other.progress, other.target, other.achievement) == (Progress.NO_TARGET, None, None)
    assert other.actual == 18


def test_what_no_formula_can_count_says_so(judged):
    found = judged(YEAR, "2026", formula="minimize-to-zero")
    assert (found.progress, found.achievement) == (Progress.NO_FORMULA, None)


def test_a_quarter_of_monthly_values(judged):
    values = {f"2026-{month:02}": month for month in range(1, 13)}
    found = judged(values, "2026-Q3", frequency="monthly", targets='{period: "2026-Q3", value: 12}')
    assert (found.actual, found.achievement) == (24, 200)


def test_values_of_other_years_do_not_count(judged):
    assert judged({**YEAR, "2025-Q4": 100, "2024-Q1": 100}, "2026").actual == 18


def test_a_yearly_value_says_nothing_of_a_quarter(judged):
    found = judged(
        {"2026": 8}, "2026-Q4", frequency="yearly", targets='{period: "2026-Q4", value: 8}'
    )
    assert (found.progress, found.actual) == (Progress.NOT_DUE, None)


def test_the_target_of_a_year_may_follow_from_its_quarters(judged):
    quarters = ", ".join(f'{{period: "2026-Q{n}", value: {n}}}' for n in (1, 2, 3, 4))
    assert judged(YEAR, "2026", targets=quarters).target == 10
    assert judged(YEAR, "2026", targets=quarters).since is None
    assert judged(YEAR, "2026", targets=quarters, aggregation="average").target == Decimal("2.5")
    assert judged(YEAR, "2026", targets=quarters, aggregation="last").target == 4
    own = quarters + ', {period: "2026", value: 99}'
    assert judged(YEAR, "2026", targets=own).target == 99


@pytest.mark.parametrize(
    "there", [(1, 2), (2, 4), (1, 2, 3), (1, 4), (1, 2, 2, 3, 4)], ids=lambda n: f"Q{n}"
)
def test_targets_of_some_quarters_are_no_target_of_the_year(judged, there):
    some = ", ".join(f'{{period: "2026-Q{n}", value: {n}}}' for n in there)
    assert judged(YEAR, "2026", targets=some).progress is Progress.NO_TARGET


@pytest.mark.parametrize(
    ("as_of", "how", "told"),
    [
        # two quarters are asked for, and 4 + 5 of them; what was measured before has no target
        (date(2027, 1, 31), "sum", (9, 7, 2, "2026-Q3", None)),
        (date(2026, 11, 30), "sum", (4, 3, 1, "2026-Q3", "2026-Q3")),
        (date(2026, 11, 30), "last", (4, 3, 1, "2026-Q3", "2026-Q3")),
        (date(2026, 9, 1), "sum", (None, 7, 0, "2026-Q3", None)),
    ],
)
def test_a_kpi_that_begins_in_mid_year_is_judged_from_there(judged, as_of, how, told):
    later = '{period: "2026-Q4", value: 4}, {period: "2026-Q3", value: 3}'
    values = {quarter: YEAR[quarter] for quarter in YEAR if quarter < named_quarter(as_of)}
    found = judged(values, "2026", as_of, targets=later, aggregation=how)
    assert (found.actual, found.target, found.due, found.since, found.last_complete) == told


def named_quarter(day: date) -> str:
    """The quarter of a day."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def test_values_that_stop_in_mid_year_are_told_as_lacking_not_as_last_year(folder):
    how = {"formula": "maximize", "aggregation": "sum", "frequency": "quarterly"}
    how |= {
        "more": "scale: nko",
        "targets": '{period: "2025", value: 4}, {period: "2026", value: 4}',
    }
    lines = "".join(f"2025-Q{n},1\n" for n in (1, 2, 3, 4)) + "2026-Q1,1\n"
    files = {"objective.yaml": OBJECTIVE % how, "data.csv": "period,value\n" + lines}
    told = {day: told_period(folder(files, day, SCALES)) for day in (D_MAY, D_AUGUST)}
    assert told == {D_MAY: "2025", D_AUGUST: "2026"}


D_MAY, D_AUGUST = date(2026, 5, 31), date(2026, 8, 31)


def test_the_target_of_a_quarter_is_that_of_its_year_unless_values_are_added_up(judged):
    assert judged(YEAR, "2026-Q1", aggregation="average").target == 20
    assert judged(YEAR, "2026-Q1", aggregation="last").target == 20
    assert judged(YEAR, "2026-Q1", aggregation="sum").progress is Progress.NO_TARGET


def test_the_last_target_is_that_of_the_last_period_whatever_the_order_of_the_lines(judged):
    turned = ", ".join(f'{{period: "2026-Q{n}", value: {n}}}' for n in (4, 3, 2, 1))
    assert judged(YEAR, "2026", targets=turned, aggregation="last").target == 4


@pytest.mark.parametrize(
    ("actual", "band"), [("22", "very good"), ("21.9999", "good"), ("18", "good"), ("17.999", None)]
)
def test_a_band_is_reached_by_the_unrounded_number(judged, actual, band):
    found = judged({"2026": actual}, "2026", frequency="yearly")
    assert (found.band.label.en if found.band else None) == band


def test_words_count_by_their_scale_and_are_shown(judged):
    found = judged(
        {"2026": "BB"},
        "2026",
        formula="ordinal",
        aggregation="last",
        frequency="yearly",
        more="words: sakip",
        targets='{period: "2026", word: A}',
    )
    assert (found.actual, found.actual_word) == (70, "BB")
    assert (found.target, found.target_word, found.achievement) == (80, "A", Decimal("87.5"))


def test_of_several_words_the_last_is_shown(judged):
    quarters = {"2026-Q1": "BB", "2026-Q2": "A", "2026-Q3": "A", "2026-Q4": "BB"}
    target = '{period: "2026", word: A}'
    how = {"formula": "ordinal", "aggregation": "last", "more": "words: sakip", "targets": target}
    assert judged(quarters, "2026", **how).actual_word == "BB"
    assert judged(quarters | {"2026-Q4": "A"}, "2026", **how).actual_word == "A"


def test_the_last_period_is_the_year_of_the_last_value_else_of_the_last_target(folder):
    words = {"formula": "maximize", "aggregation": "sum", "frequency": "quarterly", "more": ""}
    words |= {"targets": '{period: "2027", value: 1}, {period: "2026", value: 1}'}
    objective = {"objective.yaml": OBJECTIVE % words}
    assert last_period(folder(objective)) == "2027"
    measured = objective | {"data.csv": "period,value\n2025-Q1,1\n2024-Q4,1\n2026-Q4,\n"}
    assert last_period(folder(measured)) == "2025"
    assert last_period(folder({})) is None


@pytest.mark.parametrize(
    ("actual", "reached"),
    [(40, "80"), (50, "100"), (60, "100"), (70, "100"), (77, "110")],
)
def test_within_a_range_is_on_target_and_beside_it_the_nearer_end_is_the_measure(
    judged, actual, reached
):
    targets = '{period: "2026", value: 50, up_to: 70}'
    found = judged({"2026": actual}, "2026", frequency="yearly", targets=targets)
    assert found.achievement == Decimal(reached)
    assert (found.target, found.target_up_to) == (50, 70)


def test_of_quarters_with_ranges_both_ends_are_counted_together(judged):
    ends = ", ".join(f'{{period: "2026-Q{n}", value: {n}, up_to: {n + 1}}}' for n in range(1, 5))
    found = judged(YEAR, "2026", targets=ends)
    assert (found.target, found.target_up_to) == (10, 14)


@pytest.mark.parametrize(
    ("year", "word", "reached"), [("2025", "minimize", 80), ("2026", "minimize-to-zero", 60)]
)
def test_targets_that_fall_to_zero_are_counted_each_by_the_formula_that_it_says(
    judged, year, word, reached
):
    targets = '{period: "2025", value: 5}, {period: "2026", value: 0}'
    values = {"2025": 6, "2026": 4}
    more = {"frequency": "yearly", "targets": targets, "more": "worst: 10"}
    found = judged(values, year, formula="minimize", **more)
    assert (found.achievement, found.formula.data.id) == (reached, word)


@pytest.fixture
def explained(folder):
    """The result of a year of quarters, some of which have a reason instead of a value."""

    def result(lines, period="2026", as_of=date(2027, 1, 1), aggregation="average"):
        text = OBJECTIVE % {
            "formula": "minimize-to-zero",
            "aggregation": aggregation,
            "frequency": "quarterly",
            "more": "worst: 10",
            "targets": '{period: "2026", value: 0}',
        }
        files = {"objective.yaml": text, "data.csv": "period,value,reason\n" + lines}
        (found,) = results(folder(files, as_of, SCALES), period)
        return found

    return result


def test_what_cannot_be_measured_is_not_missing_and_not_0(explained):
    found = explained("2026-Q1,2,\n2026-Q2,,the scales were away\n2026-Q3,4,\n2026-Q4,3,\n")
    assert (found.progress, found.actual, found.missing) == (Progress.MEASURED, 3, ())
    assert found.not_measured == {"2026-Q2": "the scales were away"}
    assert (found.measured, found.due) == (3, 3)


@pytest.mark.parametrize(("day", "told"), [(29, []), (30, ["2026-Q2"])])
def test_what_could_not_be_measured_is_told_from_the_last_day_of_its_time(explained, day, told):
    found = explained("2026-Q1,2,\n2026-Q2,,the scales were away\n", as_of=date(2026, 6, day))
    assert list(found.not_measured) == told


def test_before_the_last_month_of_a_year_lies_the_year_before():
    yearly = Kpi.model_construct(frequency=Frequency.YEARLY)
    assert list(before(yearly, "2026-12")) == ["2025", "2024"]


def test_a_period_without_value_and_without_reason_is_missing(explained):
    found = explained("2026-Q1,2,\n2026-Q2,,\n2026-Q3,4,\n2026-Q4,3,\n")
    assert (found.progress, found.missing) == (Progress.INCOMPLETE, ("2026-Q2",))


def test_where_nothing_can_be_measured_that_is_said(explained):
    found = explained("2026-Q1,,the scales were away\n", period="2026-Q1")
    assert (found.progress, found.achievement) == (Progress.NOT_MEASURABLE, None)


def test_a_zero_of_the_year_holds_for_each_of_its_quarters(explained):
    lines = "2026-Q1,0,\n2026-Q2,1,\n2026-Q3,0,\n2026-Q4,0,\n"
    quarter = explained(lines, "2026-Q2", aggregation="sum")
    assert (quarter.target, quarter.achievement) == (0, Decimal(90))
    assert explained(lines, aggregation="sum").achievement == Decimal(90)
