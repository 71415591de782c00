"""SMM408 other-target-planned."""

from __future__ import annotations

from smmkit.analyses.consistency.planned_targets import measured_by
from smmkit.analyses.consistency.promises import contradiction
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.direction import StrategicPlan
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM408",
    "other-target-planned",
    of=StrategicPlan,
    severity=Severity.WARNING,
    source="juknis II.A4 and II.A7",
    clause="6.2.1",
)
def other_target_planned(plan: StrategicPlan, qms: Qms) -> Problems:
    """A strategic plan and the objective that serves it have the same target for a year.

    Why: the plan is what the agency has promised; an objective below it gives that up in silence.
    """
    if is_gone(plan, qms):
        return
    for index, goal in enumerate(plan.goals):
        kpi = measured_by(goal, qms)
        for n, one in enumerate(goal.targets if kpi else ()):
            other = kpi and contradiction(qms, kpi, one.year, one.target)
            if kpi and other:
                yield problem(
                    plan,
                    "goals",
                    index,
                    "targets",
                    n,
                    "target",
                    message=say(
                        "{goal} wants {said} in {year}, and the target of {id} is {wanted}",
                        goal=goal.id,
                        said=other.said,
                        year=str(one.year),
                        id=kpi.id,
                        wanted=other.wanted,
                    ),
                    hint=say("write the same target in both, or a goal for what differs"),
                )
