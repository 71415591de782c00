"""Which text of a document holds on a day: from its approvals, the days in its texts, and the rest."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.signatures import is_complete
from smmkit.documents import Document, class_of
from smmkit.documents.base import Approval
from smmkit.layout import DOCUMENT_ENDS, ISSUED
from smmkit.location import SourceError
from smmkit.migrations import current
from smmkit.qms import Qms
from smmkit.seals import fingerprints_in
from smmkit.yaml_text.source import Source


@dataclass(frozen=True, slots=True)
class Issued:
    """An approved text, and the file that it was read from."""

    document: Document
    path: str


@dataclass(frozen=True, slots=True)
class Edition:
    """An approved version: its approval, the day from which it holds, and its text.

    `text` is None where no true copy of it is kept; then it holds from the day of its approval, as
    far as anybody can say.
    """

    approval: Approval
    since: date
    text: Issued | None


def editions(qms: Qms, document: Document, day: date) -> Iterator[Edition]:
    """The versions that were approved up to a day, the last first; of one day, the later in the list.

    Where several have to approve, a version is approved once the last of them has, and once that is
    shown as qms.yaml asks. They are read one by one, since most who ask need the first alone.
    """
    for approval in newest_first(document):
        if approval.on <= day and is_complete(qms, document, approval):
            text = text_of(qms, document, approval)
            named = text.document.effective if text else None
            yield Edition(approval, named or approval.on, text)


def edition_on(qms: Qms, document: Document, day: date) -> Edition | None:
    """The version that holds on a day: of those that have begun to, the one approved last."""
    return next((one for one in editions(qms, document, day) if one.since <= day), None)


def newest_first(document: Document) -> list[Approval]:
    """The approvals of a document by their days; of one day, the later in the list goes first."""
    return sorted(document.approvals, key=lambda given: given.on)[::-1]


def sealing(document: Document) -> Approval | None:
    """The last approval of the version that the file says it is."""
    return next((a for a in newest_first(document) if a.version == document.version), None)


def withdrawn_before(document: Document, approved: date) -> date | None:
    """The day from which a text would hold, approved on this day, if it is withdrawn by then."""
    start = max(document.effective or approved, approved)
    return start if document.withdrawn and document.withdrawn <= start else None


def is_changed(document: Document, qms: Qms) -> bool:
    """Whether the text is another one than was approved under the same version."""
    approval = sealing(document)
    return approval is not None and not seals(approval, document, qms)


def seals(approval: Approval, document: Document, qms: Qms) -> bool:
    """Whether an approval sealed the text of the file."""
    if approval.version != document.version:
        return False
    seals = qms.fact(_seals_of_files)
    if document.path not in seals:
        seals[document.path] = fingerprints_in(qms.tree, document, fingerprint(document, qms))
    return approval.hash in seals[document.path]


def taken_as_sealed(qms: Qms, document: Document, hash: str) -> None:
    """Take the text of a file as what was approved under this hash, in a folder that is only tried."""
    qms.fact(_seals_of_files)[document.path] = {hash}


def read_before(qms: Qms, other: Qms, changed: Collection[str]) -> None:
    """Take what was read of files in another copy of the same folder, but for the files that changed."""
    qms.fact_as(_copies, other.fact(_copies))
    seals = other.fact(_seals_of_files)
    qms.fact_as(_seals_of_files, {path: seals[path] for path in seals if path not in changed})


def _seals_of_files(_: Qms) -> dict[str, set[str]]:
    """The fingerprints that the text of a file may be sealed by, of those that were asked for."""
    return {}


def text_of(qms: Qms, document: Document, approval: Approval) -> Issued | None:
    """The text that an approval sealed: the file itself, or its copy under `issued/`."""
    if seals(approval, document, qms):
        return Issued(document, document.path)
    return copy_of(qms, document, approval)


def copy_of(qms: Qms, document: Document, approval: Approval) -> Issued | None:
    """The issued copy that an approval sealed; None where it is missing, or is not that text."""
    kept = qms.fact(_copies)
    key = (document.id, approval.version, approval.hash)
    if key not in kept:
        kept[key] = _read_copy(qms, document, approval)
    return kept[key]


def _copies(_: Qms) -> dict[tuple[str, str, str], Issued | None]:
    """The copies that were read already."""
    return {}


def _read_copy(qms: Qms, document: Document, approval: Approval) -> Issued | None:
    """A copy, read as if it lay where the document lies, so that the files it names are found.

    Its fingerprint is that of its values as they were written, whatever format they are in.
    """
    path = path_of(document, approval.version)
    if path not in qms.tree.paths():
        others = qms.fact(_texts_kept).get(folder_of(document, approval.version), [])
        if len(others) != 1:
            return None
        path = others[0]  # as the file was called then
    try:
        old = _read_as(document, qms.tree.read(path))
    except (OSError, SourceError, ValidationError, KeyError):
        return None
    kept = folder_of(document, approval.version) if old and old.attached else ""
    if old is None or fingerprint(old, qms, kept) != approval.hash:
        return None
    return Issued(old, path)


def _read_as(document: Document, data: bytes) -> Document | None:
    """A copy as a document of that kind; what is letter for letter the document is not read again.

    Raises:
        SourceError, ValidationError: it cannot be read as one.
    """
    if document.source.is_written(data):
        return document
    source = Source.parse(document.path, data)
    old = class_of(document.kind).model_validate(current(source.values))
    old._source = source
    return old if isinstance(old, Document) else None


def folder_of(document: Document, version: str) -> str:
    """The folder of the issued copy of a version: `issued/SOP-01/2`."""
    return f"{ISSUED}{document.id}/{version.replace('/', '-')}"


def path_of(document: Document, version: str) -> str:
    """The file of the issued copy of a version."""
    return f"{folder_of(document, version)}/{posixpath.basename(document.path)}"


def _texts_kept(qms: Qms) -> dict[str, list[str]]:
    """The documents that lie under `issued/`, by their folders."""
    found: dict[str, list[str]] = {}
    for path in qms.tree.paths():
        if path.startswith(ISSUED) and path.endswith(DOCUMENT_ENDS):
            found.setdefault(posixpath.dirname(path), []).append(path)
    return found


keeps = (_seals_of_files, _copies)
"""What was read of files here, which is the same on every day."""
