"""The gap report against a new edition: what carries over from the one before, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.gap.crossing import Carry, Crossed, Crossing, Point, crossing
from smmkit.page import Block, Cell, Fields, Heading, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import percent
from smmkit.reports.gap.proofs import TONES, documents, strength
from smmkit.reports.gap.report import GapReport
from smmkit.standards import Standard
from smmkit.words import say

CARRIES = {
    Carry.WHOLE: Tone.GOOD,
    Carry.IN_PART: Tone.WARN,
    Carry.ANEW: Tone.GOOD,
    Carry.SHORT: Tone.WARN,
    Carry.NOTHING: Tone.BAD,
    Carry.OUT: Tone.MUTED,
}


@dataclass(frozen=True)
class CrossingReport(GapReport):
    """A QMS held against an edition that has taken the place of another."""

    FOR_PROGRAMS: ClassVar = {**GapReport.FOR_PROGRAMS, "transition": "crossing"}

    @cached_property
    def crossing(self) -> Crossing | None:
        """What carries over."""
        return crossing(self.qms, self.gap)

    def more(self) -> list[Block]:
        """What carries over, what is new or changed, and what to do."""
        found = self.crossing
        if found is None:
            return []
        title = say("From {before} to {now}", before=found.before.title, now=self.standard.title)
        return [
            Heading(title),
            *too_early(found, self.qms),
            head(found, self),
            *changed_table(found),
            *point_table(found),
            *carried_table(found),
        ]


def report_on(qms: Qms, standard: Standard) -> type[GapReport]:
    """The sort of report that fits a standard: one that has taken the place of another tells of that, too.

    Not where the QMS answers to the new edition alone: then nothing is left to carry over.
    """
    before = standard.transition.replaces if standard.transition else ""
    crosses = before in qms.standard_ids or standard.id not in qms.standard_ids
    return CrossingReport if crosses and qms.standard(before) else GapReport


def too_early(found: Crossing, qms: Qms) -> list[Block]:
    """That the edition was not there yet on the day."""
    published = found.transition.published
    if qms.as_of >= published:
        return []
    told = say(
        "Published on {published}: on {day} nobody could answer to it.",
        published=published,
        day=qms.as_of,
    )
    return [Prose(told, Tone.WARN)]


def head(found: Crossing, report: GapReport) -> Fields:
    """The days of the change, and its numbers."""
    days, total = found.transition, len(found.clauses) - found.count(Carry.OUT)
    return Fields(
        (
            (say("Published on"), Cell(days.published)),
            (say("First certificates only to it from"), Cell(days.first_only)),
            (say("Last day of certificates to the edition before"), Cell(days.ends)),
            (say("These days are known"), Cell(days.known.certainty.label)),
            (say("Proved of the edition before"), percent(found.proved_before)),
            (say("Proved of this edition"), percent(report.gap.totals.proved)),
            (
                say("Clauses that carry over whole"),
                Cell(say("{n} of {m}", n=found.count(Carry.WHOLE), m=total)),
            ),
            (
                say("New requirements that are proved"),
                Cell(say("{n} of {m}", n=found.new_proved, m=len(found.new))),
            ),
        )
    )


def changed_table(found: Crossing) -> list[Block]:
    """The clauses in which something is different, and what to do."""
    readings: list[Reading[Crossed]] = [
        Reading(say("Clause"), lambda one: one.here.clause.id, Shape.CODE),
        Reading(say("Before"), lambda one: one.origins, Shape.CODE),
        Reading(say("What is different"), lambda one: one.here.clause.change, width=4),
        Reading(say("What to do"), lambda one: one.here.clause.to_do, width=4),
        Reading(say("Carried over"), carry_cell, width=2),
    ]
    changed = (one for one in found.clauses if one.here.clause.change)
    none = say("Nothing is different.")
    return [
        Heading(say("What is new or changed")),
        table_of(say("What is new or changed"), readings, changed, none),
    ]


def point_table(found: Crossing) -> list[Block]:
    """The requirements that are new or changed, with what shows them and how they are known."""
    readings: list[Reading[Point]] = [
        Reading(say("No."), lambda one: one.judged.requirement.id, Shape.CODE),
        Reading(say("Requirement"), lambda one: one.judged.requirement.text, width=5),
        Reading(say("New or changed"), change_of, width=2),
        Reading(say("Proof"), lambda one: strength(one.judged.proof), width=2),
        Reading(say("Documents"), lambda one: documents(one.judged.proof), width=3),
        Reading(say("Known"), lambda one: one.certainty.label if one.certainty else "", width=2),
    ]
    return [table_of(say("New and changed requirements"), readings, found.points)]


def change_of(point: Point) -> Cell:
    """Whether a requirement is new or changed."""
    change = point.judged.requirement.change
    return Cell(change.label if change else "")


def carried_table(found: Crossing) -> list[Block]:
    """Every clause beside what it came from."""
    readings: list[Reading[Crossed]] = [
        Reading(say("Clause"), lambda one: one.here.clause.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.here.clause.title, width=4),
        Reading(say("Before"), lambda one: one.origins, Shape.CODE),
        Reading(say("Proof before"), worst, width=2),
        Reading(say("Proof now"), lambda one: strength(one.here.proof), width=2),
        Reading(say("Carried over"), carry_cell, width=3),
        Reading(say("Known"), lambda one: one.certainty.label if one.certainty else "", width=2),
    ]
    return [
        Heading(say("What carries over with its proof")),
        table_of(say("What carries over"), readings, found.clauses),
    ]


def carry_cell(one: Crossed) -> Cell:
    """How a clause is carried over, with its tone."""
    return Cell(one.carry.label, CARRIES[one.carry])


def worst(one: Crossed) -> Cell:
    """The weakest proof of what a clause came from."""
    order = list(TONES)
    weakest = max(one.strengths, key=order.index, default=None)
    return Cell(weakest.label, TONES[weakest]) if weakest else Cell("-", Tone.MUTED)
