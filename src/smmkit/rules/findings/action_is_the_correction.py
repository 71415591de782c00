"""SMM983 action-is-the-correction."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.texts import squeezed
from smmkit.documents import Record
from smmkit.documents.base import Task
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


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
    """A corrective action does more than the correction; no part of an answer says again what stands above.

    Why: the correction puts this case right; only what changes the way of working keeps the next one away.
    """
    if not isinstance(record, AuditFinding | CorrectiveAction):
        return
    said = {squeezed(text) for text in (record.cause, record.statement) if text}
    for steps, text, message, hint in answers_of(record):
        if squeezed(text) in said:
            yield problem(record, *steps, message=message, hint=hint)
        said.add(squeezed(text))


def answers_of(
    record: AuditFinding | CorrectiveAction,
) -> Iterator[tuple[Path, str, Message, Message]]:
    """What was answered, in the order of doing it, with what is said where it only says again."""
    if record.correction:
        yield (
            ("correction", "what"),
            record.correction.what,
            say("this correction is what was found, said once more"),
            say("write what was done with this case"),
        )
    actions: list[tuple[Path, Task]]
    if isinstance(record, AuditFinding):
        actions = [(("action", "what"), record.action)] if record.action else []
    else:
        actions = [(("actions", n, "what"), one) for n, one in enumerate(record.actions)]
    for steps, action in actions:
        yield (
            steps,
            action.what,
            say("this action is what stands above it, said once more"),
            say("write what changes in the way of working, so that it does not come again"),
        )
    if record.effectiveness:
        yield (
            ("effectiveness", "how"),
            record.effectiveness.how,
            say("this is what stands above it, said once more, not what was seen afterwards"),
            say("write what was looked at after the action, how many, and what was seen"),
        )
