"""What follows from the values of a KPI: forecast, control chart, comparisons, SMART, cascade."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmkit.analyses.consistency.cascade import cascade
from smmkit.analyses.consistency.comparisons import Efficiency, comparison, efficiency
from smmkit.analyses.kpis.control_chart import charted, control_chart, shows
from smmkit.analyses.kpis.kpi import pooled, results
from smmkit.analyses.kpis.scorecard import Grouping, grouped, mean_achievement
from smmkit.analyses.kpis.series import Observation
from smmkit.analyses.kpis.smart import Letter, smart
from smmkit.analyses.kpis.years import Method, drawn_on, forecast, years
from smmkit.documents.objective import Aggregation, Kpi, Objective
from smmkit.standards.measures import shipped_measures
from smmkit.words import rounded

HEAD = """\
kind: objective
id: SM-01
title: Fast
version: "1"
owner: U-1
statement: At least 90 percent in 2025
policy_point: PP-1
perspective: customer
units: [U-1]
kpis:
"""


def kpi(id_="K-1", how="sum", unit="cases", freq="monthly", more="", value="100"):
    return (
        f"  - {{id: {id_}, title: Served {id_}, measured_in: '{unit}', formula: maximize, aggregation: {how},"
        f" frequency: {freq}, targets: [{{period: '2025', value: {value}}}], series: {id_}.csv{more}}}\n"
    )


def table(values, year=2025):
    return "period,value\n" + "".join(
        f"{year}-{n:02},{value}\n" for n, value in enumerate(values, 1)
    )


def only(qms):
    objective = qms.of(Objective)[0]
    return objective, objective.kpis[0]


@pytest.mark.parametrize(
    ("how", "values", "expected"),
    [
        ("sum", [10, 20, 30], (Decimal(240), Method.RATE)),
        ("average", [10, 20, 30], (Decimal(20), Method.LEVEL)),
        ("last", [10, 20, 30], (Decimal(120), Method.TREND)),
        ("last", [10, 20], None),
        ("sum", list(range(12)), None),
    ],
)
def test_the_end_of_a_year_is_foreseen_while_it_runs(folder, how, values, expected):
    files = {"o.yaml": HEAD + kpi(how=how), "K-1.csv": table(values)}
    day = date(2025, 4, 20) if len(values) < 12 else date(2026, 1, 5)
    found = forecast(folder(files, day), *only(folder(files, day)), "2025")
    assert (found and (found.value, found.method)) == expected


def test_a_forecast_stays_within_what_is_possible_and_needs_all_values(folder):
    files = {"o.yaml": HEAD + kpi(how="last", unit="%"), "K-1.csv": table([70, 80, 90])}
    qms = folder(files, date(2025, 4, 20))
    assert forecast(qms, *only(qms), "2025").value == 100
    files["K-1.csv"] = "period,value\n2025-01,70\n2025-03,90\n"
    qms = folder(files, date(2025, 4, 20))
    assert forecast(qms, *only(qms), "2025") is None


@given(st.integers(-50, 50), st.integers(-9, 9), st.integers(2, 12), st.integers(0, 12))
def test_a_straight_line_goes_on_straight(start, slope, count, further):
    values = [Decimal(start + slope * n) for n in range(count)]
    wanted = start + slope * (count - 1 + further)
    assert abs(drawn_on(values, further) - wanted) < Decimal("1e-15")


CAUSES = shipped_measures().special_causes
FLAT = [10, 11] * 8


@pytest.mark.parametrize(
    ("more", "cause"),
    [
        ([], set()),
        ([30], {"nelson-1"}),
        ([11] * 9, {"nelson-2"}),
        ([10, 11, 12, 13, 14, 15], {"nelson-1", "nelson-3", "nelson-5"}),
    ],
)
def test_what_is_no_chance_is_seen(more, cause):
    values = [Decimal(n) for n in FLAT + more]
    found = charted([str(n) for n in range(len(values))], values, CAUSES)
    assert cause <= {one.cause for one in found.signals}
    assert cause or not found.signals


@pytest.mark.parametrize(
    ("cause", "marks", "is_shown"),
    [
        (1, [3.1], True), (1, [-3.1], True), (1, [3], False),
        (2, [0.1] * 9, True), (2, [0.1] * 8, False), (2, [0.1] * 8 + [-0.1], False),
        (3, [0, 1, 2, 3, 4, 5], True), (3, [5, 4, 3, 2, 1, 0], True), (3, [0, 1, 2, 2, 3, 4], False),
        (4, [1, 2] * 7, True), (4, [1, 2] * 6 + [3, 2], False),
        (5, [2.1, 0, 2.1], True), (5, [2.1, 2.1, 0], False), (5, [2.1, 0, -2.1], False),
        (5, [2.1, 2.1, 2], False), (5, [-2.1, -2.1, -2], False), (5, [2, 0, 2.1], False),
        (5, [-2, 0, -2.1], False), (5, [-2.1, 0, -2.1], True), (3, [5, 4, 3, 3, 2, 1], False),
        (4, [1, 2] * 6 + [1, 1], False), (8, [1, -1.1] * 4, False),
        (6, [1.1, 1.1, 0, 1.1, 1.1], True), (6, [1.1, 1.1, 0, -1.1, 1.1], False),
        (7, [0.9, -0.9, 0.5] * 5, True), (7, [0.9, -0.9, 1] * 5, False), (7, [1.5] * 15, False),
        (8, [1.1, -1.1] * 4, True), (8, [1.1] * 8, False), (8, [1.1, -1] * 4, False),
    ],
)  # fmt: skip
def test_each_special_cause_is_complete_at_its_last_point_and_not_before(cause, marks, is_shown):
    named = next(one for one in CAUSES if one.id == f"nelson-{cause}")
    assert shows(named, [Decimal(str(mark)) for mark in marks], len(marks) - 1) == is_shown


def test_the_limits_are_those_of_the_moving_range():
    values = [Decimal(n) for n in (10, 12, 11, 13)]
    found = charted(list("abcd"), values, CAUSES)
    assert found.centre == Decimal("11.5")
    width = Decimal("2.66") * 5 / 3
    assert abs(found.upper - found.centre - width) < Decimal("0.01")
    assert abs(found.centre - found.lower - width) < Decimal("0.01")


def test_the_chart_of_the_handbook():
    """NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rates of ten batches."""
    told = "49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1"
    found = charted(list("abcdefghij"), [Decimal(one) for one in told.split()], CAUSES)
    assert found.centre == Decimal("50.81")
    assert (rounded(found.upper, 4), rounded(found.lower, 4)) == (
        Decimal("55.8041"),
        Decimal("45.8159"),
    )
    assert not [one for one in found.signals if one.cause == "nelson-1"]


def test_a_chart_of_the_same_value_has_no_signal_and_few_values_have_no_chart(folder):
    qms = folder({"o.yaml": HEAD + kpi(), "K-1.csv": table([5] * 9)})
    assert control_chart(qms, only(qms)[1]).signals == ()
    qms = folder({"o.yaml": HEAD + kpi(), "K-1.csv": table([5] * 8)})
    assert len(control_chart(qms, only(qms)[1], "2025").values) == 8
    assert control_chart(qms, only(qms)[1], "2024") is None
    qms = folder({"o.yaml": HEAD + kpi(), "K-1.csv": table([5] * 7)})
    assert control_chart(qms, only(qms)[1]) is None


PLAN = """\
kind: strategic-plan
id: RS-1
title: Plan
version: "1"
owner: U-1
since: 2024
until: 2027
goals:
  - {id: TJ-1, title: G, mission: M-1, indicator: Served K-1, objectives: [SM-01],
     targets: [{year: 2027, target: "200 cases"}]}
  - {id: TJ-2, title: H, mission: M-1, indicator: Other, objectives: []}
