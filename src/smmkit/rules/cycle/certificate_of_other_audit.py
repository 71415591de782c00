"""SMM776 certificate-of-other-audit."""

from __future__ import annotations

from smmkit.analyses.audits import FOR_CERTIFICATE
from smmkit.analyses.cycle.certificates import certificates, first_edition
from smmkit.analyses.cycle.steps import carried_on
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM776", "certificate-of-other-audit", of=Certificate, source="ISO/IEC 17021-1, 9.5")
def certificate_of_other_audit(certificate: Certificate, qms: Qms) -> Problems:
    """A certificate rests on a stage 2, or a recertification, of its own body, and each cycle on its own.

    Why: neither an internal audit nor the audit of another body leads to it, but where a body took the
    certificate over; and what was seen for one cycle does not carry the next. One that is only printed anew
    within its cycle, for a scope or an edition, may rest on a surveillance.
    """
    audit = qms.get(certificate.audit or "", Audit)
    goes_on = carried_on(qms, certificate) is not None
    if audit and not carries(audit, goes_on=goes_on):
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
    elif audit and audit.body and audit.body not in bodies(certificate, qms):
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
    elif audit and (earlier := before(certificate, qms)):
        yield problem(
            certificate,
            "audit",
            message=say(
                "{id} rests on {audit}, as {earlier} did, and ends later",
                id=certificate.id,
                audit=audit.id,
                earlier=earlier.id,
            ),
            hint=say("name the recertification, or the stage 2 that was held anew"),
        )


def carries(audit: Audit, *, goes_on: bool) -> bool:
    """Whether a certificate can rest on an audit; one that goes on in its cycle on any of its body."""
    return audit.audit_type in FOR_CERTIFICATE or (
        goes_on and audit.audit_type is not AuditType.INTERNAL
    )


def bodies(certificate: Certificate, qms: Qms) -> set[str]:
    """The bodies whose audits it can rest on: its own, and that of the certificate it took over."""
    earlier = qms.get(certificate.continues or "", Certificate)
    return {certificate.body, *([earlier.body] if earlier else ())}


def before(certificate: Certificate, qms: Qms) -> Certificate | None:
    """An earlier certificate to a standard of it that rests on the same audit and ends earlier."""
    families = {first_edition(qms, one) for one in certificate.standards}
    for one in qms.fact(certificates):
        is_earlier = one.date < certificate.date and one.expires < certificate.expires
        own = {first_edition(qms, standard) for standard in one.standards}
        if is_earlier and one.audit == certificate.audit and families & own:
            return one
    return None
