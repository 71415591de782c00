"""SMM521 evaluated-before-held."""

from __future__ import annotations

from smmkit.documents.training import Training
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM521", "evaluated-before-held", of=Training, source="ISO 9001, 7.2 c", clause="7.2")
def evaluated_before_held(training: Training, qms: Qms) -> Problems:  # noqa: ARG001
    """A training is evaluated after it was held.

    Why: whether it helped cannot be seen before it has begun.
    """
    for index, one in enumerate(training.evaluations):
        if one.on < training.date:
            yield problem(
                training,
                "evaluations",
                index,
                "on",
                message=say(
                    "{id} was held on {date} and evaluated on {day} already",
                    id=training.id,
                    date=training.date,
                    day=one.on,
                ),
                hint=say("correct one of the two days"),
            )
