"""SMM523 training-without-attendance."""

from __future__ import annotations

from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM523",
    "training-without-attendance",
    of=Training,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 d",
    clause="7.2",
)
def training_without_attendance(training: Training, qms: Qms) -> Problems:
    """A training says who attended, or how many of which unit.

    Why: without it nothing shows that anybody was taught.
    """
    if training.date < qms.as_of and not any(one.attended for one in training.attendance):
        yield problem(
            training,
            "attendance" if training.attendance else "audience",
            message=say("{id} says of nobody that they attended", id=training.id),
            hint=say("write `attendance:` with the persons, or with how many of each unit"),
        )
