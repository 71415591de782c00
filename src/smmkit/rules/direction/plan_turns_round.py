"""SMM453 plan-turns-round."""

from __future__ import annotations

from smmkit.analyses.kpis.turns import turns
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.amounts import only_number
from smmkit.documents.direction import StrategicPlan
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM453",
    "plan-turns-round",
    of=StrategicPlan,
    severity=Severity.WARNING,
    source="juknis II.A7; own rule",
    clause="6.2.1",
    filled=True,
)
def plan_turns_round(plan: StrategicPlan, qms: Qms) -> Problems:
    """The targets of a goal go one way from year to year.

    Why: what rises for four years and falls in the fifth was mistyped, or has a reason that nobody wrote.
    """
    if is_gone(plan, qms):
        return
    for index, goal in enumerate(plan.goals):
        said = sorted((one.year, n, only_number(one.target)) for n, one in enumerate(goal.targets))
        if odd := turns((n, number) for _, n, number in said):
            yield problem(
                plan,
                "goals",
                index,
                "targets",
                odd[0],
                "target",
                message=say(
                    "the targets of {id} go the other way in {year}",
                    id=goal.id,
                    year=str(goal.targets[odd[0]].year),
                ),
                hint=say("correct the number, or say in `note:` why less is wanted then"),
            )
