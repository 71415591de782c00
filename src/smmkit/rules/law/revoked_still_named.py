"""SMM355 revoked-still-named."""

from __future__ import annotations

from smmkit.analyses.lifecycle.law import resting_on
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM355",
    "revoked-still-named",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
)
def revoked_still_named(qms: Qms) -> Problems:
    """A text that was approved after a regulation had ended does not name it as its basis.

    Why: who approves a text by a law that is gone has not looked at the law.
    """
    for revoked, resting in qms.fact(resting_on):
        home = resting.document
        given = (
            max((one.on for one in home.approvals), default=None)
            if isinstance(home, Document)
            else None
        )
        if not resting.names or revoked.until is None or given is None or given <= revoked.until:
            continue
        yield problem(
            home,
            *resting.steps,
            message=say(
                "{id} was approved on {given} and names {number}, which ended on {day}",
                id=resting.id,
                given=given,
                number=revoked.number,
                day=revoked.until,
            ),
            hint=say("name what holds now, and approve that"),
        )
