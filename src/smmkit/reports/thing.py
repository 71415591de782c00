"""One thing: what it says, its state, and who refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from smmkit.analyses.links import pointing_at
from smmkit.analyses.state import State, Standing, standings
from smmkit.diagnostic import dotted
from smmkit.documents import Document, Information, Thing
from smmkit.labels import field, value
from smmkit.page import Block, Cell, Column, Fields, Heading, Page, Prose, Shape, Table, Text, Tone
from smmkit.qms import Qms
from smmkit.words import Words, say

STATE_TONES = {
    State.IN_FORCE: Tone.GOOD,
    State.REVISING: Tone.WARN,
    State.APPROVED: Tone.WARN,
    State.BROKEN: Tone.BAD,
}

PLAIN = {"kind", "id", "title", "approvals"}
"""Fields that stand elsewhere on the page."""


def page(qms: Qms, id: str) -> Page:
    """Everything about the thing with this id.

    Raises:
        KeyError: there is none.
    """
    thing = qms.things[id]
    home, steps = qms.homes[id]
    place = home.at(*steps)
    blocks = [
        Fields(tuple(head(qms, thing, home, f"{place.path}:{place.line}"))),
        *content(thing),
        *(prose(home) if thing is home else ()),
        pointers(qms, id),
    ]
    title = say("{id}: {title}", id=thing.id, title=thing.title)
    return Page(title, value(thing.is_a), tuple(blocks))


def head(qms: Qms, thing: Thing, home: Information, place: str) -> Iterator[tuple[Text, Cell]]:
    """Where it stands, and its state on the day."""
    yield say("File"), Cell(place)
    if thing is not home:
        yield say("Stands in"), Cell(say("{id}: {title}", id=home.id, title=home.title))
    elif isinstance(thing, Document):
        yield from state(qms.fact(standings)[thing.id], thing)


def state(standing: Standing, document: Document) -> Iterator[tuple[Text, Cell]]:
    """The state of a document, since when, and by whose approval."""
    yield say("State"), Cell(value(standing.state.value), STATE_TONES.get(standing.state, Tone.PLAIN))
    yield say("Version"), Cell(document.version)
    if standing.since:
        yield say("Since"), Cell(standing.since)
    if standing.approval:
        said = say(
            "version {version}, by {person} as {role}, on {day}",
            version=standing.approval.version,
            person=standing.approval.by,
            role=standing.approval.role,
            day=standing.approval.on,
        )
        yield say("Approval"), Cell(said)


def content(part: BaseModel) -> Iterator[Block]:
    """The fields of a part: single values first, then what has parts of its own."""
    simple, larger = [], []
    for name in type(part).model_fields:
        found = getattr(part, name)
        if name in PLAIN or found in (None, (), ""):
            continue
        is_large = isinstance(found, BaseModel) or (
            isinstance(found, tuple) and isinstance(found[0], BaseModel)
        )
        (larger if is_large else simple).append((name, found))
    if simple:
        yield Fields(tuple((field(name), Cell(spoken(found))) for name, found in simple))
    for name, found in larger:
        yield Heading(field(name))
        if isinstance(found, BaseModel):
            yield from content(found)
        else:
            yield table(name, found)


def table(name: str, parts: tuple[BaseModel, ...]) -> Table:
    """Many parts of one type, a row each; fields that no row has are left out."""
    names = [n for n in type(parts[0]).model_fields if any(getattr(p, n) not in (None, ()) for p in parts)]
    wide = {"title", "what", "statement", "activity", "cause", "effect", "condition", "gap", "output"}
    columns = tuple(
        Column(field(n), Shape.WORDS if n in wide else Shape.WORDS, 3 if n in wide else 1) for n in names
    )
    rows = tuple(tuple(Cell(spoken(getattr(part, n))) for n in names) for part in parts)
    return Table(field(name), columns, rows)


def spoken(found: Any) -> Any:
    """A value as a cell shows it: words of closed lists by their label, parts in one line."""
    if isinstance(found, BaseModel):
        return {
            field(n): spoken(v) for n in type(found).model_fields if (v := getattr(found, n)) not in (None, ())
        }
    if isinstance(found, tuple):
        return [spoken(item) for item in found]
    if isinstance(found, str) and not type(found) is str:
        return value(str(found))
    if isinstance(found, Words):
        return found
    return found


def prose(document: Information) -> Iterator[Block]:
    """The text below the front matter."""
    if document.source.prose.strip():
        yield Prose(document.source.prose, markdown=True)


def pointers(qms: Qms, id: str) -> Table:
    """Who refers to it, and in which field."""
    rows = tuple(
        (Cell(link.document.id), Cell(link.document.title), Cell(dotted(link.steps)), Cell(link.document.path))
        for link in qms.fact(pointing_at).get(id, [])
    )
    columns = (
        Column(say("Id"), Shape.CODE),
        Column(say("Title"), width=3),
        Column(say("Field"), Shape.CODE),
        Column(say("File"), Shape.CODE, 2),
    )
    return Table(say("Referred to by"), columns, rows, say("Nothing refers to it."))
