"""Every KPI in a period: target, actual, achievement, and its name on the declared scale."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from smmkit.analyses.formulas import FORMULAS, Definition, achievement
from smmkit.analyses.periods import last_day, months, parts, within
from smmkit.analyses.series import Observation, series
from smmkit.documents.objective import Aggregation, Kpi, Objective, Target
from smmkit.documents.settings import Band, Scale
from smmkit.qms import Qms
from smmkit.words import ClosedList, Words


class Progress(ClosedList):
    """Whether a KPI can be judged in a period."""

    MEASURED = "measured"
    INCOMPLETE = "incomplete"
    NO_DATA = "no-data"
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

    FOR_PROGRAMS: ClassVar = {
        "id": "kpi.id",
        "title": "kpi.title",
        "objective": "objective.id",
        "measured_in": "kpi.measured_in",
        "period": "period",
        "target": "target",
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
    there is no achievement: a part of a year is not the year.
    """
    seen = {o.period: o for o in qms.fact(series)[kpi.id].observations if within(o.period, period)}
    asked = parts(period, kpi.frequency)
    due = [part for part in asked if last_day(part) <= qms.as_of]
    missing = tuple(part for part in due if part not in seen)
    values = [seen[part] for part in due if part in seen]
    target, word = target_of(qms, kpi, period)
    actual = aggregated(kpi.aggregation, [o.value for o in values])
    progress = progress_of(target, due, values, missing)
    reached = None
    if progress is Progress.MEASURED and actual is not None and target is not None:
        reached = achievement(kpi, actual, target)
        progress = Progress.NO_FORMULA if reached is None else progress
    return Result(
        kpi,
        objective,
        period,
        progress,
        target,
        word,
        actual,
        values[-1].word if values else None,
        reached,
        band_of(qms, kpi, reached),
        len(values),
        len(due),
        missing,
    )


def progress_of(
    target: Decimal | None, due: list[str], values: list[Observation], missing: tuple[str, ...]
) -> Progress:
    """Whether there is enough to judge by."""
    if target is None:
        return Progress.NO_TARGET
    if not due:
        return Progress.NOT_DUE
    if not values:
        return Progress.NO_DATA
    return Progress.INCOMPLETE if missing else Progress.MEASURED


def target_of(qms: Qms, kpi: Kpi, period: str) -> tuple[Decimal | None, str | None]:
    """The target of a period: its own; else that of its parts together; else, unless values are
    added up, that of the period around it.
    """
    own = [target for target in kpi.targets if target.period == period]
    inside = [target for target in kpi.targets if within(target.period, period)]
    around = [target for target in kpi.targets if within(period, target.period)]
    if not own and covers(inside, period):
        inside.sort(key=lambda target: months(target.period))
        values = [number(qms, kpi, target) for target in inside]
        known = [value for value in values if value is not None]
        return aggregated(kpi.aggregation, known), inside[-1].word
    chosen = own or ([] if kpi.aggregation is Aggregation.SUM else around)
    return (number(qms, kpi, chosen[0]), chosen[0].word) if chosen else (None, None)


def covers(targets: list[Target], period: str) -> bool:
    """Whether targets of parts of a period make the whole, none twice: two quarters are no year."""
    spans = sorted(months(target.period) for target in targets)
    first, last = months(period)
    return (
        bool(spans)
        and spans[0][0] == first
        and spans[-1][1] == last
        and all(one[1] + 1 == two[0] for one, two in pairwise(spans))
    )


def number(qms: Qms, kpi: Kpi, target: Target) -> Decimal | None:
    """A target as a number, also where it is a word."""
    if target.word is None:
        return target.value
    scale = qms.get(kpi.words or "", Scale)
    return next((w.value for w in scale.words if w.word == target.word), None) if scale else None


def aggregated(how: Aggregation, values: list[Decimal]) -> Decimal | None:
    """Many values as one; none as None."""
    if not values:
        return None
    if how is Aggregation.LAST:
        return values[-1]
    total = sum(values, Decimal(0))
    return total if how is Aggregation.SUM else total / len(values)


def band_of(qms: Qms, kpi: Kpi, reached: Decimal | None) -> Band | None:
    """The first band of the KPI's scale that the unrounded achievement reaches."""
    scale = qms.get(kpi.scale or "", Scale)
    if scale is None or reached is None:
        return None
    return next((band for band in scale.bands if reached >= band.at_least), None)
