"""SMM421 term-is-over."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.direction import Direction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM421",
    "term-is-over",
    of=Direction,
    severity=Severity.WARNING,
    source="juknis II.A2",
    clause="4.1",
)
def term_is_over(direction: Direction, qms: Qms) -> Problems:
    """Vision and missions are those of a term that is running.

    Why: with a new head of government come other missions, and everything that follows from them.
    """
    if direction.until < qms.as_of and is_live(direction, qms):
        yield problem(
            direction,
            "until",
            message=say("the term of {id} ended on {day}", id=direction.id, day=direction.until),
            hint=say(
                "write the direction of the new term, and look at the policy and the objectives"
            ),
        )
