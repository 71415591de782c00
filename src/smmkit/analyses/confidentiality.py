"""Which class of confidentiality a document has, and whether it may leave the organization."""

from __future__ import annotations

from smmkit.documents import Information
from smmkit.documents.people import PersonEntry
from smmkit.documents.settings import Class
from smmkit.qms import Qms


def class_of_document(document: Information, qms: Qms) -> Class | None:
    """The class that a document names; None where it names none, or one that is not there."""
    return qms.get(document.classification or "", Class)


def may_leave(document: Information, qms: Qms) -> bool:
    """Whether the class of a document lets it leave the organization; without a class, it stays."""
    class_ = class_of_document(document, qms)
    return class_ is not None and class_.outside


def name_of(qms: Qms, person: str) -> str:
    """The name of a person, if the register where it stands may leave the organization."""
    entry = qms.get(person, PersonEntry)
    return entry.title if entry and may_leave(qms.homes[person][0], qms) else ""
