"""SMM778 certificate-suspended."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import last_change, replaced
from smmkit.analyses.cycle.course import Course, stands
from smmkit.documents.certification import Certificate, CertificateStatus
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule(
    "SMM778",
    "certificate-suspended",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.6.5",
    whole=(Certificate,),
)
def certificate_suspended(certificate: Certificate, qms: Qms) -> Problems:
    """A certificate has not been suspended or withdrawn.

    Why: while it is suspended it does not hold, and six months later it is withdrawn.
    """
    change = last_change(certificate, qms.as_of)
    has_ended = certificate.expires < qms.as_of  # then SMM777 tells it
    if (
        change
        and change.status is not CertificateStatus.ACTIVE
        and certificate.id not in qms.fact(replaced)
        and not (has_ended and change.status is CertificateStatus.SUSPENDED)
        and not stands(qms, certificate).is_overdue(qms.as_of)  # then SMM870 tells it
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
            hint=what_to_do(certificate, qms),
        )


def what_to_do(certificate: Certificate, qms: Qms) -> Message:
    """What can still be done: until the end of the suspension or of the certificate, or from the start."""
    found = stands(qms, certificate)
    if found.course is Course.SUSPENDED and found.until is not None:
        return say(
            "settle by {day} what the certification body asks for, and stop using the mark",
            day=found.until,
        )
    if found.to_do is None:
        return say("stop using the mark")
    return say("stop using the mark; {more}", more=found.to_do)
