"""SMM873 transfer-of-nothing."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import is_active
from smmkit.calendar_ends import moved
from smmkit.documents.certification import Certificate
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule(
    "SMM873",
    "transfer-of-nothing",
    of=Certificate,
    severity=Severity.WARNING,
    source="IAF MD 2",
)
def transfer_of_nothing(certificate: Certificate, qms: Qms) -> Problems:
    """A certificate is taken over only from another body, while it holds, and ends when it would have ended.

    Why: a transfer carries a cycle on. One that has run out or is suspended cannot be carried on, and a
    longer time would be a certificate without an audit.
    """
    earlier = qms.get(certificate.continues or "", Certificate)
    reason = fault(qms, earlier, certificate) if earlier else None
    if earlier and reason:
        yield problem(
            certificate,
            "continues",
            message=say(
                "{id} takes over {earlier}, but {reason}",
                id=certificate.id,
                earlier=earlier.id,
                reason=reason,
            ),
            hint=say("leave `continues:` out where a new cycle has begun, or put the days right"),
        )


def fault(qms: Qms, earlier: Certificate, later: Certificate) -> Message | None:
    """Why a certificate cannot be taken over; None where it can."""
    if earlier.body == later.body:
        return say("both are of the same body")
    before = moved(later.date, -1)  # on the day itself the other body takes its own back
    if later.date > earlier.expires or not is_active(qms, earlier, before):
        return say("that one did not hold on {day}", day=later.date)
    if later.expires > earlier.expires:
        return say("that one ends on {day}", day=earlier.expires)
    return None
