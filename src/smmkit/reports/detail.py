"""One thing: what it says, its state, the files it names, and who refers to it."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.lifecycle.state import Standing, standings
from smmkit.analyses.processes.flow import Way, ways
from smmkit.analyses.references.files import exists, resolve
from smmkit.analyses.references.links import Link, links, pointing_at
from smmkit.document_view import DocumentView, prose
from smmkit.documents import Document, Information, Record, Thing, kind_label
from smmkit.documents.procedure import Procedure
from smmkit.location import Path
from smmkit.model.marks import FILE
from smmkit.page import Cell, Fields, Figure, Page, Shape, Table, Text, Tone
from smmkit.page.figures import Arrow, Flow, Step, StepShape
from smmkit.page.readings import Reading, table_of
from smmkit.problem import dotted
from smmkit.qms import Qms
from smmkit.reports import STATE_TONES
from smmkit.words import say


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
        *DocumentView(qms, home, inside=True).content(thing, steps),
        *(drawn(thing) if isinstance(thing, Procedure) else ()),
        *(prose(home) if thing is home else ()),
        *files(qms, home, steps),
        pointers(qms, id),
    ]
    title = say("{id}: {title}", id=thing.id, title=thing.title)
    return Page(title, kind_label(thing.is_a), tuple(blocks))


def drawn(procedure: Procedure) -> Iterator[Figure]:
    """The flow of a procedure: every step, every way on with its answer, and where it ends."""
    steps = procedure.steps
    if not steps:
        return
    lanes = list(dict.fromkeys(step.actor for step in steps))
    on = [ways(steps, n) for n in range(len(steps))]
    early = any(way.to is None and len(each) > 1 for each in on for way in each)
    signs = [
        Step(step.activity, shape_of(n, on[n], early=early), lanes.index(step.actor))
        for n, step in enumerate(steps)
    ]
    if early:
        signs.append(Step(say("End"), StepShape.TERMINAL, signs[-1].lane))
    arrows = [
        Arrow(n, len(steps) if way.to is None else way.to, way.answer)
        for n, each in enumerate(on)
        for way in each
        if way.to is not None or early
    ]
    said = say(
        "{n} steps from the first to the end, each in the column of who does it.", n=len(steps)
    )
    yield Figure(say("Flow of work"), said, Flow(tuple(signs), tuple(arrows), tuple(lanes)))


def shape_of(n: int, on: list[Way], *, early: bool) -> StepShape:
    """The sign of a step: several ways are a decision; it is an end where no sign of the end follows."""
    if len(on) > 1:
        return StepShape.DECISION
    ends = on == [Way(None)] and not early
    return StepShape.TERMINAL if n == 0 or ends else StepShape.ACTION


def head(qms: Qms, thing: Thing, home: Information, place: str) -> Iterator[tuple[Text, Cell]]:
    """Where it stands, and its state on the day."""
    yield say("File"), Cell(place)
    if thing is not home:
        yield say("Stands in"), Cell(say("{id}: {title}", id=home.id, title=home.title))
    if isinstance(home, Document):
        yield from state(qms.fact(standings)[home.id], home)
    elif isinstance(home, Record):
        yield say("State"), Cell(say("closed") if home.is_closed_on(qms.as_of) else say("open"))
        if thing is not home:
            yield say("Date"), Cell(home.date)


def state(standing: Standing, document: Document) -> Iterator[tuple[Text, Cell]]:
    """The state of a document, since when, and by whose approval."""
    yield (
        say("State"),
        Cell(standing.state.label, STATE_TONES.get(standing.state, Tone.PLAIN)),
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


def files(qms: Qms, home: Information, steps: Path) -> Iterator[Table]:
    """The files that it names, from the top of the folder, and whether they are there."""
    own = [
        link
        for link in qms.fact(links)
        if link.document is home and link.mark is FILE and link.steps[: len(steps)] == steps
    ]

    def presence(link: Link) -> Cell:
        there = exists(qms, resolve(home, link.target))
        return Cell(say("there"), Tone.GOOD) if there else Cell(say("missing"), Tone.BAD)

    readings: list[Reading[Link]] = [
        Reading(say("Field"), lambda link: dotted(link.steps[len(steps) :]), Shape.CODE),
        Reading(say("File"), lambda link: resolve(home, link.target), Shape.CODE, 3),
        Reading(say("In the folder"), presence),
    ]
    if own:
        yield table_of(say("Files"), readings, own)


def pointers(qms: Qms, id: str) -> Table:
    """Who refers to it, and in which field."""
    readings: list[Reading[Link]] = [
        Reading(say("Id"), lambda link: link.document.id, Shape.CODE),
        Reading(say("Title"), lambda link: link.document.title, width=3),
        Reading(say("Field"), lambda link: dotted(link.steps), Shape.CODE),
        Reading(say("File"), lambda link: link.document.path, Shape.CODE, 2),
    ]
    found = qms.fact(pointing_at).get(id, [])
    return table_of(say("Referred to by"), readings, found, say("Nothing refers to it."))
