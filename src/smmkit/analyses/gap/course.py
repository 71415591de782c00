"""The same folder judged on several days: how what is proved and claimed has gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.parts import Gap
from smmkit.analyses.gap.totals import NUMBERS, Totals
from smmkit.analyses.gap.views import of_unit
from smmkit.analyses.proof_days.turns import on_day
from smmkit.calendar_ends import months_after
from smmkit.qms import Qms
from smmkit.standards import Standard

STEPS = {"monthly": 1, "quarterly": 3, "yearly": 12}
"""How many months lie between two days of a series."""

COUNT = 8
"""So many ends of periods a series shows, and then the day itself."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One day of a series."""

    day: date
    totals: Totals
    blocking: int
    overclaims: int
    assessment: str | None

    FOR_PROGRAMS: ClassVar = {
        "day": "day",
        "blocking": "blocking",
        "overclaims": "overclaims",
        "assessment": "assessment",
    } | {name: f"totals.{name}" for name in NUMBERS}


def course(
    qms: Qms, standard: Standard, days: Sequence[date], unit: str | None = None
) -> list[Moment]:
    """The folder as it is now, judged on each of these days; of a unit, what is its own."""
    return [moment(own_gap(on_day(qms, day), standard, unit), day) for day in sorted(set(days))]


def own_gap(qms: Qms, standard: Standard, unit: str | None) -> Gap:
    """The comparison of the whole, or what of it is a unit's."""
    found = gap(qms, standard)
    return of_unit(qms, found, unit) if unit else found


def held_against(qms: Qms, standard: Standard) -> Qms:
    """A QMS of another time, held against the standard as it is now: the same measure on both sides."""
    return replace(qms, packs=qms.packs | {standard.id: standard}, _facts={})


def moment(found: Gap, day: date) -> Moment:
    """What is kept of the comparison on one day."""
    assessment = found.assessment.id if found.assessment else None
    return Moment(day, found.totals, len(found.blocking), len(found.overclaims), assessment)


def days_of(word: str, day: date) -> list[date]:
    """The last ends of months, quarters or years before a day, and the day itself."""
    step = STEPS[word]
    first = date(day.year, (day.month - 1) // step * step + 1, 1)
    starts = {months_after(first, -step * n) for n in range(COUNT)} - {date.min}
    return [*sorted(start - timedelta(days=1) for start in starts), day]
