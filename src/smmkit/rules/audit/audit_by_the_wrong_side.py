"""SMM734 audit-by-the-wrong-side."""

from __future__ import annotations

from smmkit.analyses.audits import EXTERNAL
from smmkit.analyses.texts import squeezed
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import CertificationBody
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
def audit_by_the_wrong_side(audit: Audit, qms: Qms) -> Problems:
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
    elif audit.audit_type is AuditType.INTERNAL:
        bodies = {squeezed(one.title) for one in qms.of(CertificationBody)}
        for index, auditor in enumerate(audit.auditors):
            if squeezed(auditor.body or "") in bodies:
                yield problem(
                    audit,
                    "auditors",
                    index,
                    "body",
                    message=say(
                        "{id} is an internal audit, but is done by {body}",
                        id=audit.id,
                        body=auditor.body,
                    ),
                    hint=say("let own people or a guest who does not certify do it"),
                )
    elif audit.audit_type in EXTERNAL and not audit.body:
        yield problem(
            audit,
            "audit_type",
            message=say("{id} is an external audit, but names no certification body", id=audit.id),
            hint=say("write `body:` with the id of the certification body"),
        )
