"""A certificate as a card: what it covers, until when, and how it stands on the day of the sheet."""

from __future__ import annotations

from typing import Any, cast

from smmkit.analyses.cycle.certificates import holds_until, last_change
from smmkit.arranging.content import arranged, box, drawn
from smmkit.document_view import DocumentView, listed
from smmkit.documents import Information
from smmkit.documents.certification import Certificate, CertificateStatus
from smmkit.model.fields import fields_of, label
from smmkit.page import Tone
from smmkit.qms import Qms
from smmkit.words import say


def certificate(document: Information, qms: Qms) -> dict[str, Any]:
    """The card, stamped with its state; then what happened to it."""
    own = cast("Certificate", document)
    view = DocumentView(qms, own)

    def titled(name: str, *said: Any, wide: int = 1) -> dict[str, Any]:
        return box(label(Certificate, name), *said, wide=wide, room=0)

    rows = [
        [titled("number", own.number), titled("body", view.title_of(own.body), wide=2)],
        [
            titled("standards", standards_of(view, own)),
            titled("audit", audit_of(view, own), wide=2),
        ],
        [titled("scope", own.scope)],
        [titled("sites", listed(list(own.sites)) if own.sites else "")],
        [
            box(say("Decided on"), own.date, room=0),
            titled("received", own.received),
            titled("expires", own.expires),
        ],
    ]
    said = "number body standards audit scope sites received expires"
    return arranged(
        view, drawn("stamp", **standing(own, qms)), drawn("boxes", rows=rows), apart=said
    )


def standards_of(view: DocumentView, own: Certificate) -> Any:
    """The standards that it is of, by their titles."""
    return view.spoken(fields_of(Certificate)["standards"], own.standards, ("standards",))


def audit_of(view: DocumentView, own: Certificate) -> Any:
    """The audit that it rests on."""
    return view.title_of(own.audit) if own.audit else ""


def standing(own: Certificate, qms: Qms) -> dict[str, Any]:
    """What the body says of it on the day; a day that has passed says more."""
    change = last_change(own, qms.as_of)
    status = change.status if change else CertificateStatus.ACTIVE
    if holds_until(qms, own) < qms.as_of and status is CertificateStatus.ACTIVE:
        status = CertificateStatus.EXPIRED
    tone = Tone.GOOD if status is CertificateStatus.ACTIVE else Tone.BAD
    return {"said": status.label, "tone": tone}
