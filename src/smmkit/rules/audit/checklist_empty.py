"""SMM740 checklist-empty."""

from __future__ import annotations

from smmkit.analyses.audits import is_told
from smmkit.documents.audit import Audit, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM740",
    "checklist-empty",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 f",
    clause="9.2.2",
    filled=True,
)
def checklist_empty(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """An internal audit that is reported shows what was asked and seen.

    Why: a conclusion without questions cannot be followed up, and nobody knows what was not looked at.
    """
    if audit.audit_type is AuditType.INTERNAL and is_told(audit) and not audit.checklist:
        yield problem(
            audit,
            "id",
            message=say("{id} is reported, but its checklist is empty", id=audit.id),
            hint=say(
                "write below `checklist:` each question with its clause, what was seen, and the verdict"
            ),
        )
