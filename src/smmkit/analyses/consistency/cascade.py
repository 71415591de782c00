"""From the missions down to what units promise, and where the thread ends, upward and downward."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.consistency.promises import contradiction
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.direction import Direction, Goal, PerformanceAgreement, StrategicPlan
from smmkit.documents.objective import Kpi, Objective
from smmkit.qms import Qms
from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Thread:
    """One KPI on its way down: a mission, a goal, an objective, and the agreements that promise it."""

    mission: str | None
    goal: str | None
    objective: str
    kpi: str
    agreements: tuple[str, ...]
    other_targets: tuple[Message, ...]
    """Agreements of the year whose target is another."""

    FOR_PROGRAMS: ClassVar = {
        "mission": "mission",
        "goal": "goal",
        "objective": "objective",
        "kpi": "kpi",
        "agreements": "agreements",
        "other_targets": "other_targets",
    }


@dataclass(frozen=True, slots=True)
class Orphan:
    """Something that leads no further, and in which direction."""

    id: str
    upward: bool
    why: Message

    FOR_PROGRAMS: ClassVar = {"id": "id", "upward": "upward", "why": "why"}


@dataclass(frozen=True, slots=True)
class Cascade:
    """Every thread and every end."""

    threads: tuple[Thread, ...]
    orphans: tuple[Orphan, ...]

    FOR_PROGRAMS: ClassVar = {"threads": "threads", "orphans": "orphans"}


def cascade(qms: Qms, year: str) -> Cascade:
    """The cascade of a year: what no longer holds is left out."""
    plans = [one for one in qms.of(StrategicPlan) if not is_gone(one, qms)]
    goals = [goal for plan in plans for goal in plan.goals]
    papers = [one for one in qms.of(PerformanceAgreement) if str(one.year) == year]
    objectives = [one for one in qms.of(Objective) if not is_gone(one, qms)]
    found = [thread for one in objectives for thread in threads(qms, one, goals, papers, year)]
    return Cascade(tuple(found), tuple(orphans(qms, objectives, goals, papers)))


def threads(
    qms: Qms,
    objective: Objective,
    goals: list[Goal],
    papers: list[PerformanceAgreement],
    year: str,
) -> Iterator[Thread]:
    """The threads of one objective, one for each KPI and each goal that it serves."""
    served: list[Goal | None] = [goal for goal in goals if objective.id in goal.objectives]
    for kpi in objective.kpis:
        promised: list[str] = []
        others: list[Message] = []
        for paper in papers:
            for promise in paper.promises:
                if promise.kpi == kpi.id:
                    promised.append(paper.id)
                    others += other_target(qms, kpi, paper, promise.target, int(year))
        for goal in served or [None]:
            mission, name = (goal.mission, goal.id) if goal else (None, None)
            yield Thread(mission, name, objective.id, kpi.id, tuple(promised), tuple(others))


def other_target(
    qms: Qms, kpi: Kpi, paper: PerformanceAgreement, target: str, year: int
) -> Iterator[Message]:
    """What an agreement promises other than the KPI has."""
    other = contradiction(qms, kpi, year, target)
    if other:
        yield say(
            "{paper}: {said}, not {wanted}", paper=paper.id, said=other.said, wanted=other.wanted
        )


def orphans(
    qms: Qms,
    objectives: list[Objective],
    goals: list[Goal],
    papers: list[PerformanceAgreement],
) -> Iterator[Orphan]:
    """What nothing above asks for, and what nothing below carries out."""
    for direction in qms.of(Direction):
        for mission in direction.own_missions:
            if not any(goal.mission == mission for goal in goals):
                yield Orphan(mission, False, say("no goal serves this mission"))
    known = {one.id for one in objectives}
    for goal in goals:
        if not known.intersection(goal.objectives):
            yield Orphan(goal.id, False, say("no objective serves this goal"))
        if goal.mission is None:
            yield Orphan(goal.id, True, say("it serves no mission"))
    for objective in objectives:
        if goals and not any(objective.id in goal.objectives for goal in goals):
            yield Orphan(objective.id, True, say("it serves no goal of a strategic plan"))
        for kpi in objective.kpis:
            promised = any(p.kpi == kpi.id for paper in papers for p in paper.promises)
            if papers and not promised:
                yield Orphan(kpi.id, False, say("no performance agreement promises it"))
    for paper in papers:
        for promise in paper.promises:
            if promise.objective not in known:
                yield Orphan(paper.id, True, say("{id} is no objective", id=promise.objective))
