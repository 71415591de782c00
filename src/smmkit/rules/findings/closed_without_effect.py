"""SMM844 closed-without-effect."""

from __future__ import annotations

from smmkit.analyses.audits import NONCONFORMITIES
from smmkit.documents import Record
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule(
    "SMM844",
    "closed-without-effect",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1",
    clause="10.2.1",
)
def closed_without_effect(qms: Qms) -> Problems:
    """A corrective action is closed only once it is done and has helped, and that was looked at before.

    Why: what did not help comes again, and then as a repeated nonconformity.
    """
    for record in qms.of(Record):
        if isinstance(record, AuditFinding | CorrectiveAction) and (message := against(record)):
            yield problem(
                record,
                "closed",
                message=message,
                hint=say("take `closed:` away until it has helped, and write what is done next"),
            )
    for action in qms.of(CorrectiveAction):
        for found in (qms.get(id_, AuditFinding) for id_ in action.about):
            if (
                found
                and found.closed
                and not found.action
                and not action.is_closed_on(found.closed)
            ):
                yield problem(
                    found,
                    "closed",
                    message=say(
                        "{id} was closed on {closed}, and {action} that was taken for it was open",
                        id=found.id,
                        closed=found.closed,
                        action=action.id,
                    ),
                    hint=say("close it once the action is done and has helped"),
                )


def against(record: AuditFinding | CorrectiveAction) -> Message | None:
    """What speaks against the day on which it was closed; what a finding lacks another rule tells."""
    closed, effect = record.closed, record.effectiveness
    if closed is None:
        return None
    if isinstance(record, CorrectiveAction):
        if any(one.done is None for one in record.actions):
            return say("{id} is closed, though not all of it is done", id=record.id)
        if effect and not effect.effective:
            return say("{id} is closed, though it did not help", id=record.id)
    elif record.grade not in NONCONFORMITIES:
        return None
    if effect and effect.checked_on > closed:
        return say(
            "{id} was closed on {closed}, before its effect was looked at on {day}",
            id=record.id,
            closed=closed,
            day=effect.checked_on,
        )
    return None
