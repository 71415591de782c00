"""Every figure of the papers beside the one that it is counted from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.consistency.said_figures import said_figures
from smmkit.analyses.consistency.saying import Said, Verdict
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.words import Message, say

TONES = {Verdict.SAME: Tone.GOOD, Verdict.DIFFERS: Tone.BAD, Verdict.ALONE: Tone.MUTED}


@dataclass(frozen=True)
class FiguresReport(Report):
    """One number everywhere: what papers say, and what it comes to."""

    schema: ClassVar = "smmkit-figures/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "differing": "differing",
        "figures": "figures",
        "left_out": "unread",
    }

    @cached_property
    def figures(self) -> list[Said]:
        """Every figure, those that differ first."""
        order = list(Verdict)
        order = [Verdict.DIFFERS, *(one for one in order if one is not Verdict.DIFFERS)]
        return sorted(said_figures(self.qms), key=lambda one: order.index(one.verdict))

    @property
    def differing(self) -> int:
        """How many differ."""
        return sum(one.verdict is Verdict.DIFFERS for one in self.figures)

    def page(self, commit: Origin) -> Page:
        """Totals, what differs, and all the others."""
        counts: list[tuple[Message, Cell]] = [
            (say("Figures in papers"), Cell(len(self.figures))),
            (say("Different from what is counted"), Cell(self.differing, self.tone)),
        ]
        differing = [one for one in self.figures if one.verdict is Verdict.DIFFERS]
        others = [one for one in self.figures if one.verdict is not Verdict.DIFFERS]
        blocks: list[Block] = [Fields(tuple(counts))]
        if differing:
            title = say("Different from what is counted")
            blocks += [Heading(title), table(title, differing, placed=True)]
        title = say("All others")
        note = say(
            "Looked at: performance reports, agreements, the strategic plan, KPIs that are counted from a "
            "survey or a service log, the counts of service logs, and figures in sentences of reports, "
            "reviews and surveys."
        )
        blocks += [Heading(title), table(title, others), Prose(note), *unread_files(self.qms)]
        return Page(say("One number everywhere"), stamp(self.qms, commit), tuple(blocks))

    @property
    def tone(self) -> Tone:
        """Bad where one differs."""
        return Tone.BAD if self.differing else Tone.GOOD


def table(title: Message, rows: list[Said], placed: bool = False) -> Table:
    """A row for each figure; with `placed` also where in the paper it stands."""
    readings: list[Reading[Said]] = [
        Reading(say("Said in"), lambda one: one.document.id, Shape.CODE, 2),
        Reading(say("What"), lambda one: one.what, width=4),
        Reading(say("Said"), lambda one: one.said, Shape.NUMBER, 2),
        Reading(
            say("Counted"), lambda one: "-" if one.shown is None else one.shown, Shape.NUMBER, 2
        ),
        Reading(say("Counted from"), lambda one: one.source or "-", Shape.CODE, 2),
        Reading(
            say("Comparison"), lambda one: Cell(one.verdict.label, TONES[one.verdict]), width=2
        ),
    ]
    if placed:
        readings.insert(1, Reading(say("Place"), lambda one: one.place, Shape.CODE, 3))
    return table_of(title, readings, rows, say("none"))
