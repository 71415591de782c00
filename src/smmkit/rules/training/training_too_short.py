"""SMM527 training-too-short."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from smmkit.documents.training import Training, TrainingType
from smmkit.model.part import Number, Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

TAUGHT = (TrainingType.COURSE, TrainingType.CERTIFICATION)

WEEK: Final = 7


class Length(Part):
    """How long is long enough."""

    briefing: Number = Decimal(2)
    """The fewest hours of a briefing, a workshop, and a training at the place of work."""
    others: Number = Decimal(4)
    """The fewest hours of a course, and of a training that certifies somebody."""
    of_a_day: Number = Decimal(2)
    """The fewest hours of each of several days in a row, up to a week."""


@rule(
    "SMM527",
    "training-too-short",
    of=Training,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.2",
    settings=Length,
    wish="training-groups",
)
def training_too_short(training: Training, qms: Qms, settings: Length) -> Problems:  # noqa: ARG001
    """A training lasts long enough for what it teaches.

    Why: in one hour nobody learns the requirements of a standard, still less to audit them.
    """
    least = settings.others if training.training_type in TAUGHT else settings.briefing
    days = (training.until - training.date).days + 1 if training.until else 1
    if 1 < days <= WEEK and training.training_type in TAUGHT:
        least = max(least, settings.of_a_day * days)
    if training.hours is not None and training.hours < least:
        yield problem(
            training,
            "hours",
            message=say(
                "{id} lasted {hours} hours; {sort} takes {least} at least",
                id=training.id,
                hours=training.hours,
                sort=getattr(training.training_type, "label", training.training_type),
                least=least,
            ),
            hint=say("teach the rest, or set the length under `rules:` in qms.yaml"),
        )
