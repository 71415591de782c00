"""The versions of a document, the first one first: who approved each, its text, since when and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smmkit.analyses.lifecycle.signatures import is_complete
from smmkit.analyses.lifecycle.timeline import Issued, seals, text_of
from smmkit.documents import Document
from smmkit.documents.base import Approval, HandedCopy
from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Version:
    """A version: its approvals, the day from which it holds, its text, and the copies of it."""

    name: str
    approvals: tuple[Approval, ...]
    text: Issued | None
    """None where no true copy of it is kept."""
    is_current: bool
    """Whether it is the text of the file."""
    since: date | None
    """None where it is not in force by itself: not approved, or not by all."""
    copies: tuple[HandedCopy, ...]

    @property
    def change(self) -> str:
        """What it says that it changes."""
        return (self.text.document.change_note or "") if self.text else ""


def lineage(qms: Qms, document: Document) -> list[Version]:
    """Every version with an approval, in the order of the file; last the text of the file, if it has none."""
    groups: dict[tuple[str, str], list[Approval]] = {}
    for one in document.approvals:
        groups.setdefault((one.version, one.hash), []).append(one)
    found = [version(qms, document, tuple(given)) for given in groups.values()]
    if not any(one.is_current for one in found):
        own = Issued(document, document.path)
        names = {one.name for one in found}
        copies = () if document.version in names else copies_of(document, document.version)
        found.append(Version(document.version, (), own, True, None, copies))
    return found


def version(qms: Qms, document: Document, given: tuple[Approval, ...]) -> Version:
    """A version by the approvals of one text."""
    last = max(reversed(given), key=lambda one: one.on)  # of one day, the later in the list
    text = text_of(qms, document, last)
    named = text.document.effective if text else None
    ready = is_complete(qms, document, last)
    return Version(
        last.version,
        given,
        text,
        seals(last, document, qms),
        (named or last.on) if ready else None,
        copies_of(document, last.version),
    )


def copies_of(document: Document, name: str) -> tuple[HandedCopy, ...]:
    """The copies of a version that were handed out."""
    return tuple(one for one in document.copies if one.version == name)
