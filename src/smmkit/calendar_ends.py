"""Days that are counted on and back, up to the ends of the calendar."""

from __future__ import annotations

from datetime import date


def moved(day: date, days: int) -> date:
    """A day so many days later, or earlier; beyond the calendar, the first or the last that there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