"""
REPORT = """\
kind: performance-report
id: LKJ-1
title: Report
date: 2026-01-20
owner: U-1
year: 2025
achievements:
  - {kpi: K-1, period: "2025", budget: 100, spent: 60, analysis: Because of rain.}
"""


def test_the_five_comparisons(folder):
    csv = table([10] * 12) + "".join(f"2024-{n:02},5\n" for n in range(1, 13))
    own = kpi(more=", benchmark: 240, benchmark_source: Statistik").replace(
        "targets: [", "targets: [{period: '2024', value: 80}, "
    )
    qms = folder({"o.yaml": HEAD + own, "K-1.csv": csv, "p.yaml": PLAN, "r.yaml": REPORT})
    found = comparison(qms, *only(qms), "2025")
    assert (found.now.actual, found.now.achievement) == (120, 120)
    assert [one.actual for one in found.before] == [60]
    assert (found.plan.year, found.plan.target, found.plan.reached) == (2027, 200, 60)
    assert found.against_benchmark == 50
    assert found.analysis == "Because of rain."
    assert (found.spent, found.efficiency) == (60, Efficiency.EFFICIENT)


@pytest.mark.parametrize(
    ("since", "until", "is_held"),
    [(2025, 2029, True), (2020, 2025, True), (2026, 2030, False), (2020, 2024, False)],
)
def test_a_year_is_held_against_the_plan_of_which_it_is_the_first_or_the_last(
    folder, since, until, is_held
):
    plan = PLAN.replace("since: 2024\nuntil: 2027", f"since: {since}\nuntil: {until}")
    qms = folder({"o.yaml": HEAD + kpi(), "K-1.csv": table([10] * 12), "p.yaml": plan})
    assert (comparison(qms, *only(qms), "2025").plan is not None) is is_held


@pytest.mark.parametrize(
    ("day", "budget", "spent"), [(20, 100, 60), (19, 100, None), (20, 0, None), (20, -100, None)]
)
def test_a_report_tells_what_was_spent_from_its_own_day_and_of_no_budget_there_is_no_share(
    folder, day, budget, spent
):
    report = REPORT.replace("budget: 100", f"budget: {budget}")
    files = {"o.yaml": HEAD + kpi(), "K-1.csv": table([10] * 12), "r.yaml": report}
    qms = folder(files, date(2026, 1, day))
    assert comparison(qms, *only(qms), "2025").spent == spent


def test_nothing_is_compared_with_what_is_not_there(folder):
    qms = folder({"o.yaml": HEAD + kpi(), "K-1.csv": table([10])})
    found = comparison(qms, *only(qms), "2025")
    assert (found.before, found.plan, found.spent, found.efficiency) == ((), None, None, None)


def test_the_years_of_a_kpi_are_those_with_a_value_or_a_target_up_to_the_one_that_is_meant(folder):
    csv = table([10]) + "2024-12,5\n2026-01,5\n"
    qms = folder({"o.yaml": HEAD + kpi(), "K-1.csv": csv})
    told = {
        until: [one.period for one in years(qms, *only(qms), until)]
        for until in ("2025-Q2", "2026")
    }
    assert told == {"2025-Q2": ["2024", "2025"], "2026": ["2024", "2025", "2026"]}


@pytest.mark.parametrize(
    ("reached", "spent", "expected"),
    [(100, 94, Efficiency.EFFICIENT), (100, 95, Efficiency.AS_PLANNED), (90, 95, Efficiency.AS_PLANNED),
     (100, 105, Efficiency.AS_PLANNED), (89, 95, Efficiency.INEFFICIENT)],
)  # fmt: skip
def test_efficiency_is_more_than_a_little(reached, spent, expected):
    assert efficiency(Decimal(reached), Decimal(spent)) is expected


def test_each_letter_says_why(folder):
    qms = folder({"o.yaml": HEAD + kpi()})
    found = {one.letter: one for one in smart(qms, *only(qms), "2025")}
    assert not found[Letter.M].holds
    assert {one.text for one in found[Letter.M].lacking} == {
        "no `data_source`",
        "nothing was measured yet",
    }
    assert found[Letter.S].holds
    assert not found[Letter.T].holds
    assert found[Letter.C].holds is None
    assert found[Letter.C].unknown
    assert "no target for {year}" in {
        one.text for n in smart(qms, *only(qms), "2031") for one in n.lacking
    }


@pytest.mark.parametrize(("target", "fits"), [("100", True), ("101", False), ("-1", False)])
def test_a_target_is_achievable_only_where_it_is_possible(folder, target, fits):
    qms = folder({"o.yaml": HEAD + kpi(unit="percent", how="average", value=target)})
    found = {one.letter: one for one in smart(qms, *only(qms), "2025")}
    told = {one.text for one in found[Letter.A].lacking}
    assert ("a target is not possible" not in told) == fits


@pytest.mark.parametrize(("before", "asks_for_more"), [(5, True), (10, False)])
def test_a_target_asks_for_no_less_than_the_year_before_had(folder, before, asks_for_more):
    csv = table([20] * 12) + "".join(f"2024-{n:02},{before}\n" for n in range(1, 13))
    own = kpi().replace("targets: [", "targets: [{period: '2024', value: 50}, ")
    qms = folder({"o.yaml": HEAD + own, "K-1.csv": csv})
    lacking = {one.text for found in smart(qms, *only(qms), "2025") for one in found.lacking}
    assert ("the year before had more already: {n}" not in lacking) == asks_for_more


AGREEMENT = """\
kind: performance-agreement
id: PK-1
title: A
version: "1"
owner: U-1
year: 2025
unit: U-1
first_party: A
second_party: B
promises:
  - {objective: SM-01, kpi: K-1, target: 90 cases}
  - {objective: SM-99, kpi: K-1, target: 100 cases}
