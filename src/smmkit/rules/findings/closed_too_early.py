"""SMM703 closed-too-early."""

from __future__ import annotations

from smmkit.documents.finding import AuditFinding, Grade
from smmkit.model.fields import named
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM703", "closed-too-early", of=AuditFinding, source="ISO 9001, 10.2.1", clause="10.2.1")
def closed_too_early(found: AuditFinding, qms: Qms) -> Problems:  # noqa: ARG001
    """A nonconformity is closed only with its cause, an action that is done, and proof that it helped.

    Why: a correction puts one case right; without the cause it comes again.
    """
    if found.closed is None or found.grade not in {Grade.MAJOR, Grade.MINOR}:
        return
    effect = found.effectiveness
    missing = [
        named(AuditFinding, name)
        for name, there in (
            ("cause", found.cause),
            ("action.done", found.action and found.action.done),
            ("effectiveness", effect),
        )
        if not there
    ]
    if missing:
        yield problem(
            found,
            "closed",
            message=say("{id} is closed without {missing}", id=found.id, missing=missing),
            hint=say("fill in what is missing, or take `closed:` away"),
        )
    elif effect and not effect.effective:
        yield problem(
            found,
            "closed",
            message=say("{id} is closed, though it did not help", id=found.id),
            hint=say("take `closed:` away until it has helped, and write what is done next"),
        )
