"""SMM375 change-not-evaluated."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.review import ChangePlan
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class After(Part):
    """How long it may take."""

    days: Annotated[Whole, Field(ge=0)] = 90
    """How many days after its last step a change is looked at."""


@rule(
    "SMM375",
    "change-not-evaluated",
    of=ChangePlan,
    severity=Severity.WARNING,
    source="ISO 9001, 6.3 and 8.5.6",
    clause="6.3",
    settings=After,
)
def change_not_evaluated(plan: ChangePlan, qms: Qms, settings: After) -> Problems:
    """Some time after its last step somebody looks what a change has brought.

    Why: a change that nobody looks at again was an experiment on the public.
    """
    if not is_live(plan, qms) or (plan.reviewed and plan.result):
        return
    ends = [step.done or step.due for step in plan.steps]
    known = [day for day in ends if day]
    if known and len(known) == len(ends) and (qms.as_of - max(known)).days > settings.days:
        yield problem(
            plan,
            "reviewed" if plan.reviewed else "steps",
            message=say(
                "nobody says what {id} has brought; it ended on {day}", id=plan.id, day=max(known)
            ),
            hint=say("look what came out, and write `reviewed:` and `result:`"),
        )
