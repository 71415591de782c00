"""The report of a drill: what was broken on purpose, and what nobody would notice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from smmkit.drill.drilled import GUARDED, Guarded, guarded
from smmkit.drill.ground import Notice, Outcome
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Table, Text, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, percent, stamp, unread_files
from smmkit.standards import Standard
from smmkit.standards.drills import Drill
from smmkit.words import say

TONES = {
    Notice.NOTICED: Tone.GOOD,
    Notice.TOLD: Tone.WARN,
    Notice.UNNOTICED: Tone.BAD,
    Notice.ABSENT: Tone.MUTED,
}


NAMED = 3
"""How many documents are named of those that a fault was put into."""


@dataclass(frozen=True)
class DrillReport(Report):
    """What one drill has shown."""

    standard: Standard
    drill: Drill
    outcomes: tuple[Outcome, ...]
    detailed: bool = True
    """Whether every fault is listed, not only those that nobody noticed."""

    schema: ClassVar = "smmkit-drill/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "standard": "standard.id",
        "guarded": "share",
        "faults": "outcomes",
        "demands": "demands",
        "left_out": "unread",
    }

    @cached_property
    def demands(self) -> list[Guarded]:
        """Every demand, with what was tried against it."""
        return list(guarded(self.standard, self.drill, self.outcomes))

    @property
    def share(self) -> Decimal | None:
        """Of the faults that could be tried, the percent that would be noticed; None without any."""
        tried = [one for one in self.outcomes if one.notice is not Notice.ABSENT]
        good = sum(one.notice in GUARDED for one in tried)
        return Decimal(100 * good) / len(tried) if tried else None

    def page(self, commit: Origin) -> Page:
        """The counts, what nobody notices, then everything that was tried."""
        counts = Counter(one.notice for one in self.outcomes)
        unnoticed = [one for one in self.outcomes if one.notice is Notice.UNNOTICED]
        blocks: list[Block] = [
            Prose(
                say(
                    "Each fault was put into a copy of the folder in memory, one at a time, and taken"
                    " for approved; nothing was changed. Noticed is what a rule or the gap report"
                    " would tell."
                )
            ),
            Fields(
                (
                    (say("Faults tried"), Cell(len(self.outcomes))),
                    *((word.label, Cell(counts[word], TONES[word])) for word in Notice),
                    (say("Guarded"), percent(self.share)),
                )
            ),
            *unread_files(self.qms),
            Heading(say("What nobody would notice")),
            fault_table(unnoticed, say("Every fault that could be tried would be noticed.")),
        ]
        if self.detailed:
            rest = [one for one in self.outcomes if one.notice is not Notice.UNNOTICED]
            blocks += [
                Heading(say("Demands")),
                demand_table(self.demands),
                Heading(say("All other faults")),
                fault_table(rest, ""),
            ]
        title = say("Drill: {title}", title=self.standard.title)
        return Page(title, stamp(self.qms, commit), tuple(blocks))


def fault_table(found: list[Outcome], empty: Text) -> Table:
    """One row for each fault: what is wrong then, where it was put, and who notices."""
    readings: list[Reading[Outcome]] = [
        Reading(say("Fault"), lambda one: one.fault.text, width=6),
        Reading(say("Demands"), lambda one: ", ".join(one.fault.demands), width=2),
        Reading(say("Put into"), documents, width=3),
        Reading(say("Result"), lambda one: Cell(one.notice.label, TONES[one.notice]), width=3),
        Reading(
            say("Noticed by"), lambda one: ", ".join((*one.rules, *one.clauses)), Shape.CODE, 4
        ),
    ]
    return table_of(say("Faults"), readings, found, empty)


def documents(one: Outcome) -> str:
    """The first documents that a fault was put into, and how many more there are."""
    more = f" +{len(one.documents) - NAMED}" if len(one.documents) > NAMED else ""
    return ", ".join(one.documents[:NAMED]) + more


def demand_table(found: list[Guarded]) -> Table:
    """One row for each demand."""
    readings: list[Reading[Guarded]] = [
        Reading(say("Demand"), lambda one: one.requirement.id, Shape.CODE),
        Reading(say("Text"), lambda one: one.requirement.text, width=6),
        Reading(say("Faults tried"), lambda one: len(one.outcomes), Shape.NUMBER),
        Reading(say("Result"), result, width=3),
    ]
    return table_of(say("Demands"), readings, found)


def result(one: Guarded) -> Cell:
    """What became of the faults against a demand."""
    if one.field_only and not one.outcomes:
        return Cell(one.field_only.why, Tone.MUTED)
    return Cell(one.notice.label, TONES[one.notice])
