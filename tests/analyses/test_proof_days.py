"""The proof calendar finds the same days as looking at every day."""

from datetime import date, timedelta

import pytest

from running import EXAMPLE
from smmkit.analyses.proof_days.lapses import Calendar, proved
from smmkit.analyses.proof_days.turns import on_day
from smmkit.calendar_ends import months_after, months_before
from smmkit.files.tree import Disk
from smmkit.loading.folder import load

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def example():
    return load(Disk(EXAMPLE))


def test_the_internal_audit_lapses_a_year_after_it_was_held(example):
    pack = example.standard("iso9001-2015")
    found = {
        one.clause.id: one for one in proved(example, pack, date(2021, 1, 1), date(2021, 12, 31))
    }
    audit = found["9.2.1"]
    assert (audit.proved, audit.lapses, audit.until) == (True, date(2021, 11, 9), date(2021, 11, 8))
    assert [document.id for document in audit.gone] == ["AI-2020-1"]


@pytest.mark.parametrize(
    ("standard", "clauses"),
    [("juknis", ("A2", "B5", "C1", "C2", "III")), ("iso9001-2015", ("6.1.1", "7.2", "9.2.1"))],
)
def test_no_day_is_missed(example, standard, clauses):
    pack = example.standard(standard)
    first, last = months_before(example.as_of, 8), months_after(example.as_of, 12)
    calendar = Calendar(example, pack)
    for one in proved(example, pack, first, last):
        if one.clause.id in clauses:
            assert one.lapses == (day_after(calendar, one.clause, last) if one.proved else None)
            assert one.since == day_since(calendar, one.clause, first)


def test_what_begins_just_inside_the_time_looked_at_is_told(example):
    """Then no other day before it lies inside, on which it was not proved yet."""
    day = date(2020, 3, 1)
    then = on_day(example, day)
    pack, first = then.standard("iso9001-2015"), months_before(day, 12)
    calendar = Calendar(then, pack)
    found = [*proved(then, pack, first, day)]
    assert date(2019, 3, 4) in {one.since for one in found}
    for one in found:
        assert one.since == day_since(calendar, one.clause, first)


@pytest.mark.parametrize("standard", ["juknis", "iso9001-2015"])
def test_no_day_of_four_years_is_missed(example, standard):
    """It looks at each of some 1,400 days, for every fourth clause."""
    pack = example.standard(standard)
    first, last = months_before(example.as_of, 24), months_after(example.as_of, 24)
    calendar = Calendar(example, pack)
    for one in list(proved(example, pack, first, last))[::4]:
        assert one.lapses == (day_after(calendar, one.clause, last) if one.proved else None)
        assert one.since == day_since(calendar, one.clause, first)


def day_after(calendar, clause, last):
    """The first day after that of judgement on which a clause is not proved, looking at each."""
    day = calendar.qms.as_of
    while day < last:
        day += timedelta(1)
        if not calendar.is_proved(clause, day):
            return day
    return None


def day_since(calendar, clause, first):
    """The day since when it is as it is on the day of judgement, looking at each before."""
    day = calendar.qms.as_of
    now = calendar.is_proved(clause, day)
    while day > first:
        if calendar.is_proved(clause, day - timedelta(1)) is not now:
            return day
        day -= timedelta(1)
    return None


@pytest.mark.parametrize(("more", "lapses"), [(0, date(2021, 11, 9)), (-1, None)])
def test_what_lapses_on_the_last_day_that_is_looked_at_is_told(example, more, lapses):
    pack = example.standard("iso9001-2015")
    last = date(2021, 11, 9) + timedelta(more)
    found = {one.clause.id: one for one in proved(example, pack, date(2021, 1, 1), last)}
    assert found["9.2.1"].lapses == lapses
