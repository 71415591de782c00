"""SMM782 edition-runs-out."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import certificates
from smmkit.analyses.cycle.editions import successions
from smmkit.documents.certification import Certificate
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM782",
    "edition-runs-out",
    of=Certificate,
    severity=Severity.WARNING,
    source="Global ACI-TECH-3-TR",
    whole=(Certificate,),
)
def edition_runs_out(certificate: Certificate, qms: Qms) -> Problems:
    """A certificate to ISO 9001:2015 ends with the time of that edition.

    Why: the edition of 2026 has taken its place. First certificates to the old one end on 31 March 2028,
    and all of them on 30 September 2029. Those days stand in the pack of the new edition.
    """
    for standard, (_, change) in qms.fact(successions).items():
        if standard not in certificate.standards:
            continue
        is_first = (standard, certificate.id) not in qms.fact(renewals)
        if certificate.date >= change.first_only and is_first:
            yield problem(
                certificate,
                "date",
                message=say(
                    "from {day} on no first certificate to {standard} is given",
                    day=change.first_only,
                    standard=standard,
                ),
                hint=say("compare with the certificate itself"),
            )
        elif certificate.expires > change.ends:
            yield problem(
                certificate,
                "expires",
                message=say(
                    "{id} cannot hold longer than {standard}, which ends on {day}",
                    id=certificate.id,
                    standard=standard,
                    day=change.ends,
                ),
                hint=say("plan the change to the new edition with the certification body"),
            )


def renewals(qms: Qms) -> set[tuple[str, str]]:
    """The certificates that are not the first to their standard, each with that."""
    found: set[tuple[str, str]] = set()
    seen: set[str] = set()
    for one in qms.fact(certificates):
        found |= {(standard, one.id) for standard in one.standards if standard in seen}
        seen |= set(one.standards)
    return found
