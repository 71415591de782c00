"""The proof calendar: for each clause since when it is proved, and the day on which that lapses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.agenda.agenda import Entry, chosen
from smmkit.analyses.agenda.due import Due, Matter, uid
from smmkit.analyses.agenda.people import name_of, seen_to_by
from smmkit.analyses.proof_days.lapses import Proved, proved
from smmkit.calendar_ends import months_after, months_before
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Figure, Heading, Page, Shape, Tone
from smmkit.page.figures import Span, Timeline
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.reports.agenda.report import SOON, Choice
from smmkit.words import Message, say

BACK, AHEAD = 12, 12
"""So many months before and after the day of judgement are looked at."""


@dataclass(frozen=True)
class ProofReport(Report):
    """Every clause on the calendar, what lapses first at the top."""

    choice: Choice

    schema: ClassVar = "smmkit-proof-days/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "choice": "choice",
        "from": "first",
        "to": "last",
        "clauses": "found",
        "left_out": "unread",
    }

    @property
    def first(self) -> date:
        """The first day that is looked at."""
        return min(self.choice.since or months_before(self.qms.as_of, BACK), self.qms.as_of)

    @property
    def last(self) -> date:
        """The last day that is looked at."""
        return self.choice.until or months_after(self.qms.as_of, AHEAD)

    @cached_property
    def found(self) -> list[Proved]:
        """Every clause: what lapses, by its day; then what is proved beyond, and what is not."""
        packs = filter(None, map(self.qms.standard, self.qms.standard_ids))
        every = [one for pack in packs for one in proved(self.qms, pack, self.first, self.last)]
        return sorted(every, key=lambda one: (not one.proved, one.lapses or date.max))

    @cached_property
    def entries(self) -> list[Entry]:
        """Each day on which the proof of a clause lapses, as a line of the agenda."""
        lines = []
        for one in self.found:
            if one.lapses is None:
                continue
            due = self.due(one, one.lapses)
            left = (due.day - self.qms.as_of).days
            lines.append(Entry(due, uid(self.qms, due), seen_to_by(self.qms, due), left))
        choice = self.choice
        return chosen(
            self.qms,
            lines,
            since=choice.since,
            until=choice.until,
            unit=choice.unit,
            person=choice.person,
        )

    def due(self, one: Proved, lapses: date) -> Due:
        """The day on which a clause is no longer proved, as something that is due."""
        ids = [document.id for document in one.gone]
        owners = [o for d in one.gone for o in (d.owner, *d.co_owners) if o]
        said = say(
            "{clause} lapses on {day}: {title}", clause=one.clause.id, day=lapses, title=one.title
        )
        why = say("these no longer count: {ids}", ids=ids) if ids else ""
        return Due(
            Matter.PROOF,
            lapses,
            self.name(one),
            said,
            self.qms.settings or one.gone[0],
            key="lapses",
            owners=tuple(dict.fromkeys(owners)),
            why=why,
        )

    def name(self, one: Proved) -> str:
        """The number of a clause, with its standard where that is not the first of the QMS."""
        is_first = one.standard.id == self.qms.standard_ids[0]
        return one.clause.id if is_first else f"{one.standard.id}/{one.clause.id}"

    @property
    def title(self) -> Message:
        """What it is called."""
        return say("Proof calendar")

    def page(self, commit: Origin) -> Page:
        """The report as a Page."""
        lapsing = {entry.due.id for entry in self.entries}
        lapse = [one for one in self.found if one.lapses and self.name(one) in lapsing]
        is_part = bool(self.choice.unit or self.choice.person)
        others = [] if is_part else [one for one in self.found if not one.lapses]
        totals = Fields(
            (
                (say("Proved on the day"), Cell(sum(one.proved for one in self.found))),
                (say("Lapse by {day}", day=self.last), Cell(len(lapse), tone(len(lapse)))),
                (say("Not proved"), Cell(sum(not one.proved for one in self.found))),
            )
        )
        blocks: list[Block] = [totals, *self.drawn(lapse), *self.table(lapse, others)]
        return Page(self.title, stamp(self.qms, commit), (*blocks, *unread_files(self.qms)))

    def drawn(self, lapse: list[Proved]) -> list[Block]:
        """The time for which each clause that lapses is proved."""
        if not lapse:
            return []
        spans = tuple(
            Span(
                self.name(one),
                max(one.since or self.first, self.first),
                one.until or self.last,
                self.shade(one),
            )
            for one in lapse
        )
        alt = say("Each bar ends on the last day on which the folder proves the clause.")
        return [Figure(say("Proved until"), alt, Timeline(spans, self.qms.as_of))]

    def shade(self, one: Proved) -> Tone:
        """What the day on which a clause lapses means to a reader."""
        left = (one.lapses - self.qms.as_of).days if one.lapses else SOON + 1
        return Tone.WARN if left <= SOON else Tone.GOOD

    def table(self, lapse: list[Proved], others: list[Proved]) -> list[Block]:
        """What lapses, then every other clause."""
        readings: list[Reading[Proved]] = [
            Reading(say("Clause"), self.name, Shape.CODE, 2),
            Reading(say("Title"), lambda one: one.title, width=5),
            Reading(say("Proved since"), self.since, Shape.CODE, 2),
            Reading(say("Lapses on"), self.ends, Shape.CODE, 2),
            Reading(say("These no longer count"), lambda one: [d.id for d in one.gone], width=3),
            Reading(say("Seen to by"), self.people, width=3),
        ]
        blocks: list[Block] = [
            Heading(say("What lapses")),
            table_of(say("What lapses"), readings, lapse, say("Nothing.")),
        ]
        if others:
            title = say("Every other clause")
            blocks += [Heading(title), table_of(title, readings[:4], others)]
        return blocks

    def since(self, one: Proved) -> Cell:
        """Since when it is proved, or not."""
        if one.proved:
            return Cell(one.since or say("before {day}", day=self.first))
        if one.since is None:
            return Cell(say("on no day since {day}", day=self.first), Tone.BAD)
        return Cell(say("not since {day}", day=one.since), Tone.BAD)

    def ends(self, one: Proved) -> Cell:
        """When its proof lapses."""
        if not one.proved:
            return Cell(say("not proved"), Tone.BAD)
        if one.lapses is None:
            return Cell(say("not before {day}", day=self.last), Tone.GOOD)
        return Cell(one.lapses, self.shade(one))

    def people(self, one: Proved) -> list[str]:
        """Who sees to the documents that no longer count."""
        due = self.due(one, one.lapses) if one.lapses else None
        return [name_of(self.qms, id_) for id_ in seen_to_by(self.qms, due)] if due else []


def tone(number: int) -> Tone:
    """What the number of clauses that lapse means to a reader."""
    return Tone.WARN if number else Tone.GOOD
