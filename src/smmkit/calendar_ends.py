"""Days and months counted on and back, up to the ends of the calendar, and what was done by a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def moved(day: date, days: int) -> date:
    """A day so many days later, or earlier; beyond the calendar, the first or the last that there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of the month where there is no such day.

    Beyond the years that a day can have, the first or the last day there is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if months > 0 else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is no such day."""
    return months_before(day, -months)


def is_done(done: date | bool | None, day: date) -> bool:
    """Whether something was done by a day; what names no day for it counts at once."""
    return done <= day if isinstance(done, date) else bool(done)


def missed(due: date | None, done: date | bool | None, day: date) -> bool:
    """Whether something was to be done before a day, and was not by then."""
    return due is not None and due < day and not is_done(done, day)
