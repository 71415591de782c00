"""SMM983 action-is-the-correction."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.documents import Record
from smmkit.documents.base import Task
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM983",
    "action-is-the-correction",
    of=Record,
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1",
    clause="10.2.1",
    filled=True,
)
def action_is_the_correction(record: Record, qms: Qms) -> Problems:  # noqa: ARG001
    """A corrective action does more than the correction, and more than its cause says again.

    Why: the correction puts this case right; only what changes the way of working keeps the next one away.
    """
    actions: list[tuple[Path, Task]] = []
    if isinstance(record, AuditFinding):
        actions = [(("action",), record.action)] if record.action else []
    elif isinstance(record, CorrectiveAction):
        actions = [(("actions", n), one) for n, one in enumerate(record.actions)]
    else:
        return
    found = {squeezed(text) for text in (record.cause, record.statement) if text}
    if record.correction and squeezed(record.correction.what) in found:
        yield problem(
            record,
            "correction",
            "what",
            message=say("this correction is what was found, said once more"),
            hint=say("write what was done with this case"),
        )
    said = said_before(record)
    for steps, action in actions:
        if squeezed(action.what) in said:
            yield problem(
                record,
                *steps,
                "what",
                message=say("this action is what stands above it, said once more"),
                hint=say(
                    "write what changes in the way of working, so that it does not come again"
                ),
            )


def said_before(record: AuditFinding | CorrectiveAction) -> set[str]:
    """What was done at once, what was found, and why."""
    texts = [record.correction.what if record.correction else None, record.cause, record.statement]
    return {squeezed(text) for text in texts if text}
