"""How a text is sealed and kept: its approval, the copy under `issued/`, what a change of it breaks."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.signatures import lacking, needed, unproved, wanted
from smmkit.analyses.lifecycle.state import State, standings
from smmkit.analyses.lifecycle.timeline import folder_of, sealing
from smmkit.analyses.references.files import resolve
from smmkit.documents import Document
from smmkit.documents.decided import ApprovalProof
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.qms import Qms
from smmkit.yaml_text.edit import appended


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """A signed copy as it is taken in: how it is named, its bytes, who has compared it with the text."""

    name: str
    data: bytes
    compared_by: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """An approval as it was given: by whom, as what, on which day, and what shows it."""

    by: str
    role: str
    on: date
    proof: str | None = None
    signed: SignedCopy | None = None

    def has(self, need: ApprovalProof) -> bool:
        """Whether it brings what is needed."""
        return {
            ApprovalProof.TYPED: True,
            ApprovalProof.SIGNED: bool(self.signed),
            ApprovalProof.NUMBER: bool(self.proof),
            ApprovalProof.EITHER: bool(self.signed or self.proof),
        }[need]


@dataclass(frozen=True)
class Sealed:
    """A document with its new approval, and what is kept of the text that was approved."""

    document: Document
    folder: str
    kept: dict[str, bytes]
    before: bytes
    """The document as it was read."""
    after: bytes
    """The document as it is written again."""


def seal(document: Document, qms: Qms, given: Given) -> Sealed:
    """A document with the approval that was given."""
    copies = folder_of(document, document.version)
    text = qms.tree.read(document.path)
    approval = {
        "version": document.version,
        "by": given.by,
        "role": given.role,
        "on": given.on.isoformat(),
        "hash": fingerprint(document, qms),
    }
    kept: dict[str, bytes] = {}
    if sealing(document) is None:  # a second signature is put below the same text
        kept[f"{copies}/{posixpath.basename(document.path)}"] = text
    for file in document.attached:
        kept[f"{copies}/{posixpath.basename(file)}"] = qms.tree.read(resolve(document, file))
    if given.proof:
        approval["proof"] = given.proof
    if signed := given.signed:
        path = free_path(f"{copies}/{signed.name}", signed.data, qms, kept)
        kept[path] = signed.data
        approval["signed"] = posixpath.relpath(path, posixpath.dirname(document.path) or ".")
        approval["signed_hash"] = f"sha256:{sha256(signed.data).hexdigest()}"
        if signed.compared_by:
            approval["compared_by"] = signed.compared_by
    sealed = appended(document.path, text, "approvals", approval)
    return Sealed(document, copies, kept, text, sealed)


def free_path(path: str, data: bytes, qms: Qms, taken: Mapping[str, bytes]) -> str:
    """The path for a file, with a number behind its name where another file has it already.

    Why: what is kept of an approval is never written over.
    """
    stem, end = posixpath.splitext(path)
    low = {known.casefold() for known in (*qms.tree.paths(), *taken)}
    number, wished = 1, path
    while wished.casefold() in low:
        if wished in qms.tree.paths() and qms.tree.read(wished) == data:
            return wished
        number += 1
        wished = f"{stem}-{number}{end}"
    return wished


def still_to_approve(document: Document, qms: Qms, given: Given) -> list[str]:
    """The roles that have to approve a document beside the one that just did."""
    before = sealing(document)
    left = lacking(qms, document, before) if before else list(wanted(qms, document, given.on))
    return [one for one in left if one != given.role]


def still_to_show(document: Document, qms: Qms, given: Given) -> ApprovalProof | None:
    """What has to show the approval, and is missing still."""
    before = sealing(document)
    need = unproved(qms, document, before) if before else needed(qms, document, given.on)
    return None if need is None or given.has(need) else need


def approvals_broken_by(texts: Mapping[str, str], qms: Qms) -> list[Document]:
    """The documents whose approval fits their text now, and would not any more with new texts."""
    new = load(Memory(texts, qms.tree), qms.as_of)
    worse = broken_approvals(new) - broken_approvals(qms)
    return [document for document in new.of(Document) if document.id in worse]


def broken_approvals(qms: Qms) -> set[str]:
    """The ids of documents whose approval does not fit their text."""
    return {id_ for id_, s in qms.fact(standings).items() if s.state is State.BROKEN}
