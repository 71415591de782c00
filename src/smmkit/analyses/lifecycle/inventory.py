"""What there is: every document of a folder and every entry in one, with its state and its owner."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.lifecycle.state import State, standings
from smmkit.documents import KINDS, Document, Information, Record, Thing, entry_kinds, kind_label
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.words import Message, say

CLOSED, OPEN = "closed", "open"
STATES: dict[str, Message] = {
    **{state.value: state.label for state in State},
    CLOSED: say("closed"),
    OPEN: say("open"),
}
"""How every state is called: those of a document, and whether a record is complete."""


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in the list; the state of an entry is that of the document where it stands."""

    thing: Thing
    home: Information
    steps: Path
    state: str
    owner: str | None
    co_owners: tuple[str, ...] = ()

    FOR_PROGRAMS: ClassVar = {
        "id": "thing.id",
        "title": "thing.title",
        "kind": "thing.is_a",
        "document": "home.id",
        "version": "version",
        "date": "day",
        "state": "state",
        "owner": "owner",
        "path": "home.path",
        "line": "line",
    }

    @property
    def version(self) -> str | None:
        """The version of the document; a record has none."""
        return self.home.version if isinstance(self.home, Document) else None

    @property
    def day(self) -> date | None:
        """The day that a record tells of."""
        return self.home.date if isinstance(self.home, Record) else None

    @property
    def line(self) -> int:
        """The line where it begins."""
        return self.home.at(*self.steps).line if self.steps else 1

    @property
    def file_and_line(self) -> str:
        """The file where it stands; for an entry also the line."""
        return f"{self.home.path}:{self.line}" if self.steps else self.home.path

    @property
    def mark(self) -> str | date:
        """The version of a document; the day of a record."""
        return self.version or self.day or ""


def items(
    qms: Qms, kind: str | None = None, owners: Set[str] | None = None, state: str | None = None
) -> list[Item]:
    """Everything of a kind (without one, all documents), of some owners and in a state; by id."""
    found = [
        item(qms, id_)
        for id_, thing in qms.things.items()
        if (thing.is_a == kind if kind else isinstance(thing, Information))
    ]
    chosen = [
        one
        for one in found
        if (owners is None or owners & {one.owner, *one.co_owners}) and state in {None, one.state}
    ]
    return sorted(chosen, key=lambda one: natural(one.thing.id))


def item(qms: Qms, id: str) -> Item:
    """A thing with what the list says of it."""
    thing, (home, steps) = qms.things[id], qms.homes[id]
    owner = getattr(thing, "owner", None) or home.owner
    return Item(thing, home, steps, state_of(qms, home), owner, home.co_owners)


def state_of(qms: Qms, home: Information) -> str:
    """The state of a document, derived; of a record, whether it is closed on the day."""
    if isinstance(home, Document):
        return qms.fact(standings)[home.id].state.value
    return CLOSED if isinstance(home, Record) and home.is_closed_on(qms.as_of) else OPEN


def natural(id: str) -> list[tuple[int, str]]:
    """An id in the order in which people count: SOP-2 before SOP-10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", id)]


def kinds_of(qms: Qms) -> dict[str, int]:
    """How many documents there are of every kind."""
    counts = dict.fromkeys(KINDS, 0)
    for document in qms.documents:
        counts[document.kind] += 1
    return counts


def kinds_to_ask_for(qms: Qms) -> dict[str, Message]:
    """Every word that asks for a kind, of documents and of entries in them, and its label."""
    things = (thing.is_a for thing in qms.things.values())
    return {kind: kind_label(kind) for kind in (*KINDS, *entry_kinds(), *things)}
