"""SMM854 procedure-says-nothing."""

from __future__ import annotations

from smmkit.documents.procedure import Procedure
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM854", "procedure-says-nothing", of=Procedure, source="ISO 9001, 8.5.1 a", clause="8.5.1")
def procedure_says_nothing(procedure: Procedure, qms: Qms) -> Problems:  # noqa: ARG001
    """A procedure says what is done: in steps, or in prose.

    Why: a heading with a signature under it tells nobody how the work goes.
    """
    if not procedure.steps and not procedure.paragraphs:
        yield problem(
            procedure,
            "title",
            message=say("{id} has neither steps nor prose", id=procedure.id),
            hint=say("write `steps:`, or say below the second --- in sentences how it is done"),
        )
