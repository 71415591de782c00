"""Whether a document is there on the day of judgement: what was written later says nothing yet."""

from __future__ import annotations

from smmkit.documents import Document, Information, Record
from smmkit.documents.competence import CompetenceEntry
from smmkit.documents.people import PersonEntry
from smmkit.documents.submission import Submission
from smmkit.qms import Qms


def is_there(document: Information, qms: Qms) -> bool:
    """Whether a record's day has come, or a document was approved by then, or never yet."""
    if isinstance(document, Record):
        return document.date <= qms.as_of or isinstance(document, Submission)
    if isinstance(document, Document) and document.approvals:
        return any(given.on <= qms.as_of for given in document.approvals)
    return True


def is_of_who_left(part: object, qms: Qms) -> bool:
    """Whether something is the competence of a person who holds no office any more: it waits for nothing."""
    person = part.person if isinstance(part, CompetenceEntry) else None
    entry = qms.get(person or "", PersonEntry)
    return entry is not None and entry.is_out_of_office(qms.as_of)
