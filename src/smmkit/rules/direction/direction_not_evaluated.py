"""SMM422 direction-not-evaluated."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.kpis.periods import months_after
from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.direction import Direction
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Evaluating(Part):
    """How often it is done."""

    months: Annotated[Whole, Field(ge=1)] = 12
    """How many months an evaluation holds where it names no next day."""


@rule(
    "SMM422",
    "direction-not-evaluated",
    of=Direction,
    severity=Severity.WARNING,
    source="juknis II.A2; ISO 9001, 4.1",
    clause="4.1",
    settings=Evaluating,
)
def direction_not_evaluated(direction: Direction, qms: Qms, settings: Evaluating) -> Problems:
    """Vision and missions are evaluated, and again when it is time.

    Why: the guide asks for drawing up and evaluation; a direction that nobody looks at leads nowhere.
    """
    if not is_live(direction, qms):
        return
    done = [one for one in direction.evaluations if one.on <= qms.as_of]
    last = max(done, key=lambda one: one.on) if done else None
    due = (last.next or months_after(last.on, settings.months)) if last else None
    if last is None:
        said = say("{id} was never evaluated", id=direction.id)
    elif due and due < qms.as_of:
        said = say("{id} was to be evaluated by {day}", id=direction.id, day=due)
    else:
        return
    yield problem(
        direction,
        "evaluations" if direction.evaluations else "vision",
        message=said,
        hint=say("look whether it still fits, and write what came out under `evaluations:`"),
    )
