"""Which class of confidentiality a document has, and whether it may leave the organization."""

from __future__ import annotations

from dataclasses import replace

from smmkit.documents import Information
from smmkit.documents.people import PersonEntry
from smmkit.documents.settings import Class, Settings
from smmkit.documents.submission import Shown, Submission
from smmkit.qms import Qms
from smmkit.words import Message, say


def class_of_document(document: Information, qms: Qms) -> Class | None:
    """The class that a document names; None where it names none, or one that is not there."""
    return qms.get(document.classification or "", Class)


def told_class(document: Information, qms: Qms) -> Message | str:
    """The class of a document as a reader is told it: also that there is none, or no such one."""
    if class_ := class_of_document(document, qms):
        return class_.title
    if document.classification:
        return say("{name}, which qms.yaml does not have", name=document.classification)
    return say("none")


def may_leave(document: Information, qms: Qms) -> bool:
    """Whether the class of a document lets it leave the organization; without a class, it stays."""
    class_ = class_of_document(document, qms)
    return class_ is not None and class_.outside


def is_kept_from(reader: Information, id: str, qms: Qms) -> bool:
    """Whether a thing stays, while the paper that names it leaves: what it is called stays with it.

    Why not of documents: what stays is told with its title, so that an auditor knows what to ask for on site.
    Whoever reads a site asks for nothing.
    """
    home = qms.homes[id][0] if id in qms.homes else None
    if home is None or isinstance(home, Settings):
        return False
    if qms.shown is not None:
        return home.classification not in qms.shown
    if home.id == id:
        return False
    return may_leave(reader, qms) and not may_leave(home, qms)


def for_outside(qms: Qms, submission: Submission) -> Qms:
    """The QMS as the day of a submission shows it, with people as it wants them to appear."""
    return replace(qms.on(submission.date), people=submission.people or "")


def name_of(qms: Qms, person: str) -> str:
    """The name of a person, if it may be shown outside: as the submission says, else as the register may."""
    entry = qms.get(person, PersonEntry)
    if entry is None or qms.people == Shown.CODES:
        return ""
    is_shown = qms.people == Shown.NAMES or may_leave(qms.homes[person][0], qms)
    return entry.title if is_shown else ""


def shown_as(qms: Qms, person: str) -> str:
    """The name of a person, if it may be shown; else the code, which is the same in every sheet.

    Why: who judges whether somebody released or audited the own work has to see that it is the same person.
    """
    return name_of(qms, person) or person
