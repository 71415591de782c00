"""Days so many months apart."""

from datetime import date

import pytest

from smmkit.calendar_ends import months_after, months_before


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 3, 10), 12, date(2026, 3, 10)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),  # in a leap year it is the 29th again
        (date(2096, 2, 29), 48, date(2100, 2, 28)),  # 2100 is none
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2023, 2, 28), 12, date(2024, 2, 28)),  # and not the end of the month
        (date(2025, 3, 31), 1, date(2025, 4, 30)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2024, 8, 31), -6, date(2024, 2, 29)),
        (date(2025, 1, 1), -1, date(2024, 12, 1)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
        (date(2025, 6, 30), 0, date(2025, 6, 30)),
        (date(9999, 1, 1), 36, date.max),
    ],
)
def test_months_after(day, months, later):
    assert months_after(day, months) == later


def test_before_the_first_year_there_is_only_its_first_day():
    assert months_before(date(1, 5, 1), 12) == date.min
