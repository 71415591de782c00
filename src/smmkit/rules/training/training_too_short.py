"""SMM527 training-too-short."""

from __future__ import annotations

from decimal import Decimal

from smmkit.documents.training import Training, TrainingType
from smmkit.model.part import Number, Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Length(Part):
    """How long is long enough."""

    briefing: Number = Decimal(2)
    """The fewest hours of a briefing."""
    others: Number = Decimal(4)
    """The fewest hours of any other training."""


@rule(
    "SMM527",
    "training-too-short",
    of=Training,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.2",
    settings=Length,
)
def training_too_short(training: Training, qms: Qms, settings: Length) -> Problems:  # noqa: ARG001
    """A training lasts long enough for what it teaches.

    Why: in one hour nobody learns the requirements of a standard, still less to audit them.
    """
    is_brief = training.training_type in {TrainingType.BRIEFING, TrainingType.ON_THE_JOB}
    least = settings.briefing if is_brief else settings.others
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
