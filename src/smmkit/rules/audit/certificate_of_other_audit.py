"""SMM776 certificate-of-other-audit."""

from __future__ import annotations

from smmkit.analyses.audits import FOR_CERTIFICATE
from smmkit.documents.audit import Audit
from smmkit.documents.certification import Certificate
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM776", "certificate-of-other-audit", of=Certificate, source="ISO/IEC 17021-1, 9.5")
def certificate_of_other_audit(certificate: Certificate, qms: Qms) -> Problems:
    """A certificate rests on a stage 2 audit, or a recertification, of its own body.

    Why: neither an internal audit nor the audit of another body leads to it.
    """
    audit = qms.get(certificate.audit or "", Audit)
    if audit and audit.audit_type not in FOR_CERTIFICATE:
        yield problem(
            certificate,
            "audit",
            message=say(
                "{audit} is an audit of the type {type}; no certificate rests on it",
                audit=audit.id,
                type=audit.audit_type.label,
            ),
            hint=say("name the stage 2 audit, or the recertification"),
        )
    elif audit and audit.body and audit.body != certificate.body:
        yield problem(
            certificate,
            "body",
            message=say(
                "{audit} was done by {other}, the certificate is of {body}",
                audit=audit.id,
                other=audit.body,
                body=certificate.body,
            ),
            hint=say("put the body right that is wrong"),
        )
