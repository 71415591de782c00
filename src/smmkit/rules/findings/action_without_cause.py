"""SMM761 action-without-cause."""

from __future__ import annotations

from smmkit.analyses.audits.actions import acted_on
from smmkit.documents.finding import Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM761",
    "action-without-cause",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 b",
    clause="10.2.1",
    filled=True,
)
def action_without_cause(qms: Qms) -> Problems:
    """A corrective action follows from a cause; what was only observed may be put right without one.

    Why: without it the action is a guess.
    """
    for document, tasks, _ in qms.fact(acted_on):
        is_asked = getattr(document, "grade", Grade.MINOR) is not Grade.OBSERVATION
        if is_asked and tasks and not document.cause:
            yield problem(
                document,
                "id",
                message=say("{id} has an action, but no cause", id=document.id),
                hint=say(
                    "write under `cause:` why it happened, and under `cause_method:` how that was found"
                ),
            )
