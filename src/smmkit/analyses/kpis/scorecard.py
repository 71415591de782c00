"""KPIs in groups: by perspective, or by the units that work for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from smmkit.analyses.kpis.formulas import HUNDRED
from smmkit.analyses.kpis.result import Progress, Result
from smmkit.documents.objective import Objective, Perspective
from smmkit.page import Tone
from smmkit.qms import Qms
from smmkit.words import ClosedList, Message, Words, say


class Grouping(ClosedList):
    """What KPIs are grouped by."""

    PERSPECTIVE = "perspective"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Group:
    """The KPIs of one perspective or unit."""

    id: str
    title: Message | Words | str
    kpis: tuple[Result, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "id",
        "title": "title",
        "measured": "measured",
        "reached": "reached",
        "red": "red",
        "mean_achievement": "mean",
        "kpis": "ids",
    }

    @property
    def ids(self) -> list[str]:
        """The ids of its KPIs."""
        return [one.kpi.id for one in self.kpis]

    @property
    def judged(self) -> list[Result]:
        """Those that could be judged."""
        return [one for one in self.kpis if one.progress is Progress.MEASURED]

    @property
    def measured(self) -> int:
        """How many could be judged."""
        return len(self.judged)

    @property
    def reached(self) -> int:
        """How many are on target."""
        return sum(
            one.achievement is not None and one.achievement >= HUNDRED for one in self.judged
        )

    @property
    def red(self) -> int:
        """How many are in a band of the worst tone."""
        return sum(one.band is not None and one.band.tone is Tone.BAD for one in self.judged)

    @property
    def mean(self) -> Decimal | None:
        """The mean of what was achieved, each cut at 100."""
        return mean_achievement(self.kpis)


def mean_achievement(found: Iterable[Result]) -> Decimal | None:
    """The mean of the achievements that are there, each cut to 0 up to 100; None without any.

    Why cut: one indicator at 400 percent would hide three that failed.
    """
    values = [
        min(max(one.achievement, Decimal(0)), HUNDRED)
        for one in found
        if one.achievement is not None and not one.is_part_of_sum
    ]
    return sum(values, Decimal(0)) / len(values) if values else None


def grouped(qms: Qms, found: list[Result], by: Grouping) -> list[Group]:
    """The groups in the order of their list; a KPI of several units is in each of them."""
    if by is Grouping.PERSPECTIVE:
        names: list[tuple[str, Any]] = [(one.value, one.label) for one in Perspective]
    else:
        units = qms.settings.units if qms.settings else ()
        names = [(one.id, f"{one.id} {one.title}") for one in units]
    groups = [Group(id_, title, tuple(of(found, id_, by))) for id_, title in names]
    rest = [one for one in found if not places(one.objective, by) & {id_ for id_, _ in names}]
    groups += [Group("", say("in none of these"), tuple(rest))] if rest else []
    return [one for one in groups if one.kpis or by is Grouping.PERSPECTIVE]


def of(found: list[Result], id_: str, by: Grouping) -> list[Result]:
    """The KPIs of one group."""
    return [one for one in found if id_ in places(one.objective, by)]


def places(objective: Objective, by: Grouping) -> set[str]:
    """The groups that an objective is in."""
    if by is Grouping.UNIT:
        return set(objective.units)
    return {objective.perspective.value} if objective.perspective else set()
