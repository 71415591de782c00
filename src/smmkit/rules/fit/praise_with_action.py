"""SMM862 praise-with-action."""

from __future__ import annotations

from smmkit.documents.finding import AuditFinding, Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

WRONG = ("response_due", "correction", "cause", "action", "effectiveness")


@rule(
    "SMM862",
    "praise-with-action",
    of=AuditFinding,
    severity=Severity.WARNING,
    source="ISO 19011, 6.4.8",
    clause="9.2.2",
)
def praise_with_action(found: AuditFinding, qms: Qms) -> Problems:  # noqa: ARG001
    """A positive practice has nothing to be corrected.

    Why: with a cause and an action it is a nonconformity that somebody has called by a nicer name.
    """
    if found.grade is not Grade.POSITIVE:
        return
    if name := next((one for one in WRONG if getattr(found, one) is not None), None):
        yield problem(
            found,
            name,
            message=say(
                "{id} is a positive practice, and something is to be put right", id=found.id
            ),
            hint=say("give it the grade that it has, or take the action out"),
        )
