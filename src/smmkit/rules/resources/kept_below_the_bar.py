"""SMM965 kept-below-the-bar."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.resources import ExternalProviders
from smmkit.model.part import Number, Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Bar(Part):
    """From which score on a provider is good enough."""

    least: Annotated[Number, Field(ge=0)] = Decimal(60)
    """The lowest score with which it stays; where all scores are lower, they are on another scale."""


@rule(
    "SMM965",
    "kept-below-the-bar",
    severity=Severity.WARNING,
    source="ISO 9001, 8.4.1",
    clause="8.4.1",
    filled=True,
    settings=Bar,
)
def kept_below_the_bar(qms: Qms, settings: Bar) -> Problems:
    """A provider whose last score is below the bar stays only on conditions.

    Why: a bar that nobody falls below is none.
    """
    for register in live(qms, ExternalProviders):
        scores = [
            one.score
            for entry in register.entries
            for one in entry.evaluations
            if one.score is not None
        ]
        if not scores or max(scores) <= settings.least:
            continue
        for index, entry in enumerate(register.entries):
            last = max(entry.evaluations, key=lambda one: one.on, default=None)
            if last is None or last.score is None or not last.stays or last.conditions:
                continue
            if last.score < settings.least and not (entry.until and entry.until < qms.as_of):
                yield problem(
                    register,
                    "entries",
                    index,
                    "evaluations",
                    entry.evaluations.index(last),
                    "score",
                    message=say(
                        "{id} has {score}, below {least}, and stays without conditions",
                        id=entry.id,
                        score=last.score,
                        least=settings.least,
                    ),
                    hint=say(
                        "write under `conditions:` what it has to do better, or `stays: false`"
                    ),
                )
