"""Who is to sign a document on paper: posts, and the names of those who hold them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from smmkit.analyses.lifecycle.signatures import wanted
from smmkit.analyses.lifecycle.timeline import newest_first
from smmkit.documents import Document
from smmkit.documents.people import PersonEntry
from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a signature; without a name where nobody holds the post."""

    post: str
    name: str
    reviews: bool = False
    """Whether it is that of the reviewer, who does not approve."""


@dataclass(frozen=True, slots=True)
class Signing:
    """That a document is printed to be signed: by whom, and on which paper."""

    places: tuple[Place, ...]
    paper: Literal["a4", "f4"] | None = None
    """None for the one that qms.yaml names."""


def places(qms: Qms, document: Document, day: date, posts: tuple[str, ...] = ()) -> list[Place]:
    """Every place for a signature: the reviewer, then the posts that are named or that approve it."""
    reviewer = qms.get(document.reviewer or "", PersonEntry)
    found = []
    if reviewer:
        held = reviewer.held_on(day)
        found.append(Place(held[0].role if held else "", reviewer.title, reviews=True))
    roles = posts or posts_of(qms, document, day)
    return [*found, *(Place(role, holder(qms, role, day)) for role in roles)]


def posts_of(qms: Qms, document: Document, day: date) -> tuple[str, ...]:
    """The posts that approve a document: as qms.yaml says, as last time, else the head."""
    if roles := wanted(qms, document, day):
        return roles
    if given := newest_first(document):
        same = [a.role for a in document.approvals if a.version == given[0].version]
        return tuple(dict.fromkeys(same))
    return (qms.settings.organization.head,) if qms.settings else ()


def holder(qms: Qms, role: str, day: date) -> str:
    """The name of who holds a post on a day; empty where nobody does, or several do."""
    names = [
        thing.title
        for thing in qms.things.values()
        if isinstance(thing, PersonEntry) and thing.held_on(day, role)
    ]
    return names[0] if len(names) == 1 else ""
