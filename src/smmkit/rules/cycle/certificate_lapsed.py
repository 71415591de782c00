"""SMM777 certificate-lapsed."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import replaced
from smmkit.analyses.cycle.course import Course, stands
from smmkit.documents.certification import Certificate
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM777",
    "certificate-lapsed",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.6.3",
    whole=(Certificate,),
)
def certificate_lapsed(certificate: Certificate, qms: Qms) -> Problems:
    """A certificate holds, or another has taken its place.

    Why: who shows a certificate that has run out, on a letter or a wall, claims what is not so.
    """
    if (
        certificate.date <= certificate.expires < qms.as_of
        and certificate.id not in qms.fact(replaced)
        and stands(qms, certificate).course is not Course.WITHDRAWN  # SMM778 tells it
    ):
        yield problem(
            certificate,
            "expires",
            message=say("{id} held until {day}", id=certificate.id, day=certificate.expires),
            hint=say("record the new certificate, or stop using the mark; {more}", more=more)
            if (more := stands(qms, certificate).to_do)
            else say("record the new certificate, or stop using the mark"),
        )
