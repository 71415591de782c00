"""Which counted number a sentence means, where it says another."""

import pytest

from smmkit.analyses.consistency.counts_in_text import is_first, is_meant


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
