"""SMM420 vision-not-inherited."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.unfilled import blank_in
from smmkit.documents.direction import Direction
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM420", "vision-not-inherited", of=Direction, source="juknis II.A2", clause="4.1")
def vision_not_inherited(direction: Direction, qms: Qms) -> Problems:  # noqa: ARG001
    """A vision that is inherited is that of the parent, word by word.

    Why: the paper says that both are the same, and shows that they are not.
    """
    if not direction.inherits or blank_in(direction):
        return
    if squeezed(direction.vision) != squeezed(direction.parent_vision):
        yield problem(
            direction,
            "vision",
            message=say(
                "{id} inherits the vision of the parent, and has another one", id=direction.id
            ),
            hint=say("copy `parent_vision:`, or write `inherits: false`"),
        )
