"""SMM376 change-evaluated-too-early."""

from __future__ import annotations

from smmkit.documents.review import ChangePlan
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM376", "change-evaluated-too-early", of=ChangePlan, source="ISO 9001, 6.3", clause="6.3")
def change_evaluated_too_early(plan: ChangePlan, qms: Qms) -> Problems:  # noqa: ARG001
    """A change is looked at once half of its steps are done.

    Why: what came out of it cannot be seen before most of it has happened.
    """
    day = plan.reviewed
    done = sum(bool(day and step.done and step.done <= day) for step in plan.steps)
    if day and (done == 0 or 2 * done < len(plan.steps)):
        yield problem(
            plan,
            "reviewed",
            message=say(
                "{id} was looked at on {day}, before any step was done", id=plan.id, day=day
            )
            if done == 0
            else say(
                "{id} was looked at on {day}, when {n} of {m} steps were done",
                id=plan.id,
                day=day,
                n=done,
                m=len(plan.steps),
            ),
            hint=say("write under `done:` when the steps were done, or look again"),
        )
