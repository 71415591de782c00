"""Whether a KPI is SMART (and grows, C), letter by letter, each with what shows it and what lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.kpis.formulas import achievement, formulas
from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.rates import is_between, possible
from smmkit.analyses.kpis.result import Progress
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import target_of
from smmkit.analyses.organization.wishes import is_wished
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.direction import PerformanceAgreement, StrategicPlan
from smmkit.documents.objective import Kpi, Objective
from smmkit.period_days import FIRST_YEAR
from smmkit.qms import Qms
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import ClosedList, Message, say


class Letter(ClosedList):
    """The letters of SMART, and C of the ministry of finance."""

    S = "S", "specific"
    M = "M", "measurable"
    A = "A", "achievable"
    R = "R", "relevant"
    T = "T", "time-bound"
    C = "C", "continuously improved"


@dataclass(frozen=True, slots=True)
class Judged:
    """One letter: whether it holds, and why."""

    letter: Letter
    shown: tuple[Message | str, ...]
    lacking: tuple[Message | str, ...]
    unknown: tuple[Message | str, ...] = ()
    """Why it cannot be told."""

    FOR_PROGRAMS: ClassVar = {
        "letter": "letter",
        "holds": "holds",
        "shown": "shown",
        "lacking": "lacking",
        "unknown": "unknown",
    }

    @property
    def holds(self) -> bool | None:
        """Whether nothing lacks; None where that cannot be told."""
        return None if self.unknown and not self.lacking else not self.lacking


Asked = list[tuple[bool | None, Message, Message]]
"""What is asked: whether it is so, what is said then, and what is said where it is not, or not known."""


def smart(qms: Qms, objective: Objective, kpi: Kpi, year: str) -> list[Judged]:
    """Every letter in its order."""
    asked = {
        Letter.S: specific(qms, objective, kpi),
        Letter.M: measurable(qms, kpi),
        Letter.A: achievable(qms, objective, kpi, year),
        Letter.R: relevant(qms, objective, kpi),
        Letter.T: time_bound(objective, kpi, year),
        Letter.C: improved(qms, objective, kpi, year),
    }
    return [
        Judged(
            letter,
            tuple(yes for is_so, yes, _ in questions if is_so),
            tuple(no for is_so, _, no in questions if is_so is False),
            tuple(no for is_so, _, no in questions if is_so is None),
        )
        for letter, questions in asked.items()
    ]


def specific(qms: Qms, objective: Objective, kpi: Kpi) -> Asked:
    """It says what, and who answers for it."""
    statement = objective.statement
    vague = pattern_of(qms.fact(vocabulary).vague)
    is_vague = vague.search(statement) is not None and not any(map(str.isdigit, statement))
    return [
        (not is_vague, say("the objective says how much"), say("the objective says only: better")),
        (bool(kpi.title), say("one indicator: {title}", title=kpi.title), say("it has no name")),
        (bool(objective.units), say("units: {units}", units=objective.units), say("no unit")),
    ]


def measurable(qms: Qms, kpi: Kpi) -> Asked:
    """It has a unit of measure, a source, and values."""
    seen = len(qms.fact(series)[kpi.id].observations)
    how = say("measured in {unit}; {formula}", unit=kpi.measured_in, formula=kpi.formula.label)
    return [
        (True, how, how),
        (kpi.data_source is not None, say("the source of data is named"), say("no `data_source`")),
        (seen > 0, say("values: {n}", n=seen), say("nothing was measured yet")),
    ]


def achievable(qms: Qms, objective: Objective, kpi: Kpi, year: str) -> Asked:
    """Its target is possible, stands beside what was before, and has means."""
    values = [one.value for one in kpi.targets if one.value is not None]
    earlier = any(one.period < year for one in qms.fact(series)[kpi.id].observations)
    is_known = kpi.baseline is not None or earlier
    known = say("values of earlier years are there")
    if kpi.baseline is not None:
        known = say("before it was {n}", n=kpi.baseline)
    fits = all(is_between(possible(kpi), value) for value in values)
    return [
        (fits, say("the targets are possible"), say("a target is not possible")),
        (is_known, known, say("no `baseline`, and nothing was measured before")),
        (
            objective.plan is not None,
            say("the plan names resources"),
            say("no `plan` with resources"),
        ),
    ]


def relevant(qms: Qms, objective: Objective, kpi: Kpi) -> Asked:
    """It serves the policy, the strategic plan, and stands in an agreement."""
    goals = [
        goal.id
        for plan in qms.of(StrategicPlan)
        for goal in plan.goals
        if objective.id in goal.objectives
    ]
    agreements = [
        one.id
        for one in qms.of(PerformanceAgreement)
        if any(promise.kpi == kpi.id for promise in one.promises)
    ]
    points = objective.points_served
    promised = agreements or [one for one in (objective.performance_agreement,) if one]
    above: Asked = [
        (bool(goals), say("serves {goals}", goals=goals), say("no goal of a strategic plan")),
        (
            bool(promised),
            say("promised in {papers}", papers=promised),
            say("promised in no performance agreement"),
        ),
    ]
    is_asked = is_wished(qms, "performance-agreement")
    return [
        (bool(points), say("serves {points}", points=points), say("no point of the policy")),
        *(one for one in above if is_asked or one[0]),
    ]


def time_bound(objective: Objective, kpi: Kpi, year: str) -> Asked:
    """It has a target for the year, a rhythm, and a plan with its end."""
    how = say("measured {frequency}", frequency=kpi.frequency.label)
    has_target = any(one.period[:4] == year for one in kpi.targets)
    return [
        (has_target, say("a target for {year}", year=year), say("no target for {year}", year=year)),
        (True, how, how),
        (
            objective.plan is not None,
            say("the plan says until when"),
            say("no `plan` with its end"),
        ),
    ]


def improved(qms: Qms, objective: Objective, kpi: Kpi, year: str) -> Asked:
    """Its target is no worse than what was reached the year before."""
    before = result(qms, objective, kpi, str(max(int(year) - 1, FIRST_YEAR)))
    aim = target_of(qms, kpi, year)
    if before.actual is None or before.progress is not Progress.MEASURED or aim.value is None:
        nothing = say("nothing to compare with in the year before")
        return [(None, nothing, nothing)]
    reached = achievement(kpi, before.actual, aim.nearest(before.actual), qms.fact(formulas))
    is_more = reached is None or reached <= 100
    return [
        (
            is_more,
            say("the target asks for no less than the year before had"),
            say("the year before had more already: {n}", n=before.printed_actual),
        )
    ]
