"""The approved text of a document: the file itself, or the copy that was kept when it was issued."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from pydantic import ValidationError

from smmkit.analyses.state import State, fingerprint, standings
from smmkit.documents import Document, class_of
from smmkit.documents.base import Approval
from smmkit.layout import ISSUED
from smmkit.location import SourceError
from smmkit.migrations import current
from smmkit.qms import Qms
from smmkit.source import Source


@dataclass(frozen=True, slots=True)
class Issued:
    """An approved text, and the file that it was read from."""

    document: Document
    path: str


def folder_of(document: Document, version: str) -> str:
    """The folder of the issued copy of a version: `issued/SOP-01/2`."""
    return f"{ISSUED}{document.id}/{version.replace('/', '-')}"


def path_of(document: Document, version: str) -> str:
    """The file of the issued copy of a version."""
    return f"{folder_of(document, version)}/{posixpath.basename(document.path)}"


def text_in_force(qms: Qms, document: Document) -> Issued | None:
    """The text that is in force on the day; None where there is none, or no true copy of it."""
    standing = qms.fact(standings)[document.id]
    if standing.state is State.IN_FORCE:
        return Issued(document, document.path)
    if standing.state is not State.REVISING or standing.approval is None:
        return None
    return copy_of(qms, document, standing.approval)


def copy_of(qms: Qms, document: Document, approval: Approval) -> Issued | None:
    """The issued copy that an approval sealed; None where it is missing, or is not that text.

    It is read as if it lay where the document lies, so that the files it names are found; its
    fingerprint is that of its values as they were written, whatever format they are in.
    """
    path = path_of(document, approval.version)
    if path not in qms.tree.paths():
        return None
    try:
        source = Source.parse(document.path, qms.tree.read(path))
        old = class_of(document.kind).model_validate(current(source.values))
    except (OSError, SourceError, ValidationError, KeyError):
        return None
    old._source = source
    kept = folder_of(document, approval.version)
    if not isinstance(old, Document) or fingerprint(old, qms, kept) != approval.hash:
        return None
    return Issued(old, path)
