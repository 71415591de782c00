"""Every KPI in a period: target, actual, achievement, and its name on the declared scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from smmkit.analyses.formulas import FORMULAS, Definition, achievement
from smmkit.analyses.periods import last_day, parts, within
from smmkit.analyses.scales import band_at
from smmkit.analyses.series import Observation, series
from smmkit.analyses.targets import aggregated, target_of
from smmkit.documents.objective import Kpi, Objective
from smmkit.documents.settings import Band, Scale
from smmkit.qms import Qms
from smmkit.words import ClosedList, Words


class Progress(ClosedList):
    """Whether a KPI can be judged in a period."""

    MEASURED = "measured"
    INCOMPLETE = "incomplete"
    NO_DATA = "no-data"
    NOT_MEASURABLE = "not-measurable", "cannot be measured"
    NO_TARGET = "no-target"
    NOT_DUE = "not-due", "not yet due"
    NO_FORMULA = "no-formula", "cannot be counted"


@dataclass(frozen=True, slots=True)
class Result:
    """A KPI in one period. What is None is missing, never 0."""

    kpi: Kpi
    objective: Objective
    period: str
    progress: Progress
    target: Decimal | None = None
    target_word: str | None = None
    actual: Decimal | None = None
    actual_word: str | None = None
    achievement: Decimal | None = None
    """Percent, unrounded."""
    band: Band | None = None
    """The step of the scale that the unrounded achievement reaches."""
    measured: int = 0
    """How many values there are."""
    due: int = 0
    """How many there should be on the day of judgement."""
    missing: tuple[str, ...] = ()
    """The periods that are over and have no value."""
    target_up_to: Decimal | None = None
    """The upper end of a target that is a range."""
    not_measured: Mapping[str, str] = field(default_factory=dict)
    """The periods that can have no value, each with the reason."""

    FOR_PROGRAMS: ClassVar = {
        "id": "kpi.id",
        "title": "kpi.title",
        "objective": "objective.id",
        "measured_in": "kpi.measured_in",
        "period": "period",
        "target": "target",
        "target_up_to": "target_up_to",
        "target_word": "target_word",
        "actual": "actual",
        "actual_word": "actual_word",
        "formula": "kpi.formula",
        "formula_written": "formula.written",
        "formula_version": "formula.version",
        "aggregation": "kpi.aggregation",
        "cap": "kpi.cap",
        "achievement": "achievement",
        "progress": "progress",
        "status": "status",
        "scale": "kpi.scale",
        "measured": "measured",
        "due": "due",
        "missing": "missing",
        "not_measured": "not_measured",
    }

    @property
    def formula(self) -> Definition:
        """The formula by which its achievement is counted."""
        return FORMULAS[self.kpi.formula]

    @property
    def status(self) -> Words | None:
        """The name of the step that it reaches."""
        return self.band.label if self.band else None


def results(qms: Qms, period: str) -> list[Result]:
    """Every KPI of the folder in a period, in the order of the objectives."""
    return [
        result(qms, objective, kpi, period)
        for objective in qms.of(Objective)
        for kpi in objective.kpis
    ]


def last_period(qms: Qms) -> str | None:
    """The year of the latest measured value or, without any, of the latest target; else None."""
    seen = [o.period for s in qms.fact(series).values() for o in s.observations]
    asked = [t.period for o in qms.of(Objective) for kpi in o.kpis for t in kpi.targets]
    years = {period[:4] for period in seen or asked}
    return max(years) if years else None


def result(qms: Qms, objective: Objective, kpi: Kpi, period: str) -> Result:
    """One KPI in one period.

    Only periods that are over on the day of judgement are due. While one that is due has no value,
    there is no achievement: a part of a year is not the year. One that can have no value, with its
    reason, is not due.
    """
    read = qms.fact(series)[kpi.id]
    seen = {o.period: o for o in read.observations if within(o.period, period)}
    over = [part for part in parts(period, kpi.frequency) if last_day(part) <= qms.as_of]
    excused = {part: read.excused[part] for part in over if part in read.excused}
    due = [part for part in over if part not in excused]
    missing = tuple(part for part in due if part not in seen)
    values = [seen[part] for part in due if part in seen]
    aim = target_of(qms, kpi, period)
    actual = aggregated(kpi.aggregation, [o.value for o in values])
    progress = progress_of(aim.value, due, values, missing, is_excused=bool(excused))
    reached = None
    if progress is Progress.MEASURED and actual is not None and aim.value is not None:
        reached = achievement(kpi, actual, aim.nearest(actual))
        progress = Progress.NO_FORMULA if reached is None else progress
    return Result(
        kpi,
        objective,
        period,
        progress,
        aim.value,
        aim.word,
        actual,
        values[-1].word if values else None,
        reached,
        band_of(qms, kpi, reached),
        len(values),
        len(due),
        missing,
        aim.up_to,
        excused,
    )


def progress_of(
    target: Decimal | None,
    due: list[str],
    values: list[Observation],
    missing: tuple[str, ...],
    *,
    is_excused: bool,
) -> Progress:
    """Whether there is enough to judge by."""
    if target is None:
        return Progress.NO_TARGET
    if not due:
        return Progress.NOT_MEASURABLE if is_excused else Progress.NOT_DUE
    if not values:
        return Progress.NO_DATA
    return Progress.INCOMPLETE if missing else Progress.MEASURED


def band_of(qms: Qms, kpi: Kpi, reached: Decimal | None) -> Band | None:
    """The first band of the KPI's scale that the unrounded achievement reaches."""
    scale = qms.get(kpi.scale or "", Scale)
    if scale is None or reached is None:
        return None
    return band_at(scale, reached)
