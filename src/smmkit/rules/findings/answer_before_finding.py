"""SMM760 answer-before-finding."""

from __future__ import annotations

from smmkit.documents.finding import AuditFinding
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM760", "answer-before-finding", of=AuditFinding, source="own rule", clause="10.2.1")
def answer_before_finding(found: AuditFinding, qms: Qms) -> Problems:  # noqa: ARG001
    """What follows from a finding is not older than the finding.

    Why: a date before its cause is wrong, and a record that is wrong in its days is doubted in all.
    """
    steps = {
        ("correction", "done"): found.correction and found.correction.done,
        ("action", "done"): found.action and found.action.done,
        ("effectiveness", "checked_on"): found.effectiveness and found.effectiveness.checked_on,
        ("decision", "on"): found.decision and found.decision.on,
        ("response_due",): found.response_due,
        ("accepted",): found.accepted,
    }
    for path, day in steps.items():
        if day and day < found.date:
            yield problem(
                found,
                *path,
                message=say("{day} lies before the finding of {found}", day=day, found=found.date),
                hint=say("put the day right that is wrong"),
            )
