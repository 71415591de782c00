"""Days that are counted on and back, up to the ends of the calendar, and what was done by one."""

from __future__ import annotations

from datetime import date


def moved(day: date, days: int) -> date:
    """A day so many days later, or earlier; beyond the calendar, the first or the last that there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def is_done(done: date | bool | None, day: date) -> bool:
    """Whether something was done by a day; what names no day for it counts at once."""
    return done <= day if isinstance(done, date) else bool(done)


def missed(due: date | None, done: date | bool | None, day: date) -> bool:
    """Whether something was to be done before a day, and was not by then."""
    return due is not None and due < day and not is_done(done, day)
