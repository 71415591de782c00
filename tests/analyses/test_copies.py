"""Copies of a text that somebody has on a day."""

from datetime import date

import pytest

from smmkit.analyses.lifecycle.copies import is_out
from smmkit.documents.base import HandedCopy


@pytest.mark.parametrize(
    ("day", "out"), [(1, False), (2, True), (8, True), (9, False), (10, False)]
)
def test_a_copy_is_out_from_the_day_on_which_it_is_given_to_the_one_before_it_is_back(day, out):
    copy = HandedCopy.model_construct(given=date(2026, 3, 2), recalled=date(2026, 3, 9))
    assert is_out(copy, date(2026, 3, day)) is out
    assert is_out(copy.model_copy(update={"recalled": None}), date(2026, 3, day)) is (day > 1)
