"""SMM422 direction-not-evaluated."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import months_after
from smmkit.documents.direction import Direction, DirectionEvaluation
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Evaluating(Part):
    """How often it is done."""

    months: Annotated[Whole, Field(ge=1)] = 12
    """How many months an evaluation holds where it names no next day."""
    late: Annotated[Whole, Field(ge=0)] = 183
    """How many days an earlier one may have come late."""


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
    done = sorted((e for e in direction.evaluations if e.on <= qms.as_of), key=lambda e: e.on)
    due = next_day(done[-1], settings) if done else None
    late = [
        (by, after.on)
        for before, after in pairwise(done)
        if (by := next_day(before, settings)) and (after.on - by).days > settings.late
    ]
    if not done:
        said = say("{id} was never evaluated", id=direction.id)
    elif due and due < qms.as_of:
        said = say("{id} was to be evaluated by {day}", id=direction.id, day=due)
    elif late:
        said = say(
            "{id} was to be evaluated by {day}, and was on {on}",
            id=direction.id,
            day=late[-1][0],
            on=late[-1][1],
        )
    else:
        return
    yield problem(
        direction,
        "evaluations" if direction.evaluations else "vision",
        message=said,
        hint=say("look whether it still fits, and write what came out under `evaluations:`"),
    )


def next_day(done: DirectionEvaluation, settings: Evaluating) -> date | None:
    """By which day it is evaluated again."""
    return done.next or months_after(done.on, settings.months)
