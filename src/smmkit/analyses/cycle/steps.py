"""The steps of a certificate by every way of counting; where they disagree, the earlier day is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.audits import audits
from smmkit.analyses.cycle.certificates import certificates, first_edition, is_withdrawn, running
from smmkit.analyses.cycle.slots import Facts, Slot, recertification, surveillances
from smmkit.calendar_ends import months_after
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate
from smmkit.qms import Qms
from smmkit.standards.cycles import Cycle, shipped_cycles
from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Counted:
    """A step as one way of counting has it."""

    cycle: Cycle
    since: date
    until: date

    FOR_PROGRAMS: ClassVar = {"cycle": "cycle.id", "from": "since", "to": "until"}


@dataclass(frozen=True, slots=True)
class Step:
    """An audit of the cycle: by when it is planned, why then, and when it was held."""

    certificate: Certificate
    audit_type: AuditType
    number: int
    """Which of its sort, from 1."""
    counted: tuple[Counted, ...]
    planned: date | None
    """The earliest of the days; None where the certificate has ended by then."""
    why: Message
    held: date | None = None

    FOR_PROGRAMS: ClassVar = {
        "certificate": "certificate.id",
        "audit": "audit_type",
        "number": "number",
        "counted": "counted",
        "planned": "planned",
        "why": "why",
        "held": "held",
    }

    @property
    def what(self) -> Message:
        """How it is called."""
        if self.audit_type is AuditType.SURVEILLANCE:
            return say("surveillance audit {n}", n=self.number)
        return say("recertification")

    def is_late(self, day: date) -> bool:
        """Whether it was held after the day for which it was planned, or has not been by then."""
        return self.planned is not None and (self.held or day) > self.planned


def cycles(qms: Qms) -> dict[str, Cycle]:
    """Every way of counting, by its id; one of the folder's own goes before the shipped one."""
    return {**shipped_cycles(), **qms.cycles}


def followed(qms: Qms, certificate: Certificate) -> list[Cycle]:
    """The ways of counting that hold for a certificate."""
    every = qms.fact(cycles).values()
    return [one for one in every if one.follows in {None, certificate.cycle.value}]


def facts_of(qms: Qms, certificate: Certificate) -> Facts:
    """The days of a certificate; one that was taken over by another body goes on from its first."""
    first = origin(qms, certificate)
    held: Mapping[AuditType, list[date]] = {
        sort: days_held(qms, first, sort)
        for sort in (AuditType.SURVEILLANCE, AuditType.RECERTIFICATION)
    }
    return Facts(
        first.date,
        certificate.expires,
        first.received,
        tuple(held[AuditType.SURVEILLANCE]),
        tuple(held[AuditType.RECERTIFICATION]),
        renews(qms, first),
    )


def renews(qms: Qms, certificate: Certificate) -> bool:
    """Whether it renews a certificate to a standard of it: one that held, or could still be restored.

    What rests on a stage 2, or comes after one that was withdrawn, is a first certificate again.
    """
    audit = qms.get(certificate.audit or "", Audit)
    if audit and audit.audit_type is AuditType.STAGE_2:
        return False
    given = (way.restore_months for way in followed(qms, certificate))
    months = max((one for one in given if one), default=0)
    return any(
        one.date < certificate.date <= months_after(one.expires, months)
        and one.standards
        and not is_withdrawn(one, certificate.date)
        and is_to(qms, one.standards, certificate)
        for one in qms.fact(certificates)
    )


def audits_of(qms: Qms, certificate: Certificate, sort: AuditType) -> list[Audit]:
    """The audits of a sort after the decision, but those that were held to other standards alone."""
    return [
        audit
        for audit in qms.fact(audits)
        if audit.audit_type is sort
        and audit.date > certificate.date
        and is_to(qms, audit.standards, certificate)
    ]


def days_held(qms: Qms, certificate: Certificate, sort: AuditType) -> list[date]:
    """The days of the audits of a sort; where each standard has its own, that on which the last was held."""
    found = audits_of(qms, certificate, sort)
    families = {first_edition(qms, one) for one in certificate.standards}
    seen = [(one.date, {first_edition(qms, name) for name in one.standards}) for one in found]
    by_family = [[day for day, own in seen if not own or one in own] for one in sorted(families)]
    return (
        [max(days) for days in zip(*by_family, strict=False)] if families else [d for d, _ in seen]
    )


