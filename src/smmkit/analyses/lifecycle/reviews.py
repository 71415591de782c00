"""Who has looked whether a document still fits what it names, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.documents import Information
from smmkit.documents.base import Reviewed
from smmkit.documents.references import references
from smmkit.model.marks import RefersTo
from smmkit.qms import Qms
from smmkit.seals import canonical

BARE = frozenset({"unit", "person", "role", "class", "people", "qms"})
"""Kinds of things that a document names without following from what they say."""

LAST = "checked_against"
"""The field in which it stands."""


@dataclass(frozen=True, slots=True)
class Held:
    """The last time that a document was held against something, and whether that has changed since."""

    index: int
    given: Reviewed
    suspect: bool


def mark_of(id: str, qms: Qms) -> str | None:
    """The fingerprint of anything with an id, by what it says; None where there is none.

    Of a document it is that of its text, whoever approved it; of an entry, that of its values alone.
    """
    home = qms.homes.get(id)
    if home is None:
        return None
    document, steps = home
    if not steps:
        return fingerprint(document, qms)
    value: Any = document.source.values
    for step in steps:
        value = value[step]
    return "sha256:" + sha256(canonical(value)).hexdigest()


def held(document: Information, qms: Qms) -> dict[str, Held]:
    """The last review of each target, by its id: that of the latest day, wherever it is written."""
    found = {}
    for index, given in sorted(enumerate(document.checked_against), key=lambda one: one[1].on):
        now = mark_of(given.target, qms)
        found[given.target] = Held(index, given, now is not None and now != given.hash)
    return found


def named_by(document: Information) -> Iterator[str]:
    """The ids that a document names, each once; what it was held against is no name of its own."""
    seen = set()
    for steps, target, mark in references(document):
        if (
            isinstance(mark, RefersTo)
            and steps[0] not in {LAST, "approvals"}
            and target not in seen
        ):
            seen.add(target)
            yield target


def contents_named_by(document: Information, qms: Qms) -> list[str]:
    """The ids of things with a content that a document names: no people, units and the like."""
    return [
        id_
        for id_ in named_by(document)
        if (thing := qms.things.get(id_)) is not None and thing.is_a not in BARE
    ]


def names(document: Information, target: str, qms: Qms) -> bool:
    """Whether a document names something, or something that stands in it."""
    if target in (named := set(named_by(document))):
        return True
    return any(home[0].id == target for one in named if (home := qms.homes.get(one)))
