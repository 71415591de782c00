"""The documents of the folder: those of a unit one by one, those of the whole in groups."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.gap.belonging import BY, View, naming_unit, with_parts
from smmkit.analyses.gap.papers import Group, Paper
from smmkit.analyses.lifecycle.state import State, standings
from smmkit.documents import Document, Information, Record, kind_label
from smmkit.page import Block, Cell, Heading, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import STATE_TONES
from smmkit.reports.gap.proofs import sentences, spans_of
from smmkit.words import say


def own_papers(qms: Qms, unit: str, every: list[Paper]) -> list[Paper]:
    """The documents that a unit, or a part of it, answers for, or that are about it; by kind."""
    units, belonging = with_parts(qms, unit), qms.fact(BY[View.UNIT])
    own = [one for one in every if units & belonging.get(one.document.id, frozenset())]
    order: dict[str, int] = {}
    for one in own:
        order.setdefault(one.document.kind, len(order))
    return sorted(own, key=lambda one: order[one.document.kind])


def own_table(qms: Qms, unit: str, found: list[Paper]) -> list[Block]:
    """The documents of a unit, and where else it is named."""
    columns: list[Reading[Paper]] = [
        Reading(say("Id"), lambda one: one.document.id, Shape.CODE),
        Reading(say("Kind"), lambda one: kind_label(one.document.kind), width=2),
        Reading(say("Title"), lambda one: one.document.title, width=4),
        Reading(say("State"), lambda one: state_of(qms, one.document), width=2),
        Reading(say("Counts for"), lambda one: one.counts, width=2),
        Reading(say("Falls short of"), lambda one: one.short, width=2),
        Reading(say("Why"), lambda one: sentences(one.reasons), width=3),
    ]
    none = say("No document is of this unit.")
    units, own = with_parts(qms, unit), {one.document.id for one in found}
    named = [
        id_ for id_, those in qms.fact(naming_unit).items() if units & those and id_ not in own
    ]
    blocks: list[Block] = [
        Heading(say("Documents of the unit")),
        table_of(say("Documents of the unit"), columns, found, none),
    ]
    if named:
        also = say(
            "Of others, with something in it that names this unit: {ids}.", ids=spans_of(named)
        )
        blocks.append(Prose(also, Tone.MUTED))
    return blocks


def state_of(qms: Qms, document: Information) -> Cell:
    """How a document stands on the day."""
    if isinstance(document, Document):
        state = qms.fact(standings)[document.id].state
        draft = Tone.WARN if state is State.DRAFT else Tone.MUTED
        return Cell(state.label, STATE_TONES.get(state, draft))
    closed = isinstance(document, Record) and document.is_closed_on(qms.as_of)
    return Cell(say("closed")) if closed else Cell(say("open"), Tone.WARN)


def group_table(found: list[Group]) -> list[Block]:
    """All documents in few lines: those that count, those that fall short alike, each kind with its ids."""
    columns: list[Reading[Group]] = [
        Reading(say("What they are worth"), worth, width=6),
        Reading(say("How many"), lambda one: len(one.papers), Shape.NUMBER),
        Reading(say("Documents"), by_kind, width=8),
        Reading(say("Owner"), lambda one: one.owners, width=2),
    ]
    none = say("There is no document in the folder.")
    return [
        Heading(say("Documents: what counts, and what falls short")),
        table_of(say("Documents by worth"), columns, found, none),
    ]


def by_kind(one: Group) -> Any:
    """The documents of a group, each kind by its name; of those that show nothing, the kinds alone."""
    if not one.do_count and one.reason is None:
        return [kind_label(kind) for kind in one.by_kind]
    return sentences(
        say("{kind}: {ids}", kind=kind_label(kind), ids=spans_of(ids))
        for kind, ids in one.by_kind.items()
    )


def worth(one: Group) -> Any:
    """Whether documents count, fall short and why, or are about no clause."""
    if one.do_count:
        return Cell(say("count"), Tone.GOOD)
    if one.reason is not None:
        return Cell(one.reason, Tone.WARN)
    return Cell(say("show no clause"), Tone.MUTED)
