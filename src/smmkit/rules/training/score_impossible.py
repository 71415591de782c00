"""SMM530 score-impossible."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents import Information
from smmkit.documents.resources import ExternalProviders
from smmkit.documents.training import Training
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

MOST = 100
"""The best score in a test."""


@rule(
    "SMM530",
    "score-impossible",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
)
def score_impossible(document: Information, qms: Qms) -> Problems:
    """A score in a test is 0 to 100, and no score of a provider lies alone above that.

    Why: 186 for 86 makes the mean of all of them wrong, and the auditor reads the number first.
    """
    if isinstance(document, Training):
        scores = [*of_tests(document)]
    elif isinstance(document, ExternalProviders) and not is_gone(document, qms):
        scores = [*of_providers(document)]
        if 2 * sum(score > MOST for _, score in scores) >= len(scores):
            return  # they are on another scale
    else:
        return
    for steps, score in scores:
        if not 0 <= score <= MOST:
            yield problem(
                document,
                *steps,
                message=say(
                    "this score is not between 0 and {most}: {score}", most=MOST, score=score
                ),
                hint=say("correct the score, or count all of them on a scale of 0 to 100"),
            )


def of_tests(training: Training) -> Iterator[tuple[Path, Decimal]]:
    """Each score of a test before and after a training."""
    for index, one in enumerate(training.attendance):
        for field, score in (("score_before", one.score_before), ("score_after", one.score_after)):
            if score is not None:
                yield ("attendance", index, field), score


def of_providers(register: ExternalProviders) -> Iterator[tuple[Path, Decimal]]:
    """Each score that a provider was given."""
    for index, entry in enumerate(register.entries):
        for n, one in enumerate(entry.evaluations):
            if one.score is not None:
                yield ("entries", index, "evaluations", n, "score"), one.score
