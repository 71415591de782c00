"""SMM516 times-not-looked-at."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.procedure import Procedure
from smmkit.model.part import Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.procedure.longer_than_promised import WorkingDay, longest_way
from smmkit.words import rounded, say


class Times(WorkingDay):
    """How far times may be from what they should be."""

    steps: Annotated[Whole, Field(ge=2)] = 6
    """From so many steps on they do not all take the same time."""
    times: Annotated[Whole, Field(ge=2)] = 100
    """The promised time is not so many times that of the steps."""


@rule(
    "SMM516",
    "times-not-looked-at",
    of=Procedure,
    severity=Severity.WARNING,
    source="Permenpan-RB 35/2012; own rule",
    clause="8.5.1",
    filled=True,
    settings=Times,
)
def times_not_looked_at(procedure: Procedure, qms: Qms, settings: Times) -> Problems:
    """The steps of a procedure take times that somebody looked at: not all alike, nor far below the promise.

    Why: where each step takes one minute nobody has watched the work, and a delay cannot be found.
    """
    if not is_live(procedure, qms):
        return
    times = [step.duration for step in procedure.steps if step.duration]
    if len(times) >= settings.steps and len(set(times)) == 1:
        yield problem(
            procedure,
            "steps",
            message=say("all {n} steps of {id} take the same time", n=len(times), id=procedure.id),
            hint=say("ask those who do the work how long each step takes"),
        )
        return
    promised = procedure.promised_days
    if not promised or len(times) < len(procedure.steps):
        return
    spent = longest_way(procedure, settings) or Decimal(0)
    if 0 < spent * settings.times < promised:
        yield problem(
            procedure,
            "promised_days",
            message=say(
                "{id} promises {days} working days for steps that take {spent}",
                id=procedure.id,
                days=promised,
                spent=rounded(spent),
            ),
            hint=say("write how long each step takes, waiting included, or promise less"),
        )
