"""Who signs a sheet: place and day, the post, room for the hand, and the name where it may leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from smmkit.analyses.lifecycle.signatures import together, wanted
from smmkit.analyses.organization.head import head_of
from smmkit.analyses.privacy.confidentiality import shown_as
from smmkit.documents import Document, Information, Record
from smmkit.documents.audit import Audit
from smmkit.documents.base import Approval
from smmkit.documents.design import Design
from smmkit.documents.direction import PerformanceAgreement, PerformanceReport
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.interview import Interview
from smmkit.documents.people import PersonEntry
from smmkit.documents.review import ManagementReview
from smmkit.documents.services import NonconformingOutput
from smmkit.page import Text
from smmkit.qms import Qms
from smmkit.words import Message, say


class Signature(NamedTuple):
    """One place to sign: as what, on which day, in which post, and whose hand it is."""

    caption: Text
    post: Text = ""
    name: str = ""
    day: date | None = None
    note: Text = ""


def signatures(document: Information, qms: Qms, approval: Approval | None) -> list[dict[str, Any]]:
    """The signature blocks of a sheet; an approved text has those of who approved it."""
    place = (qms.settings.organization.place or "") if qms.settings else ""
    found = (
        of_document(document, qms, approval)
        if isinstance(document, Document)
        else of_record(document, qms)
    )
    return [
        {
            "caption": one.caption,
            "where": where(place, one.day),
            "post": one.post,
            "name": one.name,
            "note": one.note,
        }
        for one in found
    ]


def where(place: str, day: date | None) -> Message | date:
    """Place and day; dots stand for what is still to be written by hand."""
    if day is None:
        return say("{place}, {day}", place=place or DOTS, day=DOTS)
    return say("{place}, {day}", place=place, day=day) if place else day


DOTS = "............................"


def by_hand(qms: Qms) -> Message:
    """Place and day where both are written by hand; a place that qms.yaml names stands there."""
    place = qms.settings.organization.place if qms.settings else None
    return (
        say("{place}, {day}", place=place, day=DOTS)
        if place
        else say("Place {dots}\nDate {dots}", dots=DOTS)
    )


def of_document(document: Document, qms: Qms, approval: Approval | None) -> Iterator[Signature]:
    """Who approved this text, or who is to; an agreement is signed by both sides."""
    if isinstance(document, PerformanceAgreement):
        day = approval.on if approval else None
        yield Signature(say("Second party"), document.second_party, day=day)
        yield Signature(say("First party"), document.first_party, day=day)
        return
    if approval is None:
        roles = wanted(qms, document, qms.as_of) or (head_of(qms),)
        yield from (Signature(say("To be approved by"), role) for role in roles)
        return
    given = together(document, approval) if approval in document.approvals else [approval]
    for one in given:
        note = say("The signature is on the signed copy.") if one.signed else ""
        yield Signature(say("Approved by"), one.role, shown_as(qms, one.by), one.on, note)


def of_record(document: Information, qms: Qms) -> Iterator[Signature]:
    """Who signs a record of this kind; of the others, who wrote it down."""
    day = document.date if isinstance(document, Record) else None
    match document:
        case AuditFinding():
            yield from of_finding(document, qms)
        case CorrectiveAction():
            yield unit_of(document.unit, qms, document.date)
            yield verified(document.effectiveness, qms)
        case Audit():
            yield lead_of(document, qms, document.until or document.date)
            yield Signature(say("For the audited units"))
        case Interview():
            asked = of_person(document.person, qms, document.date, say("Interviewed"))
            yield asked._replace(post=document.role)
            yield lead_of(qms.get(document.audit, Audit), qms, document.date)
        case Design() if document.released:
            yield of_person(document.released_by, qms, document.released, say("Released by"))
        case ManagementReview():
            yield of_person(document.recorded_by, qms, document.date, say("Minutes by"))
            yield of_person(document.chair, qms, document.date, say("Chaired by"))
        case NonconformingOutput():
            yield unit_of(document.unit, qms, document.date)
            yield of_person(document.authorized_by, qms, document.date, say("Authorized by"))
        case PerformanceReport():
            yield Signature(say("Answered for by"), head_of(qms), day=day)
        case Record() if document.recorded_by:
            yield of_person(document.recorded_by, qms, document.date, say("Recorded by"))


def of_finding(finding: AuditFinding, qms: Qms) -> Iterator[Signature]:
    """The three hands of a finding: who found it, who answers for it, who saw that it helped."""
    yield lead_of(qms.get(finding.audit, Audit), qms, finding.date)
    yield unit_of(finding.unit, qms, None)
    yield verified(finding.effectiveness, qms)


def lead_of(audit: Audit | None, qms: Qms, day: date) -> Signature:
    """The lead auditor, a person of the register or a guest."""
    lead = next((one for one in audit.auditors if one.lead), None) if audit else None
    caption = say("Lead auditor")
    if lead and lead.person:
        return of_person(lead.person, qms, day, caption)
    return Signature(
        caption, (lead.body or "") if lead else "", (lead.name or "") if lead else "", day
    )


def unit_of(unit: str, qms: Qms, day: date | None) -> Signature:
    """Whoever answers for a unit."""
    thing = qms.things.get(unit)
    return Signature(say("For the unit"), thing.title if thing else unit, day=day)


def verified(effectiveness: Any, qms: Qms) -> Signature:
    """Who saw whether it helped; room for it where nobody has yet."""
    caption = say("Effectiveness checked by")
    if effectiveness is None:
        return Signature(caption)
    return of_person(effectiveness.by, qms, effectiveness.checked_on, caption)


def of_person(id_: str | None, qms: Qms, day: date, caption: Text) -> Signature:
    """A person by the post held on that day, by name only where it may be shown, else by code."""
    entry = qms.get(id_ or "", PersonEntry)
    posts = dict.fromkeys(one.role for one in entry.held_on(day)) if entry else {}
    return Signature(caption, ", ".join(posts), shown_as(qms, id_ or ""), day if id_ else None)
