"""SMM875 back-from-withdrawal."""

from __future__ import annotations

from smmkit.documents.certification import Certificate, CertificateStatus
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM875",
    "back-from-withdrawal",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.6.5",
)
def back_from_withdrawal(certificate: Certificate, qms: Qms) -> Problems:  # noqa: ARG001
    """A certificate that was withdrawn does not become active again.

    Why: the body has ended it. What comes after that is a new certificate, with a number and a cycle of
    its own.
    """
    ended = [one.on for one in certificate.changes if one.status is CertificateStatus.WITHDRAWN]
    for index, change in enumerate(certificate.changes):
        back = change.status in {CertificateStatus.ACTIVE, CertificateStatus.SUSPENDED}
        if ended and back and change.on > min(ended):
            yield problem(
                certificate,
                "changes",
                index,
                "status",
                message=say(
                    "{id} was withdrawn on {day}, and is {status} after that",
                    id=certificate.id,
                    day=min(ended),
                    status=change.status.label,
                ),
                hint=say("record the new certificate in a file of its own"),
            )
