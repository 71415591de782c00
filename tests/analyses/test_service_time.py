"""Times of services: working days, shares, and what is late; complaints by what they are about."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmkit.analyses.kpis.workdays import working_days_after, working_days_between
from smmkit.analyses.processes.service_time import complaints, cost_of_failure, timings
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.qms import Qms

DAYS = st.dates(date(2019, 1, 1), date(2022, 12, 31))


@given(DAYS, st.integers(-5, 60), st.frozensets(DAYS, max_size=5))
def test_working_days_are_those_that_one_counts(
    start: date, span: int, free: frozenset[date]
) -> None:
    end = start + timedelta(span)
    counted = sum(
        day.weekday() < 5 and day not in free
        for n in range(1, span + 1)
        for day in [start + timedelta(n)]
    )
    assert working_days_between(start, end, free) == counted


FREE = frozenset({date(2025, 12, 25), date(2026, 1, 1), date(2024, 2, 29), date(2025, 12, 27)})


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2025-12-19", 1, "2025-12-22"),  # a Friday: Monday is the first
        ("2025-12-20", 1, "2025-12-22"),
        ("2025-12-21", 1, "2025-12-22"),
        ("2025-12-24", 1, "2025-12-26"),  # over a holiday
        ("2025-12-25", 1, "2025-12-26"),  # begun on one
        ("2025-12-26", 1, "2025-12-29"),  # a holiday on a Saturday takes none away
        ("2025-12-31", 1, "2026-01-02"),  # over the end of the year
        ("2025-12-31", 2, "2026-01-05"),
        ("2024-02-28", 1, "2024-03-01"),  # 29 February, free
        ("2023-02-28", 1, "2023-03-01"),
        ("2025-12-22", 0, "2025-12-22"),
        ("2025-12-27", 0, "2025-12-27"),
        ("9999-12-31", 5, "9999-12-31"),
    ],
)
def test_so_many_working_days_later(start: str, days: int, end: str) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert working_days_after(first, days, FREE) == last
    if last < date.max:
        assert working_days_between(first, last, FREE) == days


def test_a_holiday_counts_on_the_last_day_and_not_on_the_first() -> None:
    assert working_days_between(date(2025, 12, 25), date(2025, 12, 26), FREE) == 1
    assert working_days_between(date(2025, 12, 24), date(2025, 12, 25), FREE) == 0
    assert working_days_between(date(2025, 12, 26), date(2025, 12, 29), FREE) == 1  # a Saturday


LOG = """\
kind: service-log
id: LOG-1
title: L
date: 2026-01-01
until: 2026-03-31
service: L1
cases:
  - {number: "1", received: 2026-01-05, due: 2026-01-09, released: 2026-01-09}
  - {number: "2", received: 2026-01-05, due: 2026-01-09, released: 2026-01-12}
  - {number: "3", received: 2026-01-05, due: 2026-02-20, released: 2026-02-02}
  - {number: "4", received: 2026-01-05, due: 2026-01-30}
  - {number: "5", received: 2026-03-02}
"""
STANDARD = """\
kind: service-standard
id: S1
title: S
version: "1"
service: L1
requirements: []
procedure: []
time_limit: four days
promised_days: 4
fee: none
product: letter
complaint_channels: []
"""
COMPLAINT = """\
kind: feedback
id: FB-%s
title: F
date: 2026-01-05
feedback_type: complaint
about: L1
channel: web
statement: slow
unit: U-1
cause: %s
"""


def made(**files: str) -> Qms:
    texts = {"l.yaml": LOG, "s.yaml": STANDARD, **{f"{n}.yaml": t for n, t in files.items()}}
    return load(Memory(texts), date(2026, 2, 1))


def test_the_day_itself_is_in_time_and_the_next_is_not() -> None:
    whole, january, february = timings(made())
    assert (whole.promised, whole.cases, whole.released) == (4, 5, 3)
    assert (whole.in_time, whole.dated, whole.open_late) == (2, 3, 1)
    assert (january.month, january.in_time, january.dated) == ("2026-01", 1, 2)
    assert (february.month, february.mean, february.longest) == ("2026-02", Decimal(20), 20)
    assert whole.median == Decimal(5)


@pytest.mark.parametrize(("day", "late"), [(date(2026, 1, 30), 0), (date(2026, 1, 31), 1)])
def test_what_is_due_on_the_day_itself_is_not_late(day: date, late: int) -> None:
    qms = load(Memory({"l.yaml": LOG, "s.yaml": STANDARD}), day)
    assert timings(qms)[0].open_late == late


def test_what_is_done_on_the_day_it_came_took_no_day() -> None:
    at_once = LOG.replace("due: 2026-01-09, released: 2026-01-12", "released: 2026-01-05")
    assert timings(load(Memory({"l.yaml": at_once}), date(2026, 2, 1)))[1].mean == Decimal(2)
    answered = COMPLAINT % ("1", "delay") + "answered: 2026-01-05\nanswer: sorry\n"
    assert complaints(made(a=answered))[0].mean == 0


def test_holidays_of_the_agency_are_no_working_days() -> None:
    home = (
        "kind: qms\nid: Q\ntitle: Q\nversion: '1'\nsmmkit: 2\n"
        "organization: {name: B, short_name: B, head: H}\nscope: {statement: S}\n"
        "reporting: {holidays: [2026-01-07]}\n"
    )
    qms = load(Memory({"l.yaml": LOG, "qms.yaml": home}), date(2026, 2, 1))
    assert timings(qms)[1].mean == Decimal("3.5")


def test_complaints_by_cause_the_commonest_first() -> None:
    answered = COMPLAINT % ("1", "delay") + "answered: 2026-01-08\nanswer: sorry\naccepted: true\n"
    (found,) = complaints(
        made(a=answered, b=COMPLAINT % ("2", "delay"), c=COMPLAINT % ("3", "attitude"))
    )
    assert (found.number, found.answered, found.mean, found.justified) == (3, 1, Decimal(3), 1)
    assert found.causes == (("delay", 2), ("attitude", 1))


def test_what_nobody_has_costed_is_not_nothing() -> None:
    assert cost_of_failure(made()) is None
