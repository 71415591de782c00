"""Who has to approve a document, by what that is shown, and what of it is still missing."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.references.files import exists, resolve
from smmkit.documents import Document
from smmkit.documents.base import Approval
from smmkit.documents.decided import ApprovalProof
from smmkit.qms import Qms


def together(document: Document, last: Approval) -> list[Approval]:
    """The approvals of one text up to one of them, in the order of the file.

    Those of the same version and fingerprint belong together.
    """
    place = document.approvals.index(last)
    return [
        one
        for n, one in enumerate(document.approvals)
        if (one.version, one.hash) == (last.version, last.hash) and (one.on, n) <= (last.on, place)
    ]


def wanted(qms: Qms, document: Document, day: date) -> tuple[str, ...]:
    """The roles that approve such a document from a day on; none where one approval is enough."""
    for rule in qms.settings.signatories if qms.settings else ():
        if rule.since <= day and (not rule.kinds or document.kind in rule.kinds):
            return rule.roles
    return ()


def lacking(qms: Qms, document: Document, last: Approval) -> list[str]:
    """The roles that have not approved the text of an approval by then, each by another person.

    What was approved before the setting began needs no more than it needed then.
    """
    if not qms.settings or not qms.settings.signatories:
        return []
    given = together(document, last)
    left = list(wanted(qms, document, given[0].on))
    persons: set[str] = set()
    for one in given:
        if one.role in left and one.by not in persons:
            left.remove(one.role)
            persons.add(one.by)
    return left


def needed(qms: Qms, document: Document, day: date) -> ApprovalProof:
    """What shows an approval of such a document from a day on."""
    for need in qms.settings.approval_needs if qms.settings else ():
        is_kind = not need.kinds or document.kind in need.kinds
        is_class = not need.classes or document.classification in need.classes
        if need.since <= day and is_kind and is_class:
            return need.needs
    return ApprovalProof.TYPED


def unproved(qms: Qms, document: Document, last: Approval) -> ApprovalProof | None:
    """What has to show the approvals of a text, where none of them has it; None where one does.

    What was approved before the setting began needs no more than it needed then.
    """
    if not qms.settings or not qms.settings.approval_needs:
        return None
    given = together(document, last)
    need = needed(qms, document, given[0].on)
    return None if any(shows(one, need, document, qms) for one in given) else need


def shows(given: Approval, need: ApprovalProof, document: Document, qms: Qms) -> bool:
    """Whether an approval has what is needed; a signed copy has to be there."""
    signed = given.signed is not None and exists(qms, resolve(document, given.signed))
    return {
        ApprovalProof.TYPED: True,
        ApprovalProof.SIGNED: signed,
        ApprovalProof.NUMBER: bool(given.proof),
        ApprovalProof.EITHER: signed or bool(given.proof),
    }[need]


def is_complete(qms: Qms, document: Document, last: Approval) -> bool:
    """Whether all have approved the text of an approval by then, and it is shown as it has to be."""
    return not lacking(qms, document, last) and unproved(qms, document, last) is None