def held_in_part(qms: Qms, certificate: Certificate, sort: AuditType) -> Audit | None:
    """The last audit of a sort that was held to some of the standards of a certificate alone."""
    families = {first_edition(qms, one) for one in certificate.standards}
    return next(
        (
            one
            for one in reversed(audits_of(qms, certificate, sort))
            if one.standards and families - {first_edition(qms, name) for name in one.standards}
        ),
        None,
    )


def is_to(qms: Qms, standards: tuple[str, ...], certificate: Certificate) -> bool:
    """Whether an audit was held to a standard of a certificate, in whichever edition; it may name none."""
    own = {first_edition(qms, one) for one in certificate.standards}
    return not standards or any(first_edition(qms, one) in own for one in standards)


def origin(qms: Qms, certificate: Certificate) -> Certificate:
    """The certificate that the cycle began with: its own, or the first that it goes on from; no ring."""
    seen: set[str] = set()
    while certificate.id not in seen:
        seen.add(certificate.id)
        certificate = carried_on(qms, certificate) or certificate
    return certificate


def carried_on(qms: Qms, certificate: Certificate) -> Certificate | None:
    """The certificate whose cycle another goes on with: that which it takes over from another body, or the
    last of its own body that ends on the same day, as it is printed anew for a scope or an edition.
    """
    if certificate.continues:
        taken = qms.get(certificate.continues, Certificate)
        return taken if taken and taken.date <= certificate.date else None
    earlier = [
        one
        for one in qms.fact(certificates)
        if one.date < certificate.date
        and (one.body, one.expires) == (certificate.body, certificate.expires)
        and is_to(qms, one.standards, certificate)
    ]
    return earlier[-1] if earlier else None


def steps(qms: Qms) -> list[Step]:
    """Every step of every certificate that runs, in the order of days."""
    return [step for certificate in qms.fact(running) for step in steps_of(qms, certificate)]


def steps_of(qms: Qms, certificate: Certificate) -> list[Step]:
    """The surveillance audits of a certificate, and its recertification."""
    facts, ways = facts_of(qms, certificate), followed(qms, certificate)
    by_way = {way.id: surveillances(way, facts) for way in ways}
    found = []
    for number in range(max(map(len, by_way.values()), default=0)):
        slots = [(way, by_way[way.id][number]) for way in ways if number < len(by_way[way.id])]
        found.append(
            step(certificate, AuditType.SURVEILLANCE, number + 1, slots, certificate.expires)
        )
    last = [(way, slot) for way in ways if (slot := recertification(way, facts))]
    if last:
        found.append(step(certificate, AuditType.RECERTIFICATION, 1, last, None))
    return found


def step(
    certificate: Certificate,
    sort: AuditType,
    number: int,
    slots: list[tuple[Cycle, Slot]],
    ends: date | None,
) -> Step:
    """One step from what each way of counting says of it; what lies after the end is not planned."""
    last = max((slot.held for _, slot in slots if slot.held), default=None)
    # an audit that one way takes for it, but that was too early for another, leaves that one open
    left = [(way, slot) for way, slot in slots if last and not slot.held and last < slot.since]
    held = None if left else last
    counted = tuple(Counted(way, slot.since, slot.until) for way, slot in left or slots)
    first = min(counted, key=lambda one: one.until)
    over = ends is not None and first.until > ends
    why = ended(certificate) if over else reason(first, counted)
    return Step(certificate, sort, number, counted, None if over else first.until, why, held)


def reason(first: Counted, counted: tuple[Counted, ...]) -> Message:
    """Why the day is what it is: the earliest, and what the others say."""
    others = [one for one in counted if one.until != first.until]
    if not others:
        return say("by {source}", source=first.cycle.source)
    later = [say("{source}: {day}", source=o.cycle.source, day=o.until) for o in others]
    return say("the earlier day, by {source}; {others}", source=first.cycle.source, others=later)


def ended(certificate: Certificate) -> Message:
    """Why a step is not planned: the certificate ends before it."""
    return say(
        "the certificate ends on {day}, before this; the recertification takes its place",
        day=certificate.expires,
    )
