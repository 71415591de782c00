"""SMM912 more-attended-than-work-here."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.documents.training import Audience, Training
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Staff(Part):
    """How far the number of staff may have changed since a training."""

    percent: Annotated[Whole, Field(ge=0)] = 20
    """By how many percent more may have worked here than qms.yaml says today."""


@rule(
    "SMM912",
    "more-attended-than-work-here",
    of=Training,
    severity=Severity.WARNING,
    source="juknis II.A6; own rule",
    clause="7.3",
    settings=Staff,
    filled=True,
)
def more_attended_than_work_here(training: Training, qms: Qms, limits: Staff) -> Problems:
    """A training for all staff was attended by no more than work here.

    Why: the share of the staff that was reached is counted from it. Each unit alone may look right; that
    their sum is more than there are tells that one was made up, or that people were counted twice.
    """
    there = qms.settings.headcount if qms.settings else None
    attended = sum(one.attended for one in training.attendance)
    if there is None or Audience.ALL_STAFF not in training.audience:
        return
    if 100 * attended > (100 + limits.percent) * there:
        yield problem(
            training,
            "attendance",
            message=say(
                "{n} attended {id} in all; {m} work here", n=attended, id=training.id, m=there
            ),
            hint=say("count each person once, or put `headcount:` in qms.yaml right"),
        )
