"""SMM778 certificate-suspended."""

from __future__ import annotations

from smmkit.analyses.certificates import last_change, replaced
from smmkit.analyses.periods import months_after
from smmkit.documents.certification import Certificate, CertificateStatus
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM778",
    "certificate-suspended",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.6.5",
)
def certificate_suspended(certificate: Certificate, qms: Qms) -> Problems:
    """A certificate has not been suspended or withdrawn.

    Why: while it is suspended it does not hold, and six months later it is withdrawn.
    """
    change = last_change(certificate, qms.as_of)
    if (
        change
        and change.status is not CertificateStatus.ACTIVE
        and certificate.id not in qms.fact(replaced)
    ):
        yield problem(
            certificate,
            "changes",
            certificate.changes.index(change),
            "status",
            message=say(
                "{id} is {status} since {day}",
                id=certificate.id,
                status=change.status.label,
                day=change.on,
            ),
            hint=say(
                "settle what the certification body asks for before {day}, and stop using the mark",
                day=months_after(change.on, 6),
            ),
        )
