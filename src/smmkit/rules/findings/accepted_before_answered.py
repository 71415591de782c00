"""SMM885 accepted-before-answered."""

from __future__ import annotations

from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM885",
    "accepted-before-answered",
    of=AuditFinding,
    severity=Severity.WARNING,
    source="own rule",
    clause="10.2.1",
    filled=True,
)
def accepted_before_answered(found: AuditFinding, qms: Qms) -> Problems:  # noqa: ARG001
    """The auditor accepts an answer once the case is put right, or the suggestion decided upon.

    Why: an acceptance that is older than what it accepts was written down for the form.
    """
    days = [found.correction and found.correction.done, found.decision and found.decision.on]
    answered = min((day for day in days if day), default=None)
    if found.accepted and answered and found.date <= found.accepted < answered:
        yield problem(
            found,
            "accepted",
            message=say(
                "accepted on {day}; the answer is of {answered}",
                day=found.accepted,
                answered=answered,
            ),
            hint=say("put the day right that is wrong"),
        )
