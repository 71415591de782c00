"""What must hold of every number, whatever goes in: monotone, bounded, independent of order."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smmkit.analyses.kpis.formulas import achievement
from smmkit.analyses.kpis.rates import is_between, possible
from smmkit.analyses.kpis.scorecard import mean_achievement
from smmkit.analyses.kpis.targets import aggregated
from smmkit.analyses.kpis.years import drawn_on, within_reach
from smmkit.analyses.processes.service_time import Timing, mean
from smmkit.analyses.risks.profile import priority
from smmkit.analyses.risks.swot_scores import scores
from smmkit.analyses.surveys.counting import counted, grade_of
from smmkit.documents.context import Quadrant, Swot, SwotItem
from smmkit.documents.customers import Survey, SurveyQuestion
from smmkit.documents.objective import Aggregation, Formula, Kpi
from smmkit.documents.risk import Risk
from smmkit.standards.risk_matrices import shipped_risk_matrices
from smmkit.standards.survey_rules import shipped_survey_rules

FEW = settings(max_examples=25)
POSITIVE = st.decimals("0.01", "9999", places=2)
ANY = st.decimals("-9999", "9999", places=2)
VALUES = st.lists(POSITIVE, min_size=1, max_size=12)
CHANCE = st.randoms(use_true_random=False)
RULES = shipped_survey_rules()
MATRICES = shipped_risk_matrices()


def kpi(word: str, measured_in: str = "x", **more: object) -> Kpi:
    none = dict.fromkeys(("cap", "worst", "at_zero", "lowest", "highest"))
    facts = none | {"measured_in": measured_in, "formula": Formula(word)} | more
    return Kpi.model_construct(id="K", title="K", **facts)


@FEW
@given(ANY, ANY, POSITIVE)
def test_towards_nought_less_is_never_worse(one: Decimal, other: Decimal, worst: Decimal) -> None:
    low, high = (achievement(kpi("minimize-to-zero", worst=worst), value, Decimal(0)) for value in
                 sorted((one, other)))  # fmt: skip
    assert low is not None
    assert high is not None
    assert low >= high


@FEW
@given(ANY, ANY, POSITIVE)
def test_below_nought_more_is_never_worse(one: Decimal, other: Decimal, target: Decimal) -> None:
    low, high = (achievement(kpi("maximize-negative"), value, -target) for value in
                 sorted((one, other)))  # fmt: skip
    assert low is not None
    assert high is not None
    assert low <= high


@FEW
@given(POSITIVE, POSITIVE, POSITIVE)
def test_what_is_to_stay_counts_less_the_further_it_goes(
    one: Decimal, other: Decimal, target: Decimal
) -> None:
    near, far = sorted((one, other))
    asked = kpi("stabilize")
    for sign in (1, -1):
        at_near, at_far = (achievement(asked, target + sign * by, target) for by in (near, far))
        assert at_near is not None
        assert at_far is not None
        assert 120 >= at_near >= at_far >= 0


@FEW
@given(VALUES, st.data())
@pytest.mark.parametrize("how", Aggregation)
def test_a_better_month_never_makes_a_worse_year(
    how: Aggregation, values: list[Decimal], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(values) - 1))
    more = [v + 1 if n == place else v for n, v in enumerate(values)]
    before, after = aggregated(how, values), aggregated(how, more)
    assert before is not None
    assert after is not None
    assert before <= after
    if how is Aggregation.SUM:
        assert before == sum(values)
    else:
        assert min(values) <= before <= max(values)


@FEW
@given(VALUES, CHANCE)
def test_the_mean_of_a_scorecard_is_bounded_and_knows_no_order(
    values: list[Decimal], chance: object
) -> None:
    found = [SimpleNamespace(achievement=v - 50, is_part_of_sum=False) for v in values]
    whole = mean_achievement(found)  # type: ignore[arg-type]
    assert whole is not None
    assert 0 <= whole <= 100
    chance.shuffle(found)  # type: ignore[attr-defined]
    assert mean_achievement(found) == whole  # type: ignore[arg-type]
    less = [*found, SimpleNamespace(achievement=Decimal(-1), is_part_of_sum=False)]
    assert (mean_achievement(less) or Decimal(0)) <= whole  # type: ignore[arg-type]


@FEW
@given(st.lists(ANY, min_size=3, max_size=12), st.integers(0, 12))
def test_what_is_foreseen_stays_within_what_can_be(values: list[Decimal], further: int) -> None:
    share = kpi("maximize", "%", targets=())
    assert is_between(possible(share), within_reach(share, drawn_on(values, further)))


def survey(questions: int) -> Survey:
    asked = (SurveyQuestion.model_construct(id=f"Q{n}", title="x") for n in range(questions))
    return Survey.model_construct(questions=tuple(asked))


BOUNDS = {"nps": (0, 10, -100, 100), "csat": (1, 5, 0, 100), "mean": (0, 10, 0, 10),
          "skm-2017": (1, 4, 25, 100), "ikm-2004": (1, 4, 0, 100)}  # fmt: skip
"""Of each rule: the lowest and highest answer, the lowest and highest result."""


def test_no_rule_is_without_its_bounds() -> None:
    assert set(BOUNDS) == set(RULES)


@FEW
@given(st.data(), CHANCE)
@pytest.mark.parametrize("id_", BOUNDS)
def test_a_survey_is_bounded_monotone_and_knows_no_order(
    id_: str, data: st.DataObject, chance: object
) -> None:
    rule, (low, high, least, most) = RULES[id_], BOUNDS[id_]
    width = {"skm-2017": 9, "ikm-2004": 14}.get(id_, 2)
    row = st.tuples(*[st.integers(low, high).map(Decimal)] * width)
    rows = data.draw(st.lists(row, min_size=1, max_size=6))
    found = counted(survey(width), rule, rows).value
    assert found is not None
    assert least <= found <= most
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert counted(survey(width), rule, mixed).value == found
    better = counted(survey(width), rule, [(Decimal(high), *one[1:]) for one in rows]).value
    assert better is not None
    assert better >= found
    names = [grade_of(rule, value) for value in (found, better)]
    places = [rule.grades.index(one) for one in names if one]
    assert places == sorted(places, reverse=True)


@pytest.mark.parametrize("id_", MATRICES)
def test_no_matrix_makes_more_harm_a_lower_level(id_: str) -> None:
    matrix = MATRICES[id_]
    cells = {(k, d): matrix.at(k, d) for k in range(1, 6) for d in range(1, 6)}
    for (k, d), level in cells.items():
        assert level is not None
        assert 1 <= level <= 25
        for above in (cells.get((k + 1, d)), cells.get((k, d + 1))):
            assert above is None or above >= level
        named = [matrix.name_of(Decimal(n)) for n in (level, level + 1)]
        places = [matrix.levels.index(one) for one in named if one]
        assert places == sorted(places, reverse=True)


ONE_TO_TEN = st.integers(1, 10)


@FEW
@given(ONE_TO_TEN, ONE_TO_TEN, ONE_TO_TEN)
def test_a_risk_priority_number_is_the_product(one: int, two: int, three: int) -> None:
    def of(likelihood: int, impact: int, detection: int) -> int | None:
        return priority(
            Risk.model_construct(likelihood=likelihood, impact=impact, detection=detection)
        )

    found = of(one, two, three)
    assert found is not None
    assert 1 <= found <= 1000
    assert found == of(three, one, two) == of(two, three, one)
    assert (of(one + 1, two, three) or 0) > found


ITEM = st.tuples(
    st.sampled_from(Quadrant), st.decimals("0", "1", places=2), st.integers(1, 4).map(Decimal)
)


def swot(items: list[tuple[Quadrant, Decimal, Decimal]]) -> Swot:
    return Swot.model_construct(
        items=tuple(SwotItem.model_construct(quadrant=q, weight=w, rating=r) for q, w, r in items)
    )


@FEW
@given(st.lists(ITEM, max_size=12), CHANCE)
def test_ifas_and_efas_are_bounded_by_their_weights_and_know_no_order(
    items: list[tuple[Quadrant, Decimal, Decimal]], chance: object
) -> None:
    found = scores(swot(items))
    for quadrant, total in zip(
        (Quadrant.STRENGTH, Quadrant.WEAKNESS, Quadrant.OPPORTUNITY, Quadrant.THREAT),
        (found.strengths, found.weaknesses, found.opportunities, found.threats),
        strict=True,
    ):
        weights = [w for q, w, _ in items if q is quadrant]
        assert (total is None) == (not weights)
        assert total is None or sum(weights) <= total <= 4 * sum(weights)
    mixed = list(items)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert scores(swot(mixed)) == found
    stronger = scores(swot([*items, (Quadrant.STRENGTH, Decimal("0.5"), Decimal(4))]))
    assert found.across is None or (stronger.across or Decimal(0)) >= found.across


@FEW
@given(st.lists(st.integers(0, 400), min_size=1, max_size=12), st.integers(0, 50), CHANCE)
def test_days_and_shares_in_time_lie_among_what_they_are_of(
    days: list[int], dated: int, chance: object
) -> None:
    middle = mean(days)
    assert middle is not None
    assert min(days) <= middle <= max(days)
    mixed = list(days)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert mean(mixed) == middle
    for in_time in (0, dated // 2, dated):
        nothing = (None, None, 0, 0, None, None, None)
        share = Timing("L", *nothing, in_time, dated, 0).share
        assert (share is None) == (dated == 0)
        assert share is None or 0 <= share <= 100
