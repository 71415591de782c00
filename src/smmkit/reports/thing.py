"""One thing: what it says, its state, and who refers to it."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.links import pointing_at
from smmkit.analyses.state import Standing, State, standings
from smmkit.diagnostic import dotted
from smmkit.documents import Document, Information, Thing
from smmkit.labels import value
from smmkit.page import Cell, Column, Fields, Page, Shape, Table, Text, Tone
from smmkit.portrait import Portrait, prose
from smmkit.qms import Qms
from smmkit.words import say

STATE_TONES = {
    State.IN_FORCE: Tone.GOOD,
    State.REVISING: Tone.WARN,
    State.APPROVED: Tone.WARN,
    State.BROKEN: Tone.BAD,
}


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
        *Portrait(qms, home, inside=True).content(thing, steps),
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
    yield (
        say("State"),
        Cell(value(standing.state.value), STATE_TONES.get(standing.state, Tone.PLAIN)),
    )
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


def pointers(qms: Qms, id: str) -> Table:
    """Who refers to it, and in which field."""
    rows = tuple(
        (
            Cell(link.document.id),
            Cell(link.document.title),
            Cell(dotted(link.steps)),
            Cell(link.document.path),
        )
        for link in qms.fact(pointing_at).get(id, [])
    )
    columns = (
        Column(say("Id"), Shape.CODE),
        Column(say("Title"), width=3),
        Column(say("Field"), Shape.CODE),
        Column(say("File"), Shape.CODE, 2),
    )
    return Table(say("Referred to by"), columns, rows, say("Nothing refers to it."))
