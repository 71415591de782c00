"""SMM798 programme-without-reasons."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.documents.audit import AuditProgramme, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM798",
    "programme-without-reasons",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
    filled=True,
)
def programme_without_reasons(programme: AuditProgramme, qms: Qms) -> Problems:  # noqa: ARG001
    """An approved audit programme says why it looks there, and then.

    Why: importance of the processes, changes and earlier results decide; a programme without reasons
    goes round by habit.
    """
    inside = [entry for entry in programme.entries if entry.audit_type is AuditType.INTERNAL]
    if programme.approvals and inside and not any(entry.reason for entry in inside):
        yield problem(
            programme,
            "entries",
            0,
            "id",
            message=say("no internal audit of {id} has a reason", id=programme.id),
            hint=say(
                "write under `reason:` what matters there: importance, changes, earlier results"
            ),
        )
    reasons = [squeezed(entry.reason or "") for entry in inside]
    if programme.approvals and len(reasons) > 1 and reasons[0] and len({*reasons}) == 1:
        yield problem(
            programme,
            "entries",
            programme.entries.index(inside[-1]),
            "reason",
            message=say("all internal audits of {id} have the same reason", id=programme.id),
            hint=say("write what matters in each: importance, changes, earlier results"),
        )
