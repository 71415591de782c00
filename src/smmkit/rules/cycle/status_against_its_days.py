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
from smmkit.words import say

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
        early = change.status is CertificateStatus.EXPIRED and change.on <= certificate.expires
        if change.on < certificate.date:
            said = say(
                "{status} from {day}, before the decision of {decided}",
                status=change.status.label,
                day=change.on,
                decided=certificate.date,
            )
            hint = say("put the day right that is wrong")
        elif early:
            said = say(
                "expired from {day}, though it holds until {end}",
                day=change.on,
                end=certificate.expires,
            )
            hint = say(
                "write `suspended` or `withdrawn`, as the body says; what runs out needs no change"
            )
        elif change.on > certificate.expires and change.status in WHILE_IT_HOLDS:
            said = say(
                "{status} from {day}, after it ended on {end}",
                status=change.status.label,
                day=change.on,
                end=certificate.expires,
            )
            hint = say(
                "put the day right that is wrong; one that was restored is a certificate of its own, with "
                "`audit:` and its own `expires:`"
            )
        elif change in said_before:
            said = say(
                "{status} from {day}, as it was before", status=change.status.label, day=change.on
            )
            hint = say("write what has changed, or take this change out")
        else:
            continue
        where = "status" if change.on >= certificate.date else "on"
        yield problem(certificate, "changes", index, where, message=said, hint=hint)


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
