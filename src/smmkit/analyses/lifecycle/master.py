"""The master list of documents: of each, which version holds, since when, and who has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.lifecycle.copies import Obsolete, copies_out, to_recall, who_has
from smmkit.analyses.lifecycle.inventory import natural
from smmkit.analyses.lifecycle.state import Standing, State, standings
from smmkit.documents import Document
from smmkit.documents.base import HandedCopy
from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Handed:
    """A copy in somebody's hands, of which document."""

    document: Document
    copy: HandedCopy
    holder: str
    obsolete_since: date | None
    """The day since when its version does not hold any more; None while it does."""

    FOR_PROGRAMS: ClassVar = {
        "document": "document",
        "version": "copy.version",
        "holder": "holder",
        "unit": "copy.unit",
        "number": "copy.number",
        "given": "copy.given",
        "recalled": "copy.recalled",
        "obsolete_since": "obsolete_since",
    }


@dataclass(frozen=True, slots=True)
class Kept:
    """A document in the master list."""

    document: Document
    standing: Standing
    out: tuple[Handed, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "document.id",
        "title": "document.title",
        "kind": "document.kind",
        "version": "document.version",
        "version_in_force": "holding",
        "state": "standing.state",
        "since": "since",
        "review_by": "document.review_by",
        "owner": "document.owner",
        "distribution": "document.distribution",
        "copies": "out",
        "path": "document.path",
    }

    @property
    def holding(self) -> str | None:
        """The version that is in force, if one is."""
        found = self.standing
        return found.approval.version if found.holds and found.approval else None

    @property
    def since(self) -> date | None:
        """The day since when it is in force, or is no longer; of what is broken or a draft, none."""
        return None if self.standing.state is State.BROKEN else self.standing.since

    @property
    def obsolete(self) -> list[Handed]:
        """The copies that have to come back."""
        return [one for one in self.out if one.obsolete_since]


def master_list(qms: Qms) -> list[Kept]:
    """Every document that is maintained, by id."""
    found = qms.fact(standings)
    documents = sorted(qms.of(Document), key=lambda one: natural(one.id))
    return [Kept(one, found[one.id], tuple(handed(qms, one))) for one in documents]


def handed(qms: Qms, document: Document, *, every: bool = False) -> list[Handed]:
    """The copies of a document that somebody has; or of `every` one that was ever handed out."""
    if not document.copies:
        return []
    old: list[Obsolete] = to_recall(qms, document)
    ever = [one for one in document.copies if one.given <= qms.as_of]
    return [
        Handed(
            document,
            copy,
            who_has(copy, qms),
            next((one.since for one in old if one.copy is copy), None),
        )
        for copy in (ever if every else copies_out(qms, document))
    ]
