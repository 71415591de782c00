"""SMM426 mission-without-goal."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.documents.direction import Direction, StrategicPlan
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM426",
    "mission-without-goal",
    of=Direction,
    severity=Severity.WARNING,
    source="juknis II.A2",
    clause="4.1",
)
def mission_without_goal(direction: Direction, qms: Qms) -> Problems:
    """A mission of our own has a goal in the strategic plan, and a goal serves a mission of our own.

    Why: a mission that no goal carries is carried out by nobody.
    """
    goals = [goal for plan in live(qms, StrategicPlan) for goal in plan.goals]
    if not is_live(direction, qms) or not any(goal.mission for goal in goals):
        return
    served = {goal.mission for goal in goals}
    for index, mission in enumerate(direction.own_missions):
        if mission not in served:
            yield problem(
                direction,
                "own_missions",
                index,
                message=say("no goal of a strategic plan serves {mission}", mission=mission),
                hint=say("name the mission at the goal that serves it, or write that goal"),
            )
    for plan in live(qms, StrategicPlan):
        for index, goal in enumerate(plan.goals):
            is_known = goal.mission in {mission.id for mission in direction.missions}
            if is_known and direction.own_missions and goal.mission not in direction.own_missions:
                yield problem(
                    plan,
                    "goals",
                    index,
                    "mission",
                    message=say(
                        "{id} serves {mission}, which is not one of ours",
                        id=goal.id,
                        mission=goal.mission,
                    ),
                    hint=say("name one of {missions}", missions=direction.own_missions),
                )
