"""SMM429 found-not-to-fit."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.documents.direction import Direction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM429",
    "found-not-to-fit",
    of=Direction,
    severity=Severity.WARNING,
    source="juknis II.A2",
    clause="4.1",
    filled=True,
)
def found_not_to_fit(direction: Direction, qms: Qms) -> Problems:
    """A direction that was found not to fit was changed since; one that is not inherited is another one.

    Why: an evaluation that says no, and nothing follows, has only been written down.
    """
    if not is_live(direction, qms):
        return
    if not direction.inherits and squeezed(direction.vision) == squeezed(direction.parent_vision):
        yield problem(
            direction,
            "inherits",
            message=say(
                "{id} does not inherit the vision of the parent, and has the same", id=direction.id
            ),
            hint=say("write `inherits: true`, or the vision of its own"),
        )
    last = max(direction.evaluations, key=lambda one: one.on, default=None)
    approved = max((one.on for one in direction.approvals), default=None)
    if last and not last.fits and (approved is None or approved <= last.on):
        yield problem(
            direction,
            "evaluations",
            direction.evaluations.index(last),
            "fits",
            message=say(
                "{id} was found not to fit on {day}, and is unchanged", id=direction.id, day=last.on
            ),
            hint=say(
                "write a new version and have it approved, or say in a new evaluation why it fits"
            ),
        )
