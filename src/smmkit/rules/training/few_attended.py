"""SMM522 few-attended."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.documents.training import Training
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Share(Part):
    """How many are enough."""

    percent: Annotated[Whole, Field(ge=0, le=100)] = 75
    """How many of a hundred who were invited attend at least."""


@rule(
    "SMM522",
    "few-attended",
    of=Training,
    severity=Severity.WARNING,
    source="juknis II.A6; own rule",
    clause="7.3",
    settings=Share,
)
def few_attended(training: Training, qms: Qms, settings: Share) -> Problems:  # noqa: ARG001
    """Most of those who were asked to a training attended it.

    Why: what one of many has heard, the others do not know.
    """
    asked = [one for one in training.attendance if one.invited]
    invited = sum(one.invited or 0 for one in asked)
    attended = sum(one.attended for one in asked)
    if attended and attended * 100 < invited * settings.percent:
        yield problem(
            training,
            "attendance",
            message=say(
                "{n} of {m} who were invited attended {id}", n=attended, m=invited, id=training.id
            ),
            hint=say("teach those who were not there, and write that as a training, too"),
        )
