"""What a number says that stands exactly on the edge: its last place, nothing at all, a single value."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from smmkit.analyses.kpis.printed import as_set
from smmkit.analyses.kpis.rates import agrees, falls_to_zero
from smmkit.analyses.kpis.result import Result
from smmkit.analyses.kpis.running import taken_otherwise
from smmkit.analyses.kpis.series import series
from smmkit.analyses.people.competence_matrix import policy_reach, reaches
from smmkit.analyses.risks import is_above
from smmkit.documents.objective import Aggregation, Formula, Kpi, Objective, Target
from smmkit.documents.risk import Risk
from smmkit.documents.settings import RiskCriteria


@pytest.mark.parametrize(("written", "same"), [("0.66", True), ("0.67", True), ("0.65", False)])
def test_a_value_is_rounded_or_cut_at_its_last_place_and_no_further_away(written, same):
    assert agrees(Decimal(written), Decimal(2) / 3) is same
    assert not agrees(Decimal("0.65"), Decimal("0.66"))


@pytest.mark.parametrize(("target", "falls"), [("-1", False), ("0", True), ("1", True)])
def test_a_target_of_nothing_asks_for_no_less_than_nothing(target, falls):
    targets = (Target.model_construct(value=Decimal(target)),)
    assert falls_to_zero(Kpi.model_construct(formula=Formula.MINIMIZE, targets=targets)) is falls


@pytest.mark.parametrize(("measured", "is_mean"), [(1, False), (2, True)])
def test_one_percentage_alone_is_no_mean(measured, is_mean):
    kpi = Kpi.model_construct(
        aggregation=Aggregation.AVERAGE, formula=Formula.MAXIMIZE, measured_in="%"
    )
    one = SimpleNamespace(measured=measured, kpi=kpi)
    assert Result.is_mean_of_rates.fget(one) is is_mean


@pytest.mark.parametrize(
    ("text", "printed"),
    [("5", "5.00"), ("0.25", "0.25"), ("0.125", "0.125"), ("0.12345678", "0.12345678"),
     ("0.123456789", "0.12")],
)  # fmt: skip
def test_a_number_that_was_set_keeps_its_places_as_far_as_eight(text, printed):
    assert str(as_set(Decimal(text))) == printed


@pytest.mark.parametrize(("level", "above"), [(6, False), (7, True)])
def test_the_highest_level_that_is_accepted_is_accepted(level, above):
    risk = Risk.model_construct(detection=None)
    assert is_above(risk, RiskCriteria(appetite=6), Decimal(level)) is above


TRAINING = (
    "kind: training\nid: T-1\ntitle: T\ndate: 2026-03-02\ntraining_type: course\ntopic: A\n"
    "audience: [all-staff]\nattendance: [{unit: U-1, attended: 3}]\n"
)
POLICY = (
    "---\nkind: quality-policy\nid: KM-1\ntitle: P\nversion: '1'\nsentence: We serve.\n"
    "communicated: [{on: 2026-03-02, channel: Meeting, units: [U-1]}]\n---\n"
)


@pytest.mark.parametrize(("day", "trainings", "left"), [(1, 0, ["U-1"]), (2, 1, [])])
def test_a_unit_is_reached_from_the_day_of_the_training_and_of_the_meeting(
    folder, day, trainings, left
):
    qms = folder({"t.yaml": TRAINING, "k.md": POLICY}, date(2026, 3, day))
    assert not qms.stubs
    assert len(reaches(qms)) == trainings
    assert [units for _, units in policy_reach(qms)] == [left]


def test_a_target_of_nothing_tells_nothing_of_how_values_are_meant(folder):
    objective = (
        "kind: objective\nid: SM-1\ntitle: F\nversion: '1'\nstatement: F\npolicy_point: PP-1\n"
        "units: [U-1]\nkpis:\n  - {id: K-1, title: S, measured_in: cases, formula: maximize,\n"
        "     aggregation: sum, frequency: monthly, series: k.csv, targets: [{period: '2025', value: 0}]}\n"
    )
    rows = "".join(f"2025-{n:02},{n}\n" for n in range(1, 7))
    qms = folder({"o.yaml": objective, "k.csv": "period,value\n" + rows})
    kpi = qms.of(Objective)[0].kpis[0]
    assert not list(taken_otherwise(qms, kpi, qms.fact(series)["K-1"].observations))
