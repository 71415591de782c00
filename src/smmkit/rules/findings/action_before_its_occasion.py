"""SMM631 action-before-its-occasion."""

from __future__ import annotations

from smmkit.documents import Record
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM631",
    "action-before-its-occasion",
    of=Record,
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1",
    clause="10.2.1",
)
def action_before_its_occasion(action: Record, qms: Qms) -> Problems:
    """A corrective action is not older than all that it follows from, nor what was done than its decision.

    Why: nothing is done about a complaint that nobody has made yet; one of the two days is wrong.
    """
    if isinstance(action, AuditFinding):
        yield from done_before_decided(action)
    if not isinstance(action, CorrectiveAction):
        return
    occasions = [one for one in (qms.get(id_, Record) for id_ in action.about) if one]
    first = min(occasions, key=lambda one: (one.date, one.id), default=None)
    if first and len(occasions) == len(action.about) and action.date < first.date:
        yield problem(
            action,
            "date",
            message=say(
                "{id} is of {day}, and {occasion} that it follows from of {date}",
                id=action.id,
                day=action.date,
                occasion=first.id,
                date=first.date,
            ),
            hint=say("put the day right that is wrong"),
        )


def done_before_decided(finding: AuditFinding) -> Problems:
    """What was done about a suggestion before anybody decided that it should be."""
    decided, done = finding.decision, finding.action.done if finding.action else None
    if decided and decided.accepted and done and done < decided.on:
        yield problem(
            finding,
            "action",
            "done",
            message=say("done on {done}; decided only on {day}", done=done, day=decided.on),
            hint=say("put the day right that is wrong"),
        )
