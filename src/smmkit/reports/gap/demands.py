"""What a clause asks for, in tables: what was found of each need, and each document that was looked at."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.gap.why_parts import Ask, Demand, Looked, Way
from smmkit.page import Block, Cell, Heading, Prose, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports.gap.proofs import documents, sentences, spans_of
from smmkit.words import say

MOST = 5
"""So many documents are named with what they lack; the others are counted."""


def demand_blocks(demand: Demand) -> list[Block]:
    """What is asked for, and each document that was looked at."""
    title = say("{id} {title}", id=demand.id, title=demand.what)
    if not demand.ways:
        told = say(
            "No kind of document of smmkit can show this; what counts is a paper that names it."
        )
        papers = documents(demand.shown)
        names = [Prose(say("Papers: {ids}", ids=papers))] if papers else []
        return [Heading(title), Prose(told), *names]
    looked: list[Reading[Looked]] = [
        Reading(say("Id"), lambda one: one.document.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.document.title, width=4),
        Reading(say("Counts"), counts, width=2),
        Reading(say("Why not"), lambda one: sentences(lack.why for lack in one.lacks), width=4),
        Reading(say("Where"), where, Shape.CODE, 3),
    ]
    found = {one.document.id: one for way in demand.ways for one in reversed(way.looked)}
    rows = sorted(found.values(), key=lambda one: (len(one.lacks), one.document.id))
    none = say("No document of these kinds is there, or none names the clause.")
    papers = [e.document.id for e in demand.shown.evidence if e.document.id not in found]
    told = say(
        "A paper that names the clause counts, though nobody looked into it: {ids}", ids=papers
    )
    return [
        Heading(title),
        ask_table(demand),
        table_of(say("Looked at: {id}", id=demand.id), looked, rows, none),
        *([Prose(told)] if papers else ()),
    ]


def ask_table(demand: Demand) -> Table:
    """Each thing that is asked for, with the documents that have it and what the others lack."""
    rows = [(way, ask, n == 0) for way in demand.ways for n, ask in enumerate(way.asks)]
    readings: list[Reading[tuple[Way, Ask, bool]]] = [
        Reading("", lambda row: row[0].joined.label if row[2] else "", width=2),
        Reading(say("What is asked for"), lambda row: row[1].what, width=5),
        Reading(say("Found"), lambda row: found_cell(row[0], row[1]), width=3),
        Reading(say("Missing"), lambda row: sentences(missing(row[1])), width=5),
    ]
    return table_of(say("Asked for: {id}", id=demand.id), readings, rows)


def found_cell(way: Way, ask: Ask) -> Cell:
    """The documents that have what is asked for; enough of them, or too few."""
    enough = len(ask.met_by) >= way.proof.at_least and not ask.uncovered
    tone = Tone.GOOD if enough else Tone.WARN if ask.met_by else Tone.BAD
    return Cell(spans_of([one.id for one in ask.met_by]) or [say("none")], tone)


def missing(ask: Ask) -> list[Any]:
    """What the others lack, each by its id; then what all together leave out."""
    lacks = [say("{id}: {why}", id=one.document.id, why=one.why) for one in ask.lacks]
    more = len(lacks) - MOST
    return [*lacks[:MOST], *([say("{n} more", n=more)] if more > 0 else ()), *ask.uncovered]


def counts(one: Looked) -> Cell:
    """Whether a document counts."""
    if one.lacks:
        return Cell(say("falls short"), Tone.WARN)
    if one.indirect:
        return Cell(say("only with others"), Tone.WARN)
    return Cell(say("counts"), Tone.GOOD)


def where(one: Looked) -> list[str] | str:
    """The places to mend, else the file."""
    return list(dict.fromkeys(lack.place for lack in one.lacks)) or one.document.path
