"""SMM842 suggestion-without-action."""

from __future__ import annotations

from smmkit.documents.finding import AuditFinding, Grade
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM842",
    "suggestion-without-action",
    of=AuditFinding,
    severity=Severity.WARNING,
    source="juknis II.B4 b, II.C1",
    clause="10.3",
    filled=True,
)
def suggestion_without_action(found: AuditFinding, qms: Qms) -> Problems:  # noqa: ARG001
    """A suggestion that was accepted has an action, and one that was refused has none.

    Why: the next surveillance audit asks what became of it, and a decision alone is no answer.
    """
    decision = found.decision
    if found.grade is Grade.IMPROVEMENT and decision and decision.accepted and not found.action:
        yield problem(
            found,
            "decision",
            message=say("the suggestion {id} was accepted, and nothing is done", id=found.id),
            hint=say("write `action:` with what is done, by which unit and until when"),
        )
    if found.grade is Grade.IMPROVEMENT and decision and not decision.accepted and found.action:
        yield problem(
            found,
            "decision",
            "accepted",
            message=say(
                "the suggestion {id} was refused, and is carried out all the same", id=found.id
            ),
            hint=say("write `accepted: true`, or take the action out"),
        )
