"""The numbers by unit, owner, process, service and dimension, and the page of one unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.gap.belonging import BY, View, with_parts
from smmkit.analyses.gap.parts import Gap
from smmkit.analyses.gap.views import Cut, ViewPart
from smmkit.analyses.state import State, standings
from smmkit.documents import Document, Information, Record, kind_label
from smmkit.page import Block, Cell, Fields, Heading, Prose, Shape, Text, Tone
from smmkit.qms import Qms
from smmkit.readings import Reading, table_of
from smmkit.reports import STATE_TONES, percent
from smmkit.words import Message, say

BELONGS = {
    View.UNIT: say(
        "A clause is a unit's where a document that it answers for, or that names it, shows the clause, "
        "falls short of it or names it, or where a finding there is open."
    ),
    View.OWNER: say(
        "A clause is an owner's where a document that it answers for shows the clause, falls short of it "
        "or names it."
    ),
    View.PROCESS: say(
        "A clause is a process's where a document that the process is, names or is named by shows the "
        "clause, falls short of it or names it."
    ),
    View.SERVICE: say(
        "A clause is a service's where a document that names the service, or that it names, shows the "
        "clause, falls short of it or names it."
    ),
    View.DIMENSION: say(
        "A requirement is of the dimension that the standard says; where it says none, its clause is of "
        "the dimensions of the documents that show it, fall short of it or name it."
    ),
}
SEVERAL = say("What belongs to several counts in each, so the lines do not add up to the whole.")


def view_tables(cuts: Iterable[Cut]) -> list[Block]:
    """A heading, how it is counted, and a table for each view."""
    blocks: list[Block] = []
    for one in cuts:
        title = say("By {view}", view=one.view.label)
        blocks += [
            Heading(title),
            table_of(title, readings(one.view), one.parts, say("There is none in the folder.")),
            Prose(say("{how} {several}", how=BELONGS[one.view], several=SEVERAL), Tone.MUTED),
        ]
        if one.parts and one.nobodys:
            blocks.append(Prose(say("Of none of them: {clauses}", clauses=one.nobodys), Tone.WARN))
    return blocks


def readings(view: View) -> list[Reading[ViewPart]]:
    """The columns of a view."""
    found: list[Reading[ViewPart]] = [
        Reading(say("Title"), lambda one: one.title, width=4),
        Reading(say("Clauses"), lambda one: len(one.clauses), Shape.NUMBER),
        Reading(say("Applicable"), lambda one: one.totals.applicable, Shape.NUMBER),
        Reading(say("Proved"), lambda one: percent(one.totals.proved), Shape.NUMBER),
        Reading(say("Claimed"), lambda one: percent(one.totals.claimed), Shape.NUMBER),
        Reading(say("Counts"), lambda one: percent(one.totals.floor), Shape.NUMBER),
        Reading(say("Documents"), lambda one: one.documents, Shape.NUMBER),
        Reading(say("Fall short"), lambda one: some(one.short), Shape.NUMBER),
    ]
    if view is not View.DIMENSION:
        found.insert(0, Reading(say("Id"), lambda one: one.id, Shape.CODE))
    if view in {View.UNIT, View.OWNER}:
        found += [
            Reading(say("Open findings"), lambda one: some(one.findings), Shape.NUMBER),
            Reading(say("Late actions"), lambda one: some(one.late), Shape.NUMBER),
        ]
    return found


def some(number: int) -> Cell:
    """A number of things that should not be there."""
    return Cell(number, Tone.WARN if number else Tone.PLAIN)


def unit_head(qms: Qms, unit: str, whole: Gap) -> list[Block]:
    """Whose page it is, and the numbers of the whole, named as such."""
    thing = qms.things.get(unit)
    others = sorted(with_parts(qms, unit) - {unit})
    name = say("{id}: {title}", id=unit, title=thing.title if thing else "")
    rows: list[tuple[Text, Cell]] = [(say("Unit"), Cell(name))]
    if others:
        rows.append((say("With its parts"), Cell(others)))
    rows += [
        (say("The whole organization: proved"), percent(whole.totals.proved)),
        (say("The whole organization: claimed"), percent(whole.totals.claimed)),
        (say("The whole organization: blocking"), Cell(len(whole.blocking))),
    ]
    said = say(
        "What follows is of this unit alone; only the lines above speak of the whole. {how} {several}",
        how=BELONGS[View.UNIT],
        several=say("What belongs to several units stands on the page of each."),
    )
    return [Fields(tuple(rows)), Prose(said, Tone.MUTED), Heading(say("What is of this unit"))]


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A document of a unit: how it stands, the clauses that it counts for, what it falls short of."""

    document: Information
    state: Message
    tone: Tone
    counts: tuple[str, ...]
    short: tuple[str, ...]
    reasons: tuple[Message, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "document.id",
        "kind": "document.kind",
        "state": "state",
        "counts_for": "counts",
        "falls_short_of": "short",
        "reasons": "reasons",
    }


def own_documents(qms: Qms, unit: str, found: Gap) -> list[OwnDocument]:
    """Every document that a unit answers for, or that names it, by kind."""
    units, belonging = with_parts(qms, unit), qms.fact(BY[View.UNIT])
    own = [one for one in qms.documents if units & belonging.get(one.id, frozenset())]
    order = {one.kind: n for n, one in enumerate(own)}
    return [own_document(qms, one, found) for one in sorted(own, key=lambda o: order[o.kind])]


def own_document(qms: Qms, document: Information, found: Gap) -> OwnDocument:
    """One document of a unit."""
    counts, short, reasons = [], [], []
    for clause in found.clauses:
        for shown in (clause.proof, *clause.items):
            counts += [clause.clause.id for e in shown.evidence if e.document is document]
            for one in shown.short_of:
                if one.document is document:
                    short.append(clause.clause.id)
                    reasons += [reason for reason in one.reasons if reason not in reasons]
    state, tone = state_of(qms, document)
    those = tuple(dict.fromkeys(counts)), tuple(dict.fromkeys(short))
    return OwnDocument(document, state, tone, *those, tuple(reasons))


def state_of(qms: Qms, document: Information) -> tuple[Message, Tone]:
    """How a document stands on the day."""
    if isinstance(document, Document):
        state = qms.fact(standings)[document.id].state
        return state.label, STATE_TONES.get(
            state, Tone.WARN if state is State.DRAFT else Tone.MUTED
        )
    closed = isinstance(document, Record) and document.is_closed_on(qms.as_of)
    return (say("closed"), Tone.PLAIN) if closed else (say("open"), Tone.WARN)


def own_table(found: list[OwnDocument]) -> list[Block]:
    """The documents of a unit."""
    columns: list[Reading[OwnDocument]] = [
        Reading(say("Id"), lambda one: one.document.id, Shape.CODE),
        Reading(say("Kind"), lambda one: kind_label(one.document.kind), width=2),
        Reading(say("Title"), lambda one: one.document.title, width=4),
        Reading(say("State"), lambda one: Cell(one.state, one.tone), width=2),
        Reading(say("Counts for"), lambda one: one.counts, width=2),
        Reading(say("Falls short of"), lambda one: one.short, width=2),
        Reading(say("Why"), lambda one: one.reasons, width=3),
    ]
    none = say("No document is of this unit.")
    return [
        Heading(say("Documents of the unit")),
        table_of(say("Documents of the unit"), columns, found, none),
    ]
