"""SMM520 training-not-evaluated."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.documents.training import Training
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Wait(Part):
    """How long it may take."""

    days: Annotated[Whole, Field(ge=0)] = 180
    """How many days after a training it is evaluated at the latest."""


@rule(
    "SMM520",
    "training-not-evaluated",
    of=Training,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 c; juknis II.A6",
    clause="7.2",
    settings=Wait,
)
def training_not_evaluated(training: Training, qms: Qms, settings: Wait) -> Problems:
    """Some time after a training somebody looks whether it helped.

    Why: attendance shows that people were in the room, not that they can do it now.
    """
    ended = training.until or training.date
    if not training.evaluations and (qms.as_of - ended).days > settings.days:
        yield problem(
            training,
            "date",
            message=say(
                "nobody has looked whether {id} helped; it ended on {day}",
                id=training.id,
                day=ended,
            ),
            hint=say("ask or watch those who attended, then write it under `evaluations:`"),
        )
