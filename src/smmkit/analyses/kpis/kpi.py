"""Every KPI in a period: its values as one, held against its target, named on its scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from smmkit.analyses.kpis.formulas import achievement, formula_of, formulas
from smmkit.analyses.kpis.of_year import of_year
from smmkit.analyses.kpis.periods import STEP, frequency_of, parts, years_from
from smmkit.analyses.kpis.rates import factor_of
from smmkit.analyses.kpis.result import Progress, Result
from smmkit.analyses.kpis.scales import band_at, scale_of
from smmkit.analyses.kpis.series import Observation, series
from smmkit.analyses.kpis.targets import Aim, aggregated, asked_in, begins, target_of, target_up_to
from smmkit.analyses.kpis.workdays import is_due
from smmkit.analyses.lifecycle.state import GONE, State, standings
from smmkit.documents.objective import Aggregation, Kpi, Objective
from smmkit.period_days import first_day, last_day, months, within
from smmkit.qms import Qms


def results(qms: Qms, period: str) -> list[Result]:
    """Every KPI of the folder in a period, as it can be shown, in the order of the objectives."""
    return [
        result_shown(qms, objective, kpi, period)
        for objective in qms.of(Objective)
        for kpi in objective.kpis
    ]


def told_results(qms: Qms) -> list[Result]:
    """The KPIs that count, in the year that is told; none where there is no year."""
    return [one for one in qms.fact(told_year)[1] if is_counted(qms, one)]


def is_counted(qms: Qms, found: Result) -> bool:
    """Whether a KPI counts in its period: its objective was approved, and was not gone before the end."""
    stands = qms.fact(standings)[found.objective.id]
    if stands.state in GONE:
        return stands.since is not None and stands.since > last_day(found.period)
    return stands.state is not State.DRAFT


def told_period(qms: Qms) -> str | None:
    """The year whose KPIs are told; None where no KPI has a value or a target."""
    return qms.fact(told_year)[0]


def told_year(qms: Qms) -> tuple[str | None, list[Result]]:
    """The last year by the day in which a KPI can be named on its scale or lacks a value, and all KPIs in it.

    Where there is none, the year of the latest value or target.
    """
    last = last_period(qms)
    if last is None:
        return None, []
    year = min(int(last[:4]), qms.as_of.year)
    for one in reversed(years_from(year - 1, year)):
        found = results(qms, one)
        if any(each.band or each.progress is Progress.INCOMPLETE for each in found):
            return one, found
    return last, results(qms, last)


def last_period(qms: Qms) -> str | None:
    """The year of the latest measured value or, without any, of the latest target; else None."""
    seen = [o.period for s in qms.fact(series).values() for o in s.observations]
    asked = [t.period for o in qms.of(Objective) for kpi in o.kpis for t in kpi.targets]
    years = {period[:4] for period in seen or asked}
    return max(years) if years else None


def result_shown(qms: Qms, objective: Objective, kpi: Kpi, period: str) -> Result:
    """One KPI in a period; while nothing of it is due, in the last one before that is complete.

    Why: on the first days of a year nothing is known of it, and what was known must not vanish.
    """
    found = result(qms, objective, kpi, period)
    if found.progress is not Progress.NOT_DUE or first_day(period) > qms.as_of:
        return found
    for earlier in before(kpi, period):
        other = result(qms, objective, kpi, earlier)
        if other.progress is Progress.MEASURED and other.last_complete is None:
            return replace(other, period=period, last_complete=earlier)
    return found


def before(kpi: Kpi, period: str) -> Iterator[str]:
    """The periods before one, the nearest first, up to two years: as long as it, or as its values are."""
    length = max(frequency_of(period), kpi.frequency, key=STEP.__getitem__)
    start, year = months(period)[0], int(period[:4])
    years = years_from(year - 2, year)
    for one in (part for each in reversed(years) for part in reversed(parts(each, length))):
        if months(one)[1] < start:
            yield one


def result(qms: Qms, objective: Objective, kpi: Kpi, period: str) -> Result:
    """One KPI in one period; many ask for the same."""
    known = qms.fact(_results)
    found = known.get((kpi.id, period))
    if found is None or found.kpi is not kpi or found.objective is not objective:
        found = known[kpi.id, period] = counted(qms, objective, kpi, period)
    return found


def _results(_: Qms) -> dict[tuple[str, str], Result]:
    """What was counted already, by the KPI and the period."""
    return {}


def counted(qms: Qms, objective: Objective, kpi: Kpi, period: str) -> Result:
    """One KPI in one period, from what was measured.

    A value is due when its period and the time to report it are over. While one that is due is missing,
    there is no achievement: a part of a year is not the year. One that can have no value, with its
    reason, is not due.
    """
    read = qms.fact(series)[kpi.id]
    asked, start = asked_in(kpi, period), begins(kpi, period)
    seen = {
        o.period: o
        for o in of_year(read, period[:4])
        if within(o.period, period) and months(o.period)[1] >= start
    }
    excused = {part: read.excused[part] for part in asked if part in read.excused}
    last = max(seen, key=months, default=None)
    due = [
        part
        for part in asked
        if part not in excused and ((last and part <= last) or is_due(qms, kpi, part))
    ]
    values = [seen[part] for part in due if part in seen]
    formula = qms.fact(formulas)[kpi.formula]
    missing = tuple(part for part in due if part not in seen)
    is_open = bool(values) and not missing and len(due) + len(excused) < len(asked)
    found = Result(
        kpi,
        objective,
        period,
        Progress.NOT_DUE,
        formula,
        actual=actual_of(kpi, values),
        actual_word=values[-1].word if values else None,
        measured=len(values),
        due=len(due),
        missing=missing,
        not_measured={part: why for part, why in excused.items() if last_day(part) <= qms.as_of},
        last_complete=due[-1] if is_open else None,
        since=asked[0] if asked and start > months(period)[0] else None,
        scale=scale_of(qms, kpi.scale),
        sources=tuple(formula.sources(qms)),
    )
    return judged(qms, found, values)


def judged(qms: Qms, found: Result, values: Sequence[Observation]) -> Result:
    """What a result is worth: held against the target of what it holds for."""
    kpi, last = found.kpi, found.last_complete
    interim = target_up_to(qms, kpi, found.period, last) if last else None
    aim = interim or target_of(qms, kpi, found.period)
    progress, reached = progress_of(found, aim, values), None
    measure = aim.value if found.actual is None else aim.nearest(found.actual)
    formula = formula_of(kpi, None if aim.value is None else measure, qms.fact(formulas))
    if progress is Progress.MEASURED and aim.value is not None:
        if found.actual is not None:
            reached = achievement(kpi, found.actual, aim.nearest(found.actual), qms.fact(formulas))
        progress = Progress.NO_FORMULA if reached is None else progress
    values_scale = scale_of(qms, kpi.value_scale)
    is_part = bool(last and interim is None and kpi.aggregation is Aggregation.SUM and aim.value)
    return replace(
        found,
        progress=progress,
        formula=formula,
        sources=tuple(formula.sources(qms)),
        target=aim.value,
        target_word=aim.word,
        target_up_to=aim.up_to,
        achievement=reached,
        band=band_at(found.scale, reached)
        if found.scale and reached is not None and not is_part
        else None,
        value_scale=values_scale,
        value_band=band_at(values_scale, found.actual)
        if values_scale and found.actual is not None
        else None,
        is_part_of_sum=is_part,
    )


def actual_of(kpi: Kpi, values: Sequence[Observation]) -> Decimal | None:
    """The values of a period as one; a rate from all its cases, None where some are not known."""
    if kpi.aggregation is not Aggregation.RATIO:
        return aggregated(kpi.aggregation, [one.value for one in values])
    if len(values) == 1 and not values[0].has_parts:
        return values[0].value
    return pooled(kpi, values)


def pooled(kpi: Kpi, values: Sequence[Observation]) -> Decimal | None:
    """All numerators over all denominators; None where one lacks."""
    if not values or not all(one.has_parts for one in values):
        return None
    above = sum((one.numerator for one in values if one.numerator is not None), Decimal(0))
    below = sum((one.denominator for one in values if one.denominator is not None), Decimal(0))
    return above / below * factor_of(kpi) if below else None


def progress_of(found: Result, aim: Aim, values: Sequence[Observation]) -> Progress:
    """Whether there is enough to judge by."""
    if aim.value is None:
        return Progress.NO_TARGET
    if not found.due:
        return Progress.NOT_MEASURABLE if found.not_measured else Progress.NOT_DUE
    if not values:
        return Progress.NO_DATA
    return Progress.INCOMPLETE if found.missing else Progress.MEASURED
