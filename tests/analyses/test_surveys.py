"""Surveys: the published and computed examples, each with its source; and what must hold of any answers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folders import home
from smmkit.analyses.surveys.counting import counted, grade_of, index_of
from smmkit.analyses.surveys.sampling import sample
from smmkit.analyses.surveys.surveys import fits, is_most_of, outcomes, rule_of
from smmkit.documents.customers import Survey, SurveyQuestion
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.rules import examine
from smmkit.standards.survey_rules import SurveyRule, shipped_survey_rules
from smmkit.words import rounded

SKM = shipped_survey_rules()["skm-2017"]
DAY = date(2026, 1, 1)

KEP25 = "3.45 2.65 3.53 2.31 1.55 3.12 2.13 2.43 3.21 1.45 1.93 2.31 3.03 1.56"
"""The example of KEP/25/2004, fourteen elements."""


def made(text: str) -> list[Decimal]:
    return [Decimal(one) for one in text.split()]


def weighing(weight: str | None, places: int | None = None) -> SurveyRule:
    return SKM.model_copy(
        update={"weight": Decimal(weight) if weight else None, "product_places": places}
    )


@pytest.mark.parametrize(
    ("rule", "scores", "index", "value"),
    [
        (shipped_survey_rules()["ikm-2004"], KEP25, "2.462", "61.55"),  # the regulation's own
        (weighing("0.071"), KEP25, "2.461", "61.52"),  # the same without rounding on the way
        (weighing(None), KEP25, "2.476", "61.89"),  # computed, 1/14
        (weighing(None), "4 4 4 4 4 4 4 4 4", "4.000", "100.00"),  # Tulang Bawang Barat
        (weighing("0.111"), "4 4 4 4 4 4 4 4 4", "3.996", "99.90"),  # computed
        (weighing("0.11"), "4 4 4 4 4 4 4 4 4", "3.960", "99.00"),  # computed
        (weighing(None), "3.21 3.18 3.02 3.95 3.24 3.31 3.36 3.10 3.47", "3.316", "82.89"),
        (weighing("0.111"), "3.21 3.18 3.02 3.95 3.24 3.31 3.36 3.10 3.47", "3.312", "82.81"),
    ],
)
def test_index(rule: SurveyRule, scores: str, index: str, value: str) -> None:
    found = index_of(rule, made(scores))
    assert found is not None
    assert str(rounded(found, 3)) == index
    assert str(rounded(found * rule.factor)) == value


@pytest.mark.parametrize(
    ("value", "grade"),
    [
        ("86.86", "B"),  # BKPSDM Lombok Tengah 2025
        ("83.46", "B"),  # Dukcapil
        ("79.70", "B"),
        ("76.46", "C"),  # Puskesmas Mantang
        ("100.00", "A"),  # Tulang Bawang Barat
        ("88.31", "A"),
        ("88.30", "B"),
        ("76.61", "B"),
        ("76.60", "C"),
        ("65.00", "C"),
        ("64.99", "D"),
        ("25.00", "D"),
    ],
)
def test_grades_of_2017(value: str, grade: str) -> None:
    found = grade_of(SKM, Decimal(value))
    assert found is not None
    assert found.grade == grade


@pytest.mark.parametrize(
    ("value", "grade"),
    [
        ("43.75", "D"),
        ("43.76", "C"),
        ("62.50", "C"),
        ("62.51", "B"),
        ("81.25", "B"),
        ("81.26", "A"),
    ],
)
def test_grades_of_2004(value: str, grade: str) -> None:
    """KEP/25/M.PAN/2/2004, as reports print its table."""
    found = grade_of(shipped_survey_rules()["ikm-2004"], Decimal(value))
    assert found is not None
    assert found.grade == grade


def test_the_grade_depends_on_the_rule_of_the_time() -> None:
    old = grade_of(shipped_survey_rules()["ikm-2004"], Decimal(82))
    new = grade_of(SKM, Decimal(82))
    assert (old and old.grade, new and new.grade) == ("A", "B")


@pytest.mark.parametrize(
    ("population", "wanted"),
    [
        *[(0, 0), (10, 10), (100, 80), (147, 107), (500, 217), (1000, 278), (5000, 357)],
        *[(75000, 382), (100000, 383)],  # of 100,000 by the formula; their table prints 384
    ],
)
def test_samples_of_krejcie_and_morgan(population: int, wanted: int) -> None:
    assert sample(population) == wanted


HEAD = """\
kind: survey
id: SKM-01
title: Skm 01
date: 2025-02-01
until: 2025-02-28
population: 12
"""
QUESTIONS = "questions: [{id: U1, title: Speed}, {id: U2, title: Care}]\n"


def folder(answers: str, extra: str = "counted_by: mean\n", **others: str) -> dict[str, str]:
    texts = {"k.yaml": HEAD + QUESTIONS + extra + "answers: a.csv\n", "a.csv": answers}
    return texts | {name.replace("__", "/") + ".yaml": text for name, text in others.items()}


def test_a_missing_answer_is_missing_and_divides_nothing() -> None:
    found = load(Memory(folder("u1,u2\n4,\n2,3\n,3\n")), DAY).fact(outcomes)["SKM-01"]
    assert [one.mean for one in found.result.asked] == [3, 3]
    assert [one.answered for one in found.result.asked] == [2, 2]
    assert found.result.answers == 3


def test_what_is_no_answer_of_the_scale_counts_nothing_and_is_said() -> None:
    rule = "counted_by: mean\nlowest: 1\nhighest: 4\n"
    found = load(Memory(folder("u1,u2\n4,3\n44,3\nx,3\n", rule)), DAY).fact(outcomes)["SKM-01"]
    assert found.unusable == 2
    assert found.result.asked[0].mean == 4


def test_the_ends_of_the_scale_are_answers_and_a_line_that_ends_before_a_question_has_none() -> (
    None
):
    rule = "counted_by: mean\nlowest: 1\nhighest: 4\n"
    found = load(Memory(folder("u1,u2\n1,4\n4\n", rule)), DAY).fact(outcomes)["SKM-01"]
    assert (found.unusable, [one.answered for one in found.result.asked]) == (0, [2, 1])
    assert found.lowest is not None
    assert found.lowest.mean == Decimal("2.5")


@pytest.mark.parametrize(
    ("until", "is_of_time"),
    [("2025-01-31", False), ("2025-02-01", True), ("2025-03-01", True), ("2025-03-02", False)],
)
def test_a_rule_holds_on_its_first_and_its_last_day(until: str, is_of_time: bool) -> None:
    rule = SKM.model_copy(update={"since": date(2025, 2, 1), "until": date(2025, 3, 1)})
    asked: list[str | None] = [one.key for one in rule.elements]
    assert fits(rule, asked, date.fromisoformat(until)) is is_of_time


@pytest.mark.parametrize(("asked", "is_most"), [(3, False), (4, True), (6, True)])
def test_more_than_half_of_the_elements_are_most_of_them(asked: int, is_most: bool) -> None:
    six = SKM.model_copy(update={"elements": SKM.elements[:6]})
    assert is_most_of(six, {one.key for one in six.elements[:asked]}) is is_most


def test_one_question_alone_is_not_the_lowest_of_all() -> None:
    one = folder("u1\n4\n", k=HEAD + "questions: [{id: U1, title: Speed}]\nanswers: a.csv\n")
    assert load(Memory(one), DAY).fact(outcomes)["SKM-01"].lowest is None


def test_a_line_that_ends_before_the_group_is_of_none() -> None:
    found = load(
        Memory(folder("u1,u2,sex\n4,4,p\n2,2\n", "counted_by: mean\ngroups: [sex]\n")), DAY
    )
    groups = found.fact(outcomes)["SKM-01"].groups["sex"]
    assert [(one.name, one.result.answers) for one in groups if one.name] == [("p", 1)]


def test_an_index_without_an_element_is_none() -> None:
    found = load(Memory(folder("u1,u2\n4,\n2,\n")), DAY).fact(outcomes)["SKM-01"]
    assert found.result.index is None
    assert found.result.grade is None


@pytest.mark.parametrize(
    ("rule", "answers", "value"),
    [
        ("nps", "10 9 9 8 7 6 0 10 10 5", "20"),  # five promoters, three detractors of ten
        ("csat", "5 4 3 2 1", "40"),
        ("mean", "5 4 3 2 1", "3"),
    ],
)
def test_other_surveys(rule: str, answers: str, value: str) -> None:
    text = "u1,u2\n" + "".join(f"{one},{one}\n" for one in answers.split())
    scale = "highest: 5\n" if rule == "mean" else ""
    qms = load(Memory(folder(text, f"counted_by: {rule}\n{scale}")), DAY)
    assert qms.fact(outcomes)["SKM-01"].result.value == Decimal(value)


@pytest.mark.parametrize(
    ("usual", "counts"), [("", 2), ("rules: {SMM366: {highest: 5}}\n", 3), ("rules: 3\n", 2)]
)
def test_where_no_scale_is_said_an_answer_counts_that_validate_takes_for_one(usual, counts) -> None:
    texts = folder("u1,u2\n4,3\n5,3\n3.5,3\n2,1\n") | {"qms.yaml": home(usual)}
    qms = load(Memory(texts), DAY)
    wrong = [one for one in examine(qms) if one.rule.code == "SMM366"]
    assert qms.fact(outcomes)["SKM-01"].result.asked[0].answered == counts == 4 - len(wrong)


def test_by_service_by_unit_and_by_group() -> None:
    text = "service,sex,u1,u2\nL1,p,4,4\nL2,l,2,2\nL2,p,4,2\n"
    services = (
        "kind: services\nid: DL-01\ntitle: Dl 01\nversion: '1'\nentries:\n"
        "  - {id: L1, title: Leave, owner: U-1}\n  - {id: L2, title: Moves, owner: U-1}\n"
    )
    texts = folder(text, "counted_by: mean\ngroups: [sex]\n", s=services)
    groups = load(Memory(texts), DAY).fact(outcomes)["SKM-01"].groups
    told = {
        column: [(one.name, one.result.answers, one.result.value) for one in found]
        for column, found in groups.items()
    }
    assert told == {
        "service": [("L1", 1, Decimal("4.00")), ("L2", 2, Decimal("2.50"))],
        "sex": [("l", 1, Decimal("2.00")), ("p", 2, Decimal("3.50"))],
        "unit": [("U-1", 3, Decimal("3.00"))],
    }


def test_beside_the_last_one_of_the_same_rule() -> None:
    earlier = (
        HEAD.replace("SKM-01", "SKM-00").replace("2025", "2024")
        + QUESTIONS.replace("U1", "V1").replace("U2", "V2")
        + "counted_by: mean\naverages: [{question: V1, average: 2}, {question: V2, average: 3}]\n"
    )
    found = load(Memory(folder("u1,u2\n4,3\n", e=earlier)), DAY).fact(outcomes)["SKM-01"]
    assert found.earlier is not None
    assert found.earlier.result.value == Decimal("2.50")
    beside = earlier.replace("2024-02-28", "2025-02-01")
    found = load(Memory(folder("u1,u2\n4,3\n", e=beside)), DAY).fact(outcomes)["SKM-01"]
    assert found.earlier is None


def test_a_survey_that_names_no_rule_is_counted_by_that_of_its_time() -> None:
    nine = ", ".join(f"{{id: U{n}, title: Q}}" for n in range(1, 10))
    for year, rule in (("2025", "skm-2017"), ("2016", "mean")):
        text = HEAD.replace("2025", year) + f"questions: [{nine}]\n"
        qms = load(Memory({"k.yaml": text}), DAY)
        survey = qms.get("SKM-01", Survey)
        assert survey is not None
        found = rule_of(qms, survey)
        assert found is not None
        assert found.id == rule


ROW = st.tuples(*[st.integers(1, 4).map(Decimal)] * 2)


@given(st.lists(ROW, min_size=1), st.randoms(use_true_random=False))
def test_bounded_monotone_and_in_any_order(
    rows: list[tuple[Decimal, Decimal]], chance: object
) -> None:
    survey = load(Memory(folder("u1,u2\n1,1\n")), DAY).get("SKM-01", Survey)
    assert survey is not None
    rule = SKM.model_copy(update={"elements": ()})
    found = counted(survey, rule, rows)
    assert found.value is not None
    assert 25 <= found.value <= 100
    turned = list(rows)
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert counted(survey, rule, turned).value == found.value
    better = counted(survey, rule, [(Decimal(4), second) for _, second in rows]).value
    assert better is not None
    assert better >= found.value


def test_a_half_that_is_a_sum_of_thirds_is_rounded_up() -> None:
    """24 who answered, 675 in all: 675 / 216 x 25 is 78.125 to the last digit."""
    sums = [82, 88, 84, 83, 81, 48, 55, 89, 65]
    rows = [tuple(Decimal(s * (n + 1) // 24 - s * n // 24) for s in sums) for n in range(24)]
    survey = Survey.model_construct(
        questions=tuple(SurveyQuestion.model_construct(id=f"U{n}", title="x") for n in range(9))
    )
    assert str(counted(survey, SKM, rows).value) == "78.13"
    half = weighing(None).model_copy(update={"product_places": 3})
    assert str(index_of(half, made("4.5 4.5 4.5 4.5 4.5 4.5 4.5 4.5 4.5"))) == "4.500"
