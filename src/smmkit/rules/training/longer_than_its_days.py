"""SMM967 longer-than-its-days."""

from __future__ import annotations

from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

MOST = 12
"""So many hours a day at most, an evening included."""


@rule(
    "SMM967",
    "longer-than-its-days",
    of=Training,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.2",
    filled=True,
)
def longer_than_its_days(training: Training, qms: Qms) -> Problems:  # noqa: ARG001
    """A training has no more hours than its days.

    Why: hours that cannot have been held are written for the certificate.
    """
    days = ((training.until or training.date) - training.date).days + 1
    if training.hours is not None and days > 0 and training.hours > days * MOST:
        yield problem(
            training,
            "hours",
            message=say(
                "{hours} hours do not fit into its days ({n})", hours=training.hours, n=days
            ),
            hint=say("write its last day under `until:`, or the hours that were held"),
        )
