"""Who has to approve a document, where one approval is not enough, and who still has to."""

from __future__ import annotations

from datetime import date

from smmkit.documents import Document
from smmkit.documents.base import Approval
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
