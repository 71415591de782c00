"""SMM797 audit-not-planned."""

from __future__ import annotations

from smmkit.analyses.audits import is_told, plans_of
from smmkit.documents.audit import Audit, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM797",
    "audit-not-planned",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
    filled=True,
)
def audit_not_planned(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """An internal audit stands in an audit programme.

    Why: an audit that nobody planned was held because somebody asked for it; the standard asks for a
    programme.
    """
    if audit.audit_type is AuditType.INTERNAL and is_told(audit) and not plans_of(audit):
        yield problem(
            audit,
            "id",
            message=say("{id} was planned by no programme", id=audit.id),
            hint=say(
                "name its entry of the programme under `planned:`; an unplanned audit is `special`"
            ),
        )
