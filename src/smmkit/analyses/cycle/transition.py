"""The change to a new edition as part of the cycle: by when, and at which audit it is best made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.cycle.certificates import running
from smmkit.analyses.cycle.course import Course, stands
from smmkit.analyses.cycle.editions import successions
from smmkit.analyses.cycle.steps import Step, steps_of
from smmkit.documents.certification import Certificate
from smmkit.qms import Qms
from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Changeover:
    """That a certificate to an old edition has to change to the new one."""

    certificate: Certificate
    old: str
    to: str
    until: date
    """The last day on which a certificate to the old edition may hold."""
    at: Step | None
    """The last audit of the cycle that is planned by then, at which the change is best made."""
    why: Message

    FOR_PROGRAMS: ClassVar = {
        "certificate": "certificate.id",
        "from": "old",
        "to": "to",
        "until": "until",
        "at": "at",
        "why": "why",
    }


def changeovers(qms: Qms) -> Iterator[Changeover]:
    """Every certificate that runs, and is to an edition which another has taken the place of by the day."""
    for certificate in qms.fact(running):
        if stands(qms, certificate).course in {Course.EXPIRED, Course.WITHDRAWN, Course.RESTORABLE}:
            continue
        for standard in certificate.standards:
            newer, change = qms.fact(successions).get(standard, ("", None))
            if change is None or qms.as_of < change.published or newer in certificate.standards:
                continue
            left = [
                step
                for step in steps_of(qms, certificate)
                if step.held is None and step.planned and qms.as_of <= step.planned <= change.ends
            ]
            at = left[-1] if left else None
            said = why(certificate, standard, change.ends, at)
            yield Changeover(certificate, standard, newer, change.ends, at, said)


def why(certificate: Certificate, standard: str, ends: date, at: Step | None) -> Message:
    """Why by that day, and at which audit."""
    if at is None and certificate.expires < ends:
        return say(
            "{standard} ends on that day; {certificate} ends before, on {day}: change with the next one",
            standard=standard,
            certificate=certificate.id,
            day=certificate.expires,
        )
    if at is None:
        return say(
            "{standard} ends on that day; no audit of the cycle is left before, agree on one",
            standard=standard,
        )
    return say(
        "{standard} ends on that day; the last audit before it: {audit}, by {day}",
        standard=standard,
        audit=at.what,
        day=at.planned,
    )
