"""SMM734 audit-by-the-wrong-side."""

from __future__ import annotations

from smmkit.analyses.audits import EXTERNAL
from smmkit.documents.audit import Audit, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM734",
    "audit-by-the-wrong-side",
    of=Audit,
    severity=Severity.WARNING,
    source="juknis I.D",
    filled=True,
)
def audit_by_the_wrong_side(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """An internal audit is done by the organization, an external one by a certification body.

    Why: an internal audit by the body that certifies is consultancy, which it may not give; an external
    audit without a body is nobody's.
    """
    if audit.audit_type is AuditType.INTERNAL and audit.body:
        yield problem(
            audit,
            "body",
            message=say(
                "{id} is an internal audit, but is done by {body}", id=audit.id, body=audit.body
            ),
            hint=say("take `body:` away; guests stand below `auditors:` by name and body"),
        )
    elif audit.audit_type in EXTERNAL and not audit.body:
        yield problem(
            audit,
            "audit_type",
            message=say("{id} is an external audit, but names no certification body", id=audit.id),
            hint=say("write `body:` with the id of the certification body"),
        )
