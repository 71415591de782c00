"""What sentences of people say of counts, steps and ways, beside what was counted and measured."""

from decimal import Decimal

import pytest

from smmkit.analyses.consistency.counts_in_text import is_first, is_meant
from smmkit.analyses.consistency.promises import the_one
from smmkit.analyses.consistency.words_of_change import from_one_to_another, in_each, of_measured
from smmkit.documents.objective import Objective


@pytest.mark.parametrize(
    ("said", "known", "meant"),
    [
        ((10, 30), (10, 40), True),
        ((9, 30), (9, 40), False),
        ((9, 39), (9, 40), True),
        ((3, 10), (7, 10), True),
        ((3, 9), (7, 9), False),
        ((6, 9), (7, 9), True),
    ],
)
def test_of_ten_and_more_one_number_is_enough_below_the_other_stands_beside_it(said, known, meant):
    assert is_meant(said, known) is meant


@pytest.mark.parametrize(("other", "is_one"), [(10, True), (9, False)])
def test_a_share_of_ten_at_the_beginning_of_a_clause_explains_a_value(other, is_one):
    assert is_first(f" 5 of {other} came", f"5 of {other}", other) is is_one


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [("WTP", "opini wtp", "WTP"), ("BB", "nilai BB", "BB"), ("BB", "bb 60 kg", None)],
)
def test_a_step_of_two_letters_is_told_by_its_case_a_longer_one_is_not(name, text, found):
    assert the_one({name: 1}, text) == found


@pytest.mark.parametrize(("other", "said"), [("24", 1), ("25", 0), ("26", 0)])
def test_what_rose_to_the_same_number_did_not_go_the_other_way(folder, other, said):
    assert len(list(from_one_to_another(folder({}), f"naik dari 25 menjadi {other}"))) == said


@pytest.mark.parametrize(("values", "said"), [((1, 2, 3), 0), ((1, 2, 2), 1), ((1, 3, 2), 1)])
def test_what_stayed_the_same_once_did_not_rise_every_quarter(folder, values, said):
    told = in_each(folder({}), "naik setiap triwulan", [Decimal(one) for one in values])
    assert len(list(told)) == said


@pytest.mark.parametrize(("rows", "said"), [("2025-Q1,5\n2025-Q2,4\n", 1), ("2025-Q1,5\n", 0)])
def test_two_values_are_enough_to_see_which_way_they_went(folder, rows, said):
    objective = (
        "kind: objective\nid: SM-1\ntitle: Fast\nversion: '1'\nstatement: Fast\npolicy_point: PP-1\n"
        "units: [U-1]\nkpis:\n  - {id: K-1, title: Served, measured_in: cases, formula: maximize,\n"
        "     aggregation: sum, frequency: quarterly, series: k.csv, targets: [{period: '2025', value: 9}]}\n"
    )
    qms = folder({"o.yaml": objective, "k.csv": "period,value\n" + rows})
    [only] = qms.of(Objective)
    assert len(list(of_measured(qms, only.kpis[0], "2025", "naik setiap triwulan"))) == said
