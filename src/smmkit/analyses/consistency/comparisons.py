"""The comparisons of a performance report (PermenPANRB 53/2014): years, plan, standard, reasons, cost."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from smmkit.analyses.kpis.formulas import HUNDRED, achievement, formulas
from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.result import Progress, Result
from smmkit.analyses.kpis.scales import scale_of, value_of
from smmkit.analyses.kpis.years import years
from smmkit.analyses.texts.amounts import only_number
from smmkit.documents.direction import Achievement, Goal, PerformanceReport, StrategicPlan
from smmkit.documents.objective import Formula, Kpi, Objective
from smmkit.qms import Qms
from smmkit.words import ClosedList

NEAR = Decimal(5)
"""Percent: within so much more or less, money and achievement go together."""


class Efficiency(ClosedList):
    """Whether more was reached than was paid for."""

    EFFICIENT = "efficient"
    AS_PLANNED = "as-planned", "as planned"
    INEFFICIENT = "inefficient"


@dataclass(frozen=True, slots=True)
class PlanEnd:
    """What the strategic plan wants at its end, and how far the way there is done."""

    year: int
    target: Decimal
    word: str | None
    """The word of the scale, where it wants one."""
    reached: Decimal | None
    """The achievement of today's value against it, in percent."""

    FOR_PROGRAMS: ClassVar = {
        "year": "year",
        "target": "target",
        "word": "word",
        "achievement": "reached",
    }


@dataclass(frozen=True, slots=True)
class Comparison:
    """One KPI in a year, held against all that a performance report asks for."""

    now: Result
    before: tuple[Result, ...]
    """The years before, the latest first, three at most."""
    plan: PlanEnd | None
    benchmark: Decimal | None
    against_benchmark: Decimal | None
    """The achievement against the national standard, in percent."""
    analysis: str
    """Why it came out so, as a report of the year says."""
    spent: Decimal | None
    """How much of the budget was spent, in percent."""
    efficiency: Efficiency | None

    FOR_PROGRAMS: ClassVar = {
        "kpi": "now",
        "years_before": "before",
        "plan_end": "plan",
        "benchmark": "benchmark",
        "against_benchmark": "against_benchmark",
        "analysis": "analysis",
        "spent": "spent",
        "efficiency": "efficiency",
    }


def comparison(qms: Qms, objective: Objective, kpi: Kpi, year: str) -> Comparison:
    """A KPI with everything that its year is compared with."""
    now = result(qms, objective, kpi, year)
    earlier = [one for one in years(qms, objective, kpi, year) if one.period < year]
    reported = reported_achievement(qms, kpi, year)
    spent = share_spent(reported)
    return Comparison(
        now,
        tuple(reversed(earlier[-3:])),
        plan_end(qms, objective, kpi, now),
        kpi.benchmark,
        against(qms, kpi, now, kpi.benchmark),
        (reported.analysis if reported else None) or "",
        spent,
        efficiency(now.achievement, spent),
    )


def reported_achievement(qms: Qms, kpi: Kpi, year: str) -> Achievement | None:
    """What the latest performance report says of a KPI in a year."""
    reports = [one for one in qms.of(PerformanceReport) if one.date <= qms.as_of]
    found = [
        one
        for report in sorted(reports, key=lambda one: one.date)
        for one in report.achievements
        if one.kpi == kpi.id and one.period == year
    ]
    return found[-1] if found else None


def against(qms: Qms, kpi: Kpi, now: Result, mark: Decimal | None) -> Decimal | None:
    """The achievement of a measured value against another mark than its target."""
    if mark is None or now.actual is None or now.progress is not Progress.MEASURED:
        return None
    return achievement(kpi, now.actual, mark, qms.fact(formulas))


def share_spent(reported: Achievement | None) -> Decimal | None:
    """How much of the budget was spent, in percent."""
    if reported is None or reported.spent is None or reported.budget is None:
        return None
    return reported.spent / reported.budget * HUNDRED if reported.budget > 0 else None


def efficiency(reached: Decimal | None, spent: Decimal | None) -> Efficiency | None:
    """Whether more was reached than was paid for, by more than a little."""
    if reached is None or spent is None:
        return None
    more = reached - spent
    if more > NEAR:
        return Efficiency.EFFICIENT
    return Efficiency.INEFFICIENT if more < -NEAR else Efficiency.AS_PLANNED


def plan_end(qms: Qms, objective: Objective, kpi: Kpi, now: Result) -> PlanEnd | None:
    """What the strategic plan of the time wants of a KPI in its last year."""
    for plan in qms.of(StrategicPlan):
        if not plan.since <= int(now.period[:4]) <= plan.until:
            continue
        for goal in plan.goals:
            if objective.id in goal.objectives and is_measured_by(goal, kpi):
                last = max(goal.targets, key=lambda one: one.year, default=None)
                wanted = None if last is None else number_in(qms, kpi, last.target)
                if last is not None and wanted is not None:
                    word = last.target.strip() if kpi.formula is Formula.ORDINAL else None
                    return PlanEnd(last.year, wanted, word, against(qms, kpi, now, wanted))
    return None


def is_measured_by(goal: Goal, kpi: Kpi) -> bool:
    """Whether the indicator of a goal is this KPI, by its title."""
    asked, title = goal.indicator.casefold(), kpi.title.casefold()
    return title in asked or asked in title


def number_in(qms: Qms, kpi: Kpi, text: str) -> Decimal | None:
    """The number that a target says; of a word what it counts."""
    if kpi.formula is Formula.ORDINAL:
        scale = scale_of(qms, kpi.words)
        return value_of(scale, text.strip()) if scale else None
    return only_number(text)