"""
DIRECTION = """\
kind: direction
id: VM-1
title: Direction
version: "1"
owner: U-1
parent: Province
since: 2024-01-01
until: 2029-01-01
parent_vision: Good
missions: [{id: M-1, title: One, number: 1}, {id: M-2, title: Two, number: 2}]
own_missions: [M-1, M-2]
vision: Good
"""


def test_the_cascade_ends_are_seen_both_ways(folder):
    files = {
        "o.yaml": HEAD + kpi() + kpi("K-2"),
        "o2.yaml": (HEAD + kpi("K-3")).replace("SM-01", "SM-02"),
        "p.yaml": PLAN,
        "a.yaml": AGREEMENT,
        "v.yaml": DIRECTION,
    }
    found = cascade(folder(files), "2025")
    first = found.threads[0]
    assert (first.mission, first.goal, first.kpi, first.agreements) == (
        "M-1",
        "TJ-1",
        "K-1",
        ("PK-1", "PK-1"),
    )
    assert len(first.other_targets) == 1
    assert {(one.id, one.upward) for one in found.orphans} == {
        ("M-2", False), ("TJ-2", False), ("SM-02", True), ("K-2", False), ("K-3", False), ("PK-1", True),
    }  # fmt: skip


def test_groups_hold_everything_once_and_no_indicator_hides_another(folder):
    csv = "period,value\n2025,%s\n"
    files = {
        "o.yaml": HEAD + kpi(freq="yearly") + kpi("K-2", freq="yearly"),
        "K-1.csv": csv % 400,
        "K-2.csv": csv % 50,
    }
    qms = folder(files)
    found = results(qms, "2025")
    assert mean_achievement(found) == 75
    groups = grouped(qms, found, Grouping.PERSPECTIVE)
    assert [(one.id, len(one.kpis)) for one in groups if one.kpis] == [("customer", 2)]
    units = grouped(qms, found, Grouping.UNIT)
    assert [(one.id, one.measured, one.reached, one.mean) for one in units] == [("U-1", 2, 1, 75)]


RATES = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=1, max_size=12)


@given(RATES, st.randoms(use_true_random=False))
def test_a_pooled_rate_knows_no_order_and_lies_among_its_parts(pairs, chance):
    share = Kpi.model_construct(
        id="K", measured_in="%", formula="maximize", aggregation=Aggregation.RATIO
    )
    seen = [
        Observation(str(n), Decimal(a) / b * 100, None, Decimal(a), Decimal(b))
        for n, (a, b) in enumerate(pairs)
    ]
    whole = pooled(share, seen)
    mixed = list(seen)
    chance.shuffle(mixed)
    assert pooled(share, mixed) == whole
    close = Decimal("1e-18")
    assert min(o.value for o in seen) - close <= whole <= max(o.value for o in seen) + close
