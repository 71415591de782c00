"""SMM425 goal-without-objective."""

from __future__ import annotations

from smmkit.analyses.live import is_live, live
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
    """Every goal of the strategic plan is served by an objective, and every year of it has a target.

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
