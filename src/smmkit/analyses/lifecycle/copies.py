"""The copies of documents that were handed out: who has one, and which have to come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.analyses.lifecycle.timeline import newest_first
from smmkit.documents import Document
from smmkit.documents.base import HandedCopy
from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Obsolete:
    """A copy that is out although its version no longer holds, and since when that is so."""

    index: int
    """Where it stands among the copies of its document."""
    copy: HandedCopy
    since: date


def copies_out(qms: Qms, document: Document) -> list[HandedCopy]:
    """The copies that somebody has on the day."""
    return [one for one in document.copies if is_out(one, qms.as_of)]


def is_out(copy: HandedCopy, day: date) -> bool:
    """Whether a copy was handed out by a day, and had not come back."""
    return copy.given <= day and (copy.recalled is None or copy.recalled > day)


def to_recall(qms: Qms, document: Document) -> list[Obsolete]:
    """The copies that are out, and not of the version that holds or of one that is yet to hold."""
    standing = qms.fact(standings)[document.id]
    if standing.since is None or not (standing.holds or standing.state in GONE):
        return []
    holding = standing.approval.version if standing.holds and standing.approval else None
    old = older(document, holding)
    return [
        Obsolete(index, one, standing.since)
        for index, one in enumerate(document.copies)
        if is_out(one, qms.as_of) and (holding is None or one.version in old)
    ]


def older(document: Document, holding: str | None) -> set[str]:
    """The versions that were approved before the one that holds."""
    names = list(dict.fromkeys(one.version for one in newest_first(document)))
    return set(names[names.index(holding) + 1 :]) if holding in names else set()


def who_has(copy: HandedCopy, qms: Qms) -> str:
    """Who has a copy: the unit by its title, or somebody else; with its number."""
    unit = qms.things.get(copy.unit or "")
    names = [unit.title if unit else copy.unit or "", copy.holder or ""]
    said = ", ".join(name for name in names if name) or "-"
    return f"{said} ({copy.number})" if copy.number else said
