"""SMM424 target-outside-plan."""

from __future__ import annotations

from smmkit.documents.direction import StrategicPlan
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM424", "target-outside-plan", of=StrategicPlan, source="juknis II.A7", clause="6.2.1")
def target_outside_plan(plan: StrategicPlan, qms: Qms) -> Problems:  # noqa: ARG001
    """A goal has targets for years of its plan, each year once.

    Why: a target of another year belongs to another plan, and nobody reports on it.
    """
    for index, goal in enumerate(plan.goals):
        seen: set[int] = set()
        for n, one in enumerate(goal.targets):
            inside = plan.since <= one.year <= plan.until
            if not inside or one.year in seen:
                outside = say("{year} is no year of {id}", year=str(one.year), id=plan.id)
                twice = say("{goal} has two targets for {year}", goal=goal.id, year=str(one.year))
                yield problem(
                    plan,
                    "goals",
                    index,
                    "targets",
                    n,
                    "year",
                    message=twice if inside else outside,
                    hint=say("correct the year, or take the target out"),
                )
            seen.add(one.year)
