"""SMM423 plan-of-other-years."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.direction import StrategicPlan
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM423",
    "plan-of-other-years",
    of=StrategicPlan,
    severity=Severity.WARNING,
    source="juknis II.A7; ISO 9001, 5.1.1",
    clause="5.1.1",
)
def plan_of_other_years(plan: StrategicPlan, qms: Qms) -> Problems:
    """A strategic plan covers the year that is running.

    Why: objectives that follow from a plan that is over follow from nothing.
    """
    year = qms.as_of.year
    if is_live(plan, qms) and not plan.since <= year <= plan.until:
        yield problem(
            plan,
            "until" if plan.until < year else "since",
            message=say(
                "{id} is for {since} to {until}, and now it is {year}",
                id=plan.id,
                since=str(plan.since),
                until=str(plan.until),
                year=str(year),
            ),
            hint=say("add the plan that is in force, and withdraw the one that is over"),
        )
