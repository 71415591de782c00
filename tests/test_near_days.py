"""Days that are named by the one on which somebody speaks."""

from datetime import date

import pytest

from smmkit.corrections.near_days import near_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hari ini", date(2020, 3, 1)),
        ("Hari-ini ", date(2020, 3, 1)),
        ("today", date(2020, 3, 1)),
        ("kemarin", date(2020, 2, 29)),
        ("yesterday", date(2020, 2, 29)),
        ("hari ini juga", None),
        ("besok", None),
    ],
)
def test_today_and_the_day_before_are_known(text, day):
    assert near_day(text, date(2020, 3, 1)) == day
