"""SMM780 cycles-contradict."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import certificates, is_withdrawn
from smmkit.analyses.cycle.steps import origin
from smmkit.calendar_ends import months_after
from smmkit.documents.certification import Certificate, Cycle
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM780",
    "cycles-contradict",
    of=Certificate,
    severity=Severity.WARNING,
    source="juknis II.B5 and ISO/IEC 17021-1, 9.1.3",
    filled=True,
)
def cycles_contradict(certificate: Certificate, qms: Qms) -> Problems:
    """The surveillance audits of a certificate fit into the time for which it holds.

    Why: the juknis counts three of them from the day on which the certificate came into the house; the
    rule of certification bodies is two, and a recertification before the certificate expires. By the
    first count the third falls on a day when there is no certificate any more.
    """
    if certificate.expires < qms.as_of or is_withdrawn(certificate, qms.as_of):
        return  # there is nothing left to be planned
    if certificate.id in qms.fact(taken_over):
        return  # that is planned for the one that goes on with it
    first = origin(qms, certificate)
    since = max(first.received or first.date, first.date)
    third = months_after(since, 36)
    if certificate.cycle is Cycle.THREE and third > certificate.expires >= certificate.date:
        yield problem(
            certificate,
            "cycle" if "cycle" in certificate.model_fields_set else "expires",
            message=say(
                "the third surveillance audit of {id} would be due on {day}, after it expires on {expires}",
                id=certificate.id,
                day=third,
                expires=certificate.expires,
            ),
            hint=say(
                "ask the body; plan the recertification earlier, or write `cycle: two-surveillance`"
            ),
        )


def taken_over(qms: Qms) -> set[str]:
    """The certificates that those of other bodies go on with."""
    return {one.continues for one in qms.fact(certificates) if one.continues}
