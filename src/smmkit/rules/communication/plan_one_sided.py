"""SMM377 plan-one-sided."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.context import Side
from smmkit.documents.review import CommunicationPlan
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM377",
    "plan-one-sided",
    of=CommunicationPlan,
    severity=Severity.WARNING,
    source="ISO 9001, 7.4",
    clause="7.4",
)
def plan_one_sided(plan: CommunicationPlan, qms: Qms) -> Problems:
    """A communication plan says what is told inside and what is told outside.

    Why: who tells only the public is asked by the staff, and the other way round.
    """
    found = {entry.side for entry in plan.entries}
    if len(found) == 1 and is_live(plan, qms):
        missing = next(side for side in Side if side not in found)
        yield problem(
            plan,
            "entries",
            message=say("{id} has nothing that is {side}", id=plan.id, side=missing.label),
            hint=say("write what is told there, to whom, when and how"),
        )
