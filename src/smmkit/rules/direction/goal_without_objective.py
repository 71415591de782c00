"""SMM425 goal-without-objective."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.documents.direction import StrategicPlan
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM425",
    "goal-without-objective",
    of=StrategicPlan,
    severity=Severity.WARNING,
    source="juknis II.A4; ISO 9001, 6.2.1",
    clause="6.2.1",
)
def goal_without_objective(plan: StrategicPlan, qms: Qms) -> Problems:
    """Each goal of the strategic plan has an objective and a target for each year; no objective is apart.

    Why: a goal that no objective serves is remembered when the report is due.
    """
    if not is_live(plan, qms) or not live(qms, Objective):
        return
    for index, goal in enumerate(plan.goals):
        if not goal.objectives:
            yield problem(
                plan,
                "goals",
                index,
                "id",
                message=say("no objective serves {id}", id=goal.id),
                hint=say("name one under `objectives:`, or write it: `smm new objective`"),
            )
        years = {one.year for one in goal.targets}
        missing = [str(year) for year in range(plan.since, plan.until + 1) if year not in years]
        if missing:
            yield problem(
                plan,
                "goals",
                index,
                "indicator",
                message=say("{id} has no target for {years}", id=goal.id, years=missing),
                hint=say("write what is to be reached in each year of the plan"),
            )
    served = {
        id_ for one in live(qms, StrategicPlan) for goal in one.goals for id_ in goal.objectives
    }
    if apart := [one.id for one in live(qms, Objective) if one.id not in served] if served else []:
        yield problem(
            plan,
            "goals",
            message=say("these objectives serve no goal of the plan: {ids}", ids=apart),
            hint=say("name each under `objectives:` of the goal that it serves"),
        )
