"""SMM428 unfit-and-unchanged."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.live import live
from smmkit.documents.direction import Direction
from smmkit.model import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class InTime(Part):
    """How soon a direction follows."""

    days: Annotated[Whole, Field(ge=0)] = 90
    """How many days after it was found not to fit another version is approved."""


@rule(
    "SMM428",
    "unfit-and-unchanged",
    severity=Severity.WARNING,
    source="juknis II.A2",
    clause="4.1",
    settings=InTime,
)
def unfit_and_unchanged(qms: Qms, limits: InTime) -> Problems:
    """A direction that was found not to fit is written anew.

    Why: whoever finds that the vision no longer fits, and goes on, evaluates for show.
    """
    for direction in live(qms, Direction):
        if not direction.evaluations:
            continue
        last = max(direction.evaluations, key=lambda one: one.on)
        is_over = (qms.as_of - last.on).days > limits.days
        anew = any(given.on > last.on for given in direction.approvals)
        if not last.fits and is_over and not anew:
            yield problem(
                direction,
                "evaluations",
                direction.evaluations.index(last),
                "fits",
                message=say(
                    "found on {day} not to fit, and the same text still holds", day=last.on
                ),
                hint=say("write it anew in a new version, and have that approved"),
            )
