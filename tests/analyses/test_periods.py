"""Years, half-years, quarters and months."""

import itertools
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmkit.analyses.kpis.periods import frequency_of, named, parts
from smmkit.calendar_ends import months_before
from smmkit.documents.objective import Frequency
from smmkit.period_days import half_days, is_period, last_day, months, within, year_days
from smmkit.words import language

YEARS = st.integers(1000, 9999).map("{:04}".format)
PERIODS = st.one_of(
    YEARS,
    st.builds("{}-S{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
)


@pytest.mark.parametrize(
    "text", ["2019", "2019-S1", "2019-S2", "2019-Q1", "2019-Q4", "2019-01", "2019-12"]
)
def test_these_are_periods(text):
    assert is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "19",
        "20190",
        "2019-",
        "2019-S0",
        "2019-S3",
        "2019-Q0",
        "2019-Q5",
        "2019-q1",
        "2019-00",
        "2019-13",
        "2019-1",
        "0000",
        "0999",
        "２０１９",
        "2019-01-01",
        "2019Q1",
        " 2019",
        "2019\n",
        "2019-Q",
        "TW I 2019",
    ],
)
def test_these_are_not(text):
    assert not is_period(text)
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        months(text)


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2019", date(2019, 12, 31)),
        ("2019-S1", date(2019, 6, 30)),
        ("2019-S2", date(2019, 12, 31)),
        ("2019-Q1", date(2019, 3, 31)),
        ("2019-Q2", date(2019, 6, 30)),
        ("2019-12", date(2019, 12, 31)),
        ("2023-02", date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 29)),
        ("2000-02", date(2000, 2, 29)),
        ("1900-02", date(1900, 2, 28)),
    ],
)
def test_last_day(period, day):
    assert last_day(period) == day


@pytest.mark.parametrize(
    ("inner", "outer", "is_within"),
    [
        ("2019-07", "2019-Q3", True),
        ("2019-Q3", "2019", True),
        ("2019-Q3", "2019-S2", True),
        ("2019-Q2", "2019-S2", False),
        ("2019-Q3", "2019-Q3", True),
        ("2019-06", "2019-Q3", False),
        ("2019-10", "2019-Q3", False),
        ("2019", "2019-Q3", False),
        ("2019-Q3", "2019-07", False),
        ("2018-12", "2019", False),
        ("2020-01", "2019", False),
    ],
)
def test_within(inner, outer, is_within):
    assert within(inner, outer) is is_within


@pytest.mark.parametrize(
    ("period", "frequency", "expected"),
    [
        ("2019", Frequency.QUARTERLY, ["2019-Q1", "2019-Q2", "2019-Q3", "2019-Q4"]),
        ("2019", Frequency.HALF_YEARLY, ["2019-S1", "2019-S2"]),
        ("2019-S2", Frequency.QUARTERLY, ["2019-Q3", "2019-Q4"]),
        ("2019-Q3", Frequency.HALF_YEARLY, []),
        ("2019-Q3", Frequency.MONTHLY, ["2019-07", "2019-08", "2019-09"]),
        ("2019-07", Frequency.MONTHLY, ["2019-07"]),
        ("2019", Frequency.YEARLY, ["2019"]),
        ("2019-Q3", Frequency.YEARLY, []),
        ("2019-Q4", Frequency.YEARLY, []),
        ("2019-07", Frequency.QUARTERLY, []),
        ("2019-09", Frequency.QUARTERLY, []),
    ],
)
def test_parts(period, frequency, expected):
    assert parts(period, frequency) == expected


@given(PERIODS, st.sampled_from(Frequency))
def test_parts_fill_a_period_without_gap_or_overlap(period, frequency):
    found = parts(period, frequency)
    spans = [months(part) for part in found]
    assert all(within(part, period) and frequency_of(part) is frequency for part in found)
    assert all(a[1] + 1 == b[0] for a, b in itertools.pairwise(spans))
    if found:
        assert (spans[0][0], spans[-1][1]) == months(period)


def test_the_last_year_of_the_calendar_is_one_yet():
    assert months_before(date(9999, 12, 31), 1) == date(9999, 11, 30)
    assert months_before(date(9999, 11, 30), -1) == date(9999, 12, 30)
    assert months_before(date(9999, 12, 31), -1) == date.max
    assert months_before(date(1, 1, 1), 1) == date.min


@pytest.mark.parametrize(
    ("period", "english", "indonesian"),
    [
        ("2021", "2021", "2021"),
        ("2021-Q3", "Q3 2021", "TW III 2021"),
        ("2021-S1", "half-year 1 2021", "semester I 2021"),
        ("2021-08", "Aug 2021", "Agu 2021"),
        ("none", "none", "none"),
    ],
)
def test_a_reader_has_a_name_for_it(period, english, indonesian):
    said = [language(code).say(named(period)) for code in ("en", "id")]
    assert said == [english, indonesian]


@pytest.mark.parametrize("year", [1, 1000, 2024, 9999])
def test_the_halves_of_a_year_are_the_year(year):
    (first, middle), (after, last) = half_days(year, 1), half_days(year, 2)
    assert (first, last) == year_days(year) == (date(year, 1, 1), date(year, 12, 31))
    assert after == middle + timedelta(1)
