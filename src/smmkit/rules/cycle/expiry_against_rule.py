"""SMM781 expiry-against-rule."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.cycle.certificates import is_withdrawn, pairs
from smmkit.analyses.cycle.course import shortest
from smmkit.calendar_ends import months_after, moved
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Term(Part):
    """How long a certificate holds."""

    years: Annotated[Whole, Field(ge=1)] = 3
    """How many years a certificate holds at most."""


@rule(
    "SMM781",
    "expiry-against-rule",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.1.3",
    filled=True,
    settings=Term,
    whole=(Certificate,),
)
def expiry_against_rule(certificate: Certificate, qms: Qms, limits: Term) -> Problems:
    """A certificate holds for the time of one cycle, a renewed one from the last day of the one before.

    Why: three years is the rule. A longer one is a slip of the pen, and every day that is counted from
    it is wrong. Who is certified again after the last day gains no time: the cycle goes on as it was.
    """
    before = qms.fact(renewing).get(certificate.id)
    since = moved(before.expires, 1) if before else certificate.date
    if certificate.expires <= months_after(since, 12 * limits.years):
        return
    message = say(
        "{id} would hold for more than {n} years: from {since} to {until}",
        id=certificate.id,
        n=limits.years,
        since=since,
        until=certificate.expires,
    )
    if before:
        message = say("{message}; it renews {earlier}", message=message, earlier=before.id)
    yield problem(
        certificate,
        "expires",
        message=message,
        hint=say("compare the days with the certificate itself"),
    )


def renewing(qms: Qms) -> dict[str, Certificate]:
    """By the id of each certificate that renews others the last of these to end; no stage 2 led to it.

    After its last day a certificate can be restored for some months; one that was withdrawn never is.
    """
    found: dict[str, Certificate] = {}
    for earlier, later in qms.fact(pairs):
        audit = qms.get(later.audit or "", Audit)
        months = shortest(qms, earlier, "restore_months") or 0
        if (
            later.date <= months_after(earlier.expires, months)
            and not is_withdrawn(earlier, later.date)
            and (audit is None or audit.audit_type is not AuditType.STAGE_2)
        ):
            last = found.get(later.id, earlier)
            found[later.id] = max(last, earlier, key=lambda one: one.expires)
    return found
