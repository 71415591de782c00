"""SMM880 status-against-its-days."""

from __future__ import annotations

from itertools import groupby

from smmkit.analyses.texts.days import days_by_sentence
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.certification import Certificate, CertificateStatus, StatusChange
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import claims
from smmkit.words import Message, say

WHILE_IT_HOLDS = (CertificateStatus.ACTIVE, CertificateStatus.SUSPENDED)
"""What a certificate can become as long as it has not run out."""


@rule(
    "SMM880",
    "status-against-its-days",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.6.5",
)
def status_against_its_days(certificate: Certificate, qms: Qms) -> Problems:
    """What happens to a certificate stands in its changes, after its decision, and it expires on its day.

    Why: by these days the folder knows whether it holds; one that is wrong takes the proof away, or lends it.
    """
    stops = qms.fact(vocabulary).stops
    for sentence, days in () if certificate.changes else days_by_sentence(certificate.note or ""):
        if claims(stops, sentence):
            yield problem(
                certificate,
                "note",
                message=say(
                    "a note of {day} says that {id} does not hold, and `changes:` says nothing",
                    day=days[0],
                    id=certificate.id,
                ),
                hint=say("write it under `changes:`: `on:` and `status:`"),
            )
    said_before = idle(certificate)
    for index, change in enumerate(certificate.changes):
        if fault := wrong(change, certificate, said_before):
            said, hint = fault
            where = "status" if change.on >= certificate.date else "on"
            yield problem(certificate, "changes", index, where, message=said, hint=hint)


def wrong(
    change: StatusChange, certificate: Certificate, said_before: set[StatusChange]
) -> tuple[Message, Message] | None:
    """What is wrong with the day of a change, and what to do; None where nothing is."""
    status, day, end = change.status, change.on, certificate.expires
    if day < certificate.date:
        return (
            say(
                "{status} from {day}, before the decision of {decided}",
                status=status.label,
                day=day,
                decided=certificate.date,
            ),
            say("put the day right that is wrong"),
        )
    if status is CertificateStatus.EXPIRED and day <= end:
        return (
            say("expired from {day}, though it holds until {end}", day=day, end=end),
            say(
                "write `suspended` or `withdrawn`, as the body says; what runs out needs no change"
            ),
        )
    if day > end and status in WHILE_IT_HOLDS:
        return (
            say(
                "{status} from {day}, after it ended on {end}",
                status=status.label,
                day=day,
                end=end,
            ),
            say(
                "put the day right that is wrong; one that was restored is a certificate of its own, with "
                "`audit:` and its own `expires:`"
            ),
        )
    if change in said_before:
        return (
            say("{status} from {day}, as it was before", status=status.label, day=day),
            say("write what has changed, or take this change out"),
        )
    return None


def idle(certificate: Certificate) -> set[StatusChange]:
    """The changes that say only what held before them; at first a certificate is active."""
    found = set()
    before = CertificateStatus.ACTIVE
    for _, same_day in groupby(sorted(certificate.changes, key=lambda c: c.on), lambda c: c.on):
        changes = [*same_day]
        late = [c for c in changes if c.on > certificate.date and not c.scope]
        found |= {c for c in late if c.status is before}
        before = changes[-1].status
    return found
