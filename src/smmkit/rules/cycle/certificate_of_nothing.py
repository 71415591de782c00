"""SMM795 certificate-of-nothing."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import certificates
from smmkit.documents.certification import Certificate, Cycle
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule(
    "SMM795",
    "certificate-of-nothing",
    of=Certificate,
    severity=Severity.WARNING,
    source="juknis II.B5",
    filled=True,
)
def certificate_of_nothing(certificate: Certificate, qms: Qms) -> Problems:
    """A certificate names the audit or the earlier certificate that it rests on, and the day of receipt.

    Why: the thread leads from the certificate to the audit and its findings; and the juknis counts the
    surveillance audits from the day of receipt.
    """
    if certificate.audit is None and certificate.continues is None:
        yield problem(
            certificate,
            "id",
            message=say("{id} names no audit", id=certificate.id),
            hint=what_to_name(certificate, qms),
        )
    if certificate.cycle is Cycle.THREE and certificate.received is None:
        yield problem(
            certificate,
            "id",
            message=say("{id} does not say when it was received", id=certificate.id),
            hint=say("write `received:`; the cycle of the juknis is counted from that day"),
        )


def what_to_name(certificate: Certificate, qms: Qms) -> Message:
    """The audit; or the certificate of another body that ends on the same day, which it has taken over."""
    for one in qms.fact(certificates):
        is_before = one.date < certificate.date and one.expires == certificate.expires
        if is_before and one.body != certificate.body:
            return say(
                "write `continues: {id}` where {body} took it over; else the audit under `audit:`",
                id=one.id,
                body=certificate.body,
            )
    return say("write `audit:` with the stage 2 audit, or the recertification")
