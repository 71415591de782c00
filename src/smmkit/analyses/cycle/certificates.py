"""Certificates on the calendar, and how each stands."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.cycle.editions import successions
from smmkit.analyses.references.standards_meant import standards_meant
from smmkit.analyses.texts.unfilled import blank_in
from smmkit.documents.certification import (
    Certificate,
    CertificateStatus,
    Contract,
    Registration,
    StatusChange,
)
from smmkit.qms import Qms


def certificates(qms: Qms) -> list[Certificate]:
    """Every certificate that has been decided on, the earliest first; a form with blanks is none yet."""
    decided = (one for one in qms.of(Certificate) if one.date <= qms.as_of)
    whole = (one for one in decided if blank_in(one) is None)
    return sorted(whole, key=lambda one: (one.date, one.id))


def pairs(qms: Qms) -> list[tuple[Certificate, Certificate]]:
    """Each certificate, and the next one to the same standard in whichever edition."""
    found: list[tuple[Certificate, Certificate]] = []
    last: dict[str, Certificate] = {}
    for one in qms.fact(certificates):
        families = {first_edition(qms, standard) for standard in one.standards}
        before = {last[name].id: last[name] for name in sorted(families) if name in last}
        found += [(earlier, one) for earlier in before.values()]
        last |= dict.fromkeys(families, one)
    return found


def begun(qms: Qms) -> list[Certificate]:
    """The certificates of which only the form is there: nobody has said yet what the body decided."""
    return [one for one in qms.of(Certificate) if blank_in(one) is not None]


def last_change(certificate: Certificate, day: date) -> StatusChange | None:
    """The last change of a certificate's status by a day."""
    known = (change for change in certificate.changes if change.on <= day)
    changes = sorted(known, key=lambda change: change.on)  # of one day the last that is written
    return changes[-1] if changes else None


def is_withdrawn(certificate: Certificate, day: date) -> bool:
    """Whether a certificate was withdrawn by a day."""
    change = last_change(certificate, day)
    return change is not None and change.status is CertificateStatus.WITHDRAWN


def is_active(qms: Qms, certificate: Certificate, day: date) -> bool:
    """Whether a certificate holds on a day, and has not been suspended or withdrawn."""
    change = last_change(certificate, day)
    stands = change is None or change.status is CertificateStatus.ACTIVE
    return stands and certificate.date <= day <= holds_until(qms, certificate)


def holds_until(qms: Qms, certificate: Certificate) -> date:
    """The last day on which a certificate can hold: that which is printed, or the end of its editions."""
    changes = [qms.fact(successions).get(standard) for standard in certificate.standards]
    ends = [change.ends for _, change in filter(None, changes)]
    if not ends or len(ends) < len(changes):  # a standard of it goes on
        return certificate.expires
    return min(certificate.expires, max(ends))


def replaced(qms: Qms) -> set[str]:
    """The certificates after which others were decided on for all their standards, or the next editions."""
    last: dict[str, str] = {}
    for one in qms.fact(certificates):
        last |= {first_edition(qms, named): one.id for named in one.standards}
    return {one.id for one in qms.fact(certificates) if one.standards} - {*last.values()}


def running(qms: Qms) -> list[Certificate]:
    """The certificates that no other has taken the place of, the earliest first."""
    gone = qms.fact(replaced)
    return [one for one in qms.fact(certificates) if one.id not in gone]


def first_edition(qms: Qms, standard: str) -> str:
    """The first edition that packs know of a standard: what is the same however often it is revised.

    One that is named in other words is that one, where these mean one standard alone.
    """
    families = {earliest(qms, one) for one in standards_meant(standard, qms)}
    return families.pop() if len(families) == 1 else standard


def earliest(qms: Qms, standard: str) -> str:
    """The first edition of the standard of an id."""
    before = {newer: older for older, (newer, _) in qms.fact(successions).items()}
    seen: set[str] = set()
    while standard in before and standard not in seen:
        seen.add(standard)
        standard = before[standard]
    return standard


def papers(qms: Qms) -> list[Registration | Contract | Certificate]:
    """Applications, contracts and certificates: what is agreed with certification bodies."""
    return [*qms.of(Registration), *qms.of(Contract), *qms.of(Certificate)]


def signed(qms: Qms, body: str) -> list[Contract]:
    """The contracts with a body that were signed by the day, the one that ends last at the end."""
    known = (one for one in qms.of(Contract) if one.body == body)
    made = [one for one in known if one.signed_on and one.signed_on <= qms.as_of]
    return sorted(made, key=lambda one: (one.until or date.max, one.id))


def renewed_contracts(qms: Qms) -> set[str]:
    """The contracts after which another with the same body was signed by the day, which ends later."""
    found: set[str] = set()
    for body in {one.body for one in qms.of(Contract)}:
        made = signed(qms, body)
        found |= {one.id for one in made if one.until != made[-1].until}
    return found


def scope_on(certificate: Certificate, day: date) -> str:
    """The scope of a certificate on a day: as it was printed, or as it was changed last."""
    changes = [one for one in certificate.changes if one.scope and one.on <= day]
    last = max(changes, key=lambda one: one.on, default=None)
    return (last.scope if last else None) or certificate.scope
