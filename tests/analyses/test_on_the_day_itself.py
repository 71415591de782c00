"""What a day, a level or a length says that stands exactly on the edge: of people, risks, copies, reviews."""

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest

from smmkit.analyses.lifecycle.signatures import wanted
from smmkit.analyses.people.competence_matrix import SOON, Verdict, verdict_of
from smmkit.analyses.people.held_roles import is_over
from smmkit.analyses.people.named_units import is_history
from smmkit.analyses.review_inputs.fact import Time
from smmkit.analyses.review_inputs.inputs import since_last
from smmkit.analyses.risks import is_above, is_by_priority
from smmkit.analyses.risks.swot_scores import Scores
from smmkit.documents.base import HandedCopy
from smmkit.documents.competence import CompetenceEntry
from smmkit.documents.direction import PerformanceAgreement
from smmkit.documents.risk import Risk
from smmkit.documents.settings import RiskCriteria

DAY = date(2026, 3, 2)
DAY_BEFORE, DAY_AFTER = DAY - timedelta(1), DAY + timedelta(1)


@pytest.mark.parametrize(
    ("until", "verdict"),
    [
        (DAY_BEFORE, Verdict.LAPSED),
        (DAY, Verdict.SOON),
        (DAY + SOON, Verdict.SOON),
        (DAY + SOON + timedelta(1), Verdict.ENOUGH),
        (None, Verdict.ENOUGH),
    ],
)
def test_a_competence_holds_on_its_last_day(until, verdict):
    entry = CompetenceEntry.model_construct(sufficient=True, until=until)
    assert verdict_of(entry, DAY) is verdict


@pytest.mark.parametrize(("held", "verdict"), [(2, Verdict.GAP), (3, Verdict.ENOUGH)])
def test_the_level_that_is_asked_for_is_enough(held, verdict):
    entry = CompetenceEntry.model_construct(sufficient=True, level=3, level_held=held, until=None)
    assert verdict_of(entry, DAY) is verdict


@pytest.mark.parametrize(
    ("said", "over"),
    [
        ({"done": DAY}, True),
        ({"done": DAY_AFTER}, False),
        ({"until": DAY}, False),
        ({"until": DAY_BEFORE}, True),
    ],
)
def test_what_is_done_today_is_over_and_what_ends_today_is_not(said, over):
    assert is_over(SimpleNamespace(**said), DAY) is over


def test_a_copy_that_came_back_today_is_history_and_this_year_is_not(folder):
    qms = folder({})
    came_back = [HandedCopy.model_construct(recalled=day) for day in (DAY, DAY_AFTER)]
    assert [is_history(qms, one) for one in came_back] == [True, False]
    years = [PerformanceAgreement.model_construct(year=year) for year in (2025, 2026)]
    assert [is_history(qms, one) for one in years] == [True, False]


@pytest.mark.parametrize(("score", "by_priority"), [(5, False), (6, True)])
def test_the_highest_score_still_lies_in_the_matrix(score, by_priority):
    risk = Risk.model_construct(likelihood=score, impact=1, detection=1)
    assert is_by_priority(risk, RiskCriteria(appetite=6)) is by_priority


@pytest.mark.parametrize(("detection", "above"), [(4, False), (5, True)])
def test_the_highest_priority_that_is_accepted_is_accepted(detection, above):
    risk = Risk.model_construct(likelihood=5, impact=5, detection=detection)
    assert is_above(risk, RiskCriteria(appetite=6, priority=100), None) is above


@pytest.mark.parametrize(
    ("scores", "position"),
    [
        ("3122", None),
        ("2231", None),
        ("3131", "SO"),
        ("3113", "ST"),
        ("1331", "WO"),
        ("1313", "WT"),
    ],
)
def test_a_position_on_an_axis_asks_for_none_of_the_strategies_first(scores, position):
    found = Scores(*map(Decimal, scores)).position
    assert (found and found.name) == position


def test_a_time_has_its_first_and_its_last_day():
    days = [DAY - timedelta(8), DAY - timedelta(7), DAY, DAY_AFTER, None]
    assert [Time(days[1], DAY).has(day) for day in days] == [False, True, True, False, False]


@pytest.mark.parametrize(("day", "since"), [(DAY, None), (DAY_AFTER, DAY_AFTER)])
def test_a_review_is_the_last_one_from_the_day_after_it(folder, day, since):
    review = (
        f"kind: management-review\nid: RTM-1\ntitle: R\ndate: {DAY}\n"
        "chair: P-1\ninputs: []\ndecisions: []\n"
    )
    assert since_last(folder({"r.yaml": review}, day)) == since


@pytest.mark.parametrize(("day", "roles"), [(DAY_BEFORE, ()), (DAY, ("Head", "Chief"))])
def test_several_approve_from_the_first_day_of_the_setting(folder, day, roles):
    sop = "---\nkind: procedure\nid: SOP-1\ntitle: A\nversion: '1'\nsteps: []\n---\n"
    more = f"signatories: [{{roles: [Head, Chief], since: {DAY}}}]\n"
    qms = folder({"a.md": sop}, DAY, more)
    assert wanted(qms, qms.things["SOP-1"], day) == roles
