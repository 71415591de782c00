"""Which documents go into a submission, and why the others do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.lifecycle.state import HOLDS, Standing, State, standings, text_in_force
from smmkit.analyses.lifecycle.timeline import copy_of
from smmkit.analyses.privacy.confidentiality import class_of_document, may_leave, told_class
from smmkit.analyses.references.files import resolve
from smmkit.analyses.references.links import links
from smmkit.documents import Document, Information, Record
from smmkit.documents.submission import Submission
from smmkit.model.marks import FILE
from smmkit.qms import Qms
from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document that goes: the text that is in force, where it lies, and the files with it."""

    document: Information
    """The text that is sent: of a document under revision, the approved one."""
    current: Information
    """The document as it is in the folder."""
    source: str
    """The path of the text that is sent."""
    standing: Standing | None
    signed: str = ""
    """The path of the signed copy."""
    files: tuple[str, ...] = ()
    """The paths of what is attached to it: evidence, tables, reports."""

    @property
    def version(self) -> str | None:
        """The version of the text that is sent; a record has none."""
        return self.document.version if isinstance(self.document, Document) else None

    @property
    def state(self) -> State | None:
        """How the document stands; a record has no state."""
        return self.standing.state if self.standing else None

    @property
    def edition(self) -> str | date:
        """Its version, or the day of a record, for a reader."""
        match self.document:
            case Document(version=version):
                return version
            case Record(date=day):
                return day
        return ""

    @property
    def label(self) -> str:
        """The same for names of files, and to be compared."""
        return str(self.edition)


@dataclass(frozen=True, slots=True)
class Omitted:
    """A document that does not go, and the reason that the auditor is told."""

    document: Information
    reason: Message | str
    unready: bool = False
    """It was meant to go, but is no text that holds."""

    FOR_PROGRAMS: ClassVar = {"id": "document.id", "title": "document.title", "reason": "reason"}


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything that goes and everything that does not, in the order of kinds and paths."""

    submission: Submission
    chosen: tuple[Chosen, ...]
    omitted: tuple[Omitted, ...]
    known: tuple[Chosen, ...] = ()
    """What would go, if its reader did not have it already; these are omitted."""


def select(qms: Qms, submission: Submission) -> Selection:
    """Decide on every document of the folder; nothing is left out without a reason."""
    reasons = {item.document: item.reason for item in submission.leave_out}
    files = files_of(qms)
    chosen: list[Chosen] = []
    omitted: list[Omitted] = []
    for document in qms.documents:
        if document is submission:
            continue
        if reason := reasons.get(document.id) or kept_back(qms, document, submission):
            is_meant = document.id not in reasons and document.id in (
                submission.include or (document.id,)
            )
            slip = is_meant and has_lost_class(qms, document)
            omitted.append(Omitted(document, reason, unready=slip))
        elif reason := unready(qms, document, submission):
            omitted.append(Omitted(document, reason, unready=True))
        else:
            chosen.append(choice(qms, document, files.get(document.id, ())))
    return Selection(submission, tuple(chosen), tuple(omitted))


def kept_back(qms: Qms, document: Information, submission: Submission) -> Message | None:
    """Why a document is not meant to go; None if it is. Without a class, nothing goes."""
    if submission.include and document.id not in submission.include:
        return say("not part of the sample")
    if may_leave(document, qms):
        return None
    if class_of_document(document, qms):
        return say("class {name}: is shown on site only", name=told_class(document, qms))
    if document.classification:
        return say("its class is {name}, so it stays", name=told_class(document, qms))
    return say("has no class of confidentiality, so it stays")


def has_lost_class(qms: Qms, document: Information) -> bool:
    """Whether a document stays only by a slip: its class is a word that nobody has explained, or it has
    none, though a text of it that was approved has one, or others of its kind.
    """
    if class_of_document(document, qms):
        return False
    if document.classification or document.kind in qms.fact(kinds_with_class):
        return True
    approvals = document.approvals if isinstance(document, Document) else ()
    copies = (copy_of(qms, document, one) for one in approvals if isinstance(document, Document))
    return any(copy and class_of_document(copy.document, qms) for copy in copies)


def kinds_with_class(qms: Qms) -> frozenset[str]:
    """The kinds of which some document has a class."""
    return frozenset(one.kind for one in qms.documents if class_of_document(one, qms))


def unready(qms: Qms, document: Information, submission: Submission) -> Message | None:
    """Why a document that is meant to go cannot; None if it can."""
    if isinstance(document, Record):
        return say("dated after the submission") if document.date > submission.date else None
    if isinstance(document, Document):
        state = qms.fact(standings)[document.id].state
        if state not in HOLDS:
            return say("state: {state}", state=state.label)
        if text_in_force(qms, document) is None:
            return say("no true copy of the approved text is kept under issued/")
    return None


def choice(qms: Qms, document: Information, files: tuple[str, ...]) -> Chosen:
    """A document that goes, with its text in force and its files."""
    if not isinstance(document, Document):
        return Chosen(document, document, document.path, None, files=files)
    standing = qms.fact(standings)[document.id]
    issued = text_in_force(qms, document)
    text = issued.document if issued else document
    path = issued.path if issued else document.path
    approval = standing.approval
    signed = resolve(document, approval.signed) if approval and approval.signed else ""
    others = tuple(file for file in files if not is_signed(document, file))
    return Chosen(text, document, path, standing, signed, others)


def is_signed(document: Document, file: str) -> bool:
    """Whether a file is the signed copy of some version."""
    return any(a.signed and resolve(document, a.signed) == file for a in document.approvals)


def files_of(qms: Qms) -> dict[str, tuple[str, ...]]:
    """The files that each document names, by its id, each once."""
    found: dict[str, dict[str, None]] = {}
    for link in qms.fact(links):
        if link.mark is FILE:
            found.setdefault(link.document.id, {})[resolve(link.document, link.target)] = None
    return {id_: tuple(paths) for id_, paths in found.items()}


def under_revision(chosen: Chosen) -> bool:
    """Whether a newer text of it exists, which is not sent."""
    return chosen.state in (State.REVISING, State.RENEWED)
