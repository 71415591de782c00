"""What there is: every document of a folder, or every thing of one kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from smmkit.analyses.state import State, standings
from smmkit.documents import KINDS, Document, Information, Record, Thing, entry_kinds, kind_label
from smmkit.git import Commit
from smmkit.location import Path
from smmkit.page import Block, Cell, Heading, Page, Prose, Shape, Table, Text, Tone
from smmkit.qms import Qms
from smmkit.readings import Reading, table_of
from smmkit.reports import STATE_TONES, left_out, stamp
from smmkit.serialized import serialized
from smmkit.words import Language, Message, say

SCHEMA = "smmkit-list/1"

CLOSED, OPEN = "closed", "open"
STATES: dict[str, Message] = {
    **{state.value: state.label for state in State},
    CLOSED: say("closed"),
    OPEN: say("open"),
}
"""How every state is called: those of a document, and whether a record is complete."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be listed: a kind (none is all documents), a unit that owns it, a state."""

    kind: str = ""
    owner: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in the list; the state of an entry is that of the document where it stands."""

    thing: Thing
    home: Information
    steps: Path
    state: str
    owner: str

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
    def place(self) -> str:
        """The file where it stands; for an entry also the line."""
        return f"{self.home.path}:{self.line}" if self.steps else self.home.path

    @property
    def mark(self) -> str | date:
        """The version of a document; the day of a record."""
        return self.version or self.day or ""


def items(qms: Qms, asked: Asked) -> list[Item]:
    """Everything that is asked for, by id."""
    found = [
        item(qms, id_)
        for id_, thing in qms.things.items()
        if (thing.is_a == asked.kind if asked.kind else isinstance(thing, Information))
    ]
    chosen = [
        one for one in found if asked.owner in {"", one.owner} and asked.state in {"", one.state}
    ]
    return sorted(chosen, key=lambda one: natural(one.thing.id))


def item(qms: Qms, id: str) -> Item:
    """A thing with what the list says of it."""
    thing, (home, steps) = qms.things[id], qms.homes[id]
    owner = getattr(thing, "owner", None) or home.owner or ""
    return Item(thing, home, steps, state_of(qms, home), owner)


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


def page(qms: Qms, asked: Asked, commit: Commit | None, *, grouped: bool = True) -> Page:
    """The list as a Page; `grouped` gives every kind a table of its own."""
    found = items(qms, asked)
    if asked.kind:
        blocks: list[Block] = [table(asked.kind, found)]
    elif grouped:
        blocks = groups(found)
    else:
        blocks = [table("", found)]
    empty = [kind for kind, n in kinds_of(qms).items() if not n]
    if empty and asked == Asked():
        last = say("Nothing yet of these kinds: {kinds}. `smm new KIND` begins one.", kinds=empty)
        blocks.append(Prose(last))
    return Page(title(asked, len(found)), stamp(qms, commit), (*left_out(qms), *blocks))


def title(asked: Asked, n: int) -> Message:
    """What is listed, and how many."""
    what: Text = kind_label(asked.kind) if asked.kind else say("documents")
    limits = [
        *([say("unit {unit}", unit=asked.owner)] if asked.owner else []),
        *([STATES[asked.state]] if asked.state else []),
    ]
    if limits:
        return say("List: {what} ({limits}), {n}", what=what, limits=limits, n=n)
    return say("List: {what}, {n}", what=what, n=n)


def groups(found: list[Item]) -> list[Block]:
    """A heading with the number, and a table, for each kind that has something."""
    blocks: list[Block] = []
    for kind in KINDS:
        own = [one for one in found if one.home.kind == kind]
        if own:
            said = say("{kind} ({word}): {n}", kind=kind_label(kind), word=kind, n=len(own))
            blocks += [Heading(said), table(kind, own)]
    return blocks or [Prose(NOTHING)]


NOTHING = say("There is nothing of this sort.")


def table(kind: str, found: list[Item]) -> Table:
    """A row for each thing; of entries, the document where they stand; of all kinds, the kind."""
    is_entry = bool(kind) and kind not in KINDS
    readings: list[Reading[Item]] = [
        Reading(say("Id"), lambda one: one.thing.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.thing.title, width=4),
    ]
    if not kind:
        readings.append(Reading(say("Kind"), lambda one: kind_label(one.thing.is_a), width=2))
    if is_entry:
        readings.append(Reading(say("Stands in"), lambda one: one.home.id, Shape.CODE))
    readings += [
        Reading(say("Version or date"), lambda one: one.mark, Shape.CODE, 2),
        Reading(say("State"), lambda one: Cell(STATES[one.state], tone(one.state)), width=2),
        Reading(say("Owner"), lambda one: one.owner or "-", Shape.CODE),
        Reading(say("File"), lambda one: one.place, Shape.CODE, 3),
    ]
    return table_of(kind_label(kind) if kind else say("Documents"), readings, found, NOTHING)


def tone(state: str) -> Tone:
    """How a state is coloured."""
    return next((tone for known, tone in STATE_TONES.items() if known.value == state), Tone.PLAIN)


def data(qms: Qms, asked: Asked, language: Language) -> dict[str, Any]:
    """The list for programs: the same items, serialised."""
    report = {
        "schema": SCHEMA,
        "as_of": qms.as_of,
        "kind": asked.kind,
        "owner": asked.owner,
        "state": asked.state,
        "items": items(qms, asked),
        "kinds": kinds_of(qms),
        "left_out": [stub.path for stub in qms.stubs],
    }
    made: dict[str, Any] = serialized(report, language)
    return made
