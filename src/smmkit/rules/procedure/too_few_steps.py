"""SMM966 too-few-steps."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.live import is_live
from smmkit.documents.procedure import Procedure
from smmkit.model import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Steps(Part):
    """How many steps are a procedure."""

    least: Annotated[Whole, Field(ge=1)] = 3
    """So many steps at least."""


@rule(
    "SMM966",
    "too-few-steps",
    of=Procedure,
    severity=Severity.WARNING,
    source="own rule",
    clause="8.5.1",
    filled=True,
    settings=Steps,
)
def too_few_steps(procedure: Procedure, qms: Qms, settings: Steps) -> Problems:
    """A procedure that is told in steps has several.

    Why: one box is a task, and no way of working; who does what after whom is what people look up.
    """
    if procedure.steps and len(procedure.steps) < settings.least and is_live(procedure, qms):
        yield problem(
            procedure,
            "steps",
            message=say("{id} has {n} steps only", id=procedure.id, n=len(procedure.steps)),
            hint=say(
                "write each step with who does it, from the request to what the customer gets"
            ),
        )
