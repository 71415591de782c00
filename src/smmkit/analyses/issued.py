"""The approved text of a document: the file itself, or the copy that was kept when it was issued."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from pydantic import ValidationError

from smmkit.analyses.state import State, standings
from smmkit.documents import Document, model
from smmkit.places import SourceError
from smmkit.qms import ISSUED, Qms
from smmkit.source import Source


@dataclass(frozen=True, slots=True)
class Issued:
    """An approved text that holds, and where it was found."""

    document: Document
    path: str


def place_of(document: Document, version: str) -> str:
    """The folder of the issued copy of a version: `issued/SOP-01/2`."""
    return f"{ISSUED}{document.id}/{version.replace('/', '-')}"


def text_in_force(qms: Qms, document: Document) -> Issued | None:
    """The text that is in force on the day; None where there is none, or its copy was not kept."""
    standing = qms.fact(standings)[document.id]
    if standing.state is State.IN_FORCE:
        return Issued(document, document.path)
    if standing.state is not State.REVISING or standing.approval is None:
        return None
    version = standing.approval.version
    path = f"{place_of(document, version)}/{posixpath.basename(document.path)}"
    try:
        source = Source.parse(path, qms.tree.read(path))
        old = model(document.kind).model_validate(source.values)
    except (OSError, SourceError, ValidationError, KeyError):
        return None
    old._source = source
    return Issued(old, path) if isinstance(old, Document) and old.version == version else None
