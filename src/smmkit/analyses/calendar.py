"""Days that lie so many months apart."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.periods import months_before


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is no such day."""
    return months_before(day, -months)
