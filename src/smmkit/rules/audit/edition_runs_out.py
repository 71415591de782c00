"""SMM782 edition-runs-out."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.certificates import certificates
from smmkit.documents.certification import Certificate
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

OLD = "iso9001-2015"
LAST_FIRST = date(2028, 3, 31)
LAST_DAY = date(2029, 9, 30)
"""The days of the change to ISO 9001:2026, as they were made known in September 2026."""


@rule(
    "SMM782",
    "edition-runs-out",
    of=Certificate,
    severity=Severity.WARNING,
    source="Global ACI-TECH-3-TR",
)
def edition_runs_out(certificate: Certificate, qms: Qms) -> Problems:
    """A certificate to ISO 9001:2015 ends with the time of that edition.

    Why: the edition of 2026 has taken its place. First certificates to the old one end on 31 March 2028,
    and all of them on 30 September 2029.
    """
    if OLD in certificate.standards:
        if certificate.date >= LAST_FIRST and certificate.id not in qms.fact(renewals):
            yield problem(
                certificate,
                "date",
                message=say(
                    "from {day} on no first certificate to {standard} is given",
                    day=LAST_FIRST,
                    standard=OLD,
                ),
                hint=say("compare with the certificate itself"),
            )
        elif certificate.expires > LAST_DAY:
            yield problem(
                certificate,
                "expires",
                message=say(
                    "{id} cannot hold longer than {standard}, which ends on {day}",
                    id=certificate.id,
                    standard=OLD,
                    day=LAST_DAY,
                ),
                hint=say("plan the change to the edition of 2026 with the certification body"),
            )


def renewals(qms: Qms) -> set[str]:
    """The certificates that are not the first to the old edition."""
    old = [one for one in qms.fact(certificates) if OLD in one.standards]
    return {one.id for one in old[1:]}
