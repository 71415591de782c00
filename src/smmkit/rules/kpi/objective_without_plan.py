"""SMM405 objective-without-plan."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.objective import Objective, Plan
from smmkit.model.fields import fields_of, named
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM405",
    "objective-without-plan",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 6.2.2",
    clause="6.2.2",
)
def objective_without_plan(objective: Objective, qms: Qms) -> Problems:
    """An objective has a plan: what is done, with what, by whom, when, and how it is judged.

    Why: a target that nobody works for is a wish.
    """
    if objective.plan is None and is_live(objective, qms):
        yield problem(
            objective,
            "statement",
            message=say("{id} has no plan how it will be reached", id=objective.id),
            hint=say(
                "write `plan:` with {fields}",
                fields=[named(Plan, name) for name in fields_of(Plan)],
            ),
        )
