"""What there is, as a list: every document of a folder, or every thing of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.lifecycle.inventory import STATES, Item, items, kinds_of
from smmkit.analyses.organization.units import work_of
from smmkit.analyses.organization.wishes import is_asked_for
from smmkit.analyses.processes.process_flows import handovers, mapped
from smmkit.documents import KINDS, kind_label
from smmkit.documents.process import Process, ProcessType
from smmkit.git import Origin
from smmkit.page import Block, Cell, Figure, Heading, Page, Prose, Shape, Table, Text, Tone
from smmkit.page.map import Box, Handed, Map
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import STATE_TONES, Report, stamp, unread_files
from smmkit.words import Message, say

NOTHING = say("There is nothing of this sort.")


BANDS = (
    ProcessType.MANAGEMENT,
    ProcessType.QUALITY_IMPROVEMENT,
    ProcessType.CORE,
    ProcessType.SUPPORT,
)
"""From above to below, as officials draw them."""


@dataclass(frozen=True)
class Listing(Report):
    """All documents, or all of a kind, of a unit, in a state; `grouped` by kind on the page."""

    kind: str | None = None
    owner: str | None = None
    state: str | None = None
    grouped: bool = True

    schema: ClassVar = "smmkit-list/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "kind": "kind",
        "owner": "owner",
        "state": "state",
        "items": "items",
        "kinds": "kinds",
        "left_out": "unread",
    }

    @cached_property
    def items(self) -> list[Item]:
        """What is asked for."""
        owners = work_of(self.qms, self.owner) if self.owner else None
        return items(self.qms, self.kind, owners, self.state)

    @cached_property
    def kinds(self) -> dict[str, int]:
        """How many documents there are of every kind."""
        return kinds_of(self.qms)

    @property
    def title(self) -> Message:
        """What is listed, and how many."""
        what: Text = kind_label(self.kind) if self.kind else say("documents")
        limits = [
            *([say("unit {unit}", unit=self.owner)] if self.owner else []),
            *([STATES[self.state]] if self.state else []),
        ]
        n = len(self.items)
        if limits:
            return say("List: {what} ({limits}), {n}", what=what, limits=limits, n=n)
        return say("List: {what}, {n}", what=what, n=n)

    def page(self, commit: Origin) -> Page:
        """A table, or one for each kind; of a whole folder also the kinds of which there is none."""
        blocks: list[Block] = (
            groups(self.items) if self.grouped and not self.kind else [table(self.kind, self.items)]
        )
        if self.kind == "process" and self.grouped and not (self.owner or self.state):
            blocks += process_map(self.qms)
        empty = [kind for kind, n in self.kinds.items() if not n and is_asked_for(self.qms, kind)]
        if empty and not (self.kind or self.owner or self.state):
            last = say(
                "Nothing yet of these kinds: {kinds}. `smm new KIND` begins one.", kinds=empty
            )
            blocks.append(Prose(last))
        return Page(self.title, stamp(self.qms, commit), (*unread_files(self.qms), *blocks))


def groups(found: list[Item]) -> list[Block]:
    """A heading with the number, and a table, for each kind that has something."""
    blocks: list[Block] = []
    for kind in KINDS:
        own = [one for one in found if one.home.kind == kind]
        if own:
            name = say("{kind} ({word}): {n}", kind=kind_label(kind), word=kind, n=len(own))
            blocks += [Heading(name), table(kind, own)]
    return blocks or [Prose(NOTHING)]


def table(kind: str | None, found: list[Item]) -> Table:
    """A row for each thing; of entries, the document where they stand; of all kinds, the kind."""
    is_entry = kind is not None and kind not in KINDS
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
        Reading(say("File"), lambda one: one.file_and_line, Shape.CODE, 3),
    ]
    return table_of(kind_label(kind) if kind else say("Documents"), readings, found, NOTHING)


def tone(state: str) -> Tone:
    """How a state is coloured."""
    return next((tone for known, tone in STATE_TONES.items() if known.value == state), Tone.PLAIN)


def process_map(qms: Qms) -> list[Block]:
    """The figure; none where there is no process."""
    found = mapped(qms)
    if not found:
        return []
    order = {one: n for n, one in enumerate(BANDS)}
    boxes = [Box(one.id, one.title, order[one.process_type]) for one in found]
    drawing = Map(
        tuple(one.label for one in BANDS),
        order[ProcessType.CORE],
        tuple(boxes),
        tuple(Handed(end(qms, one.giver), end(qms, one.taker), one.what) for one in handovers(qms)),
    )
    alt = say("Who hands what on to whom, as the inputs and outputs of the processes tell.")
    return [Figure(say("Process map"), alt, drawing)]


def end(qms: Qms, id_: str) -> str:
    """Who gives or takes: a process by its id, as its box has it; somebody outside by name."""
    thing = qms.things.get(id_)
    return id_ if thing is None or isinstance(thing, Process) else thing.title
