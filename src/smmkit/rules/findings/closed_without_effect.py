"""SMM844 closed-without-effect."""

from __future__ import annotations

from smmkit.documents.finding import CorrectiveAction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM844",
    "closed-without-effect",
    of=CorrectiveAction,
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1",
    clause="10.2.1",
)
def closed_without_effect(action: CorrectiveAction, qms: Qms) -> Problems:  # noqa: ARG001
    """A corrective action is closed only once it has helped, and that was looked at after it was done.

    Why: what did not help comes again, and then as a repeated nonconformity.
    """
    effect = action.effectiveness
    if action.closed is None or effect is None:
        return
    if not effect.effective:
        message = say("{id} is closed, though it did not help", id=action.id)
    elif effect.checked_on > action.closed:
        message = say(
            "{id} was closed on {closed}, before its effect was looked at on {day}",
            id=action.id,
            closed=action.closed,
            day=effect.checked_on,
        )
    else:
        return
    yield problem(
        action,
        "closed",
        message=message,
        hint=say("take `closed:` away until it has helped, and write what is done next"),
    )
