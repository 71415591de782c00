"""The agenda as a page: what is overdue, then what comes, each with who sees to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from smmkit.analyses.agenda.agenda import Entry, agenda, chosen
from smmkit.analyses.agenda.people import name_of
from smmkit.analyses.organization.units import called
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Shape, Table, Text, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import Report, stamp, unread_files
from smmkit.words import Message, say, say_n

SOON = 30
"""So many days ahead something is soon."""


@dataclass(frozen=True)
class Choice:
    """Which part of the agenda is meant."""

    since: date | None = None
    until: date | None = None
    unit: str | None = None
    person: str | None = None

    FOR_PROGRAMS: ClassVar = {
        "from": "since",
        "to": "until",
        "unit": "unit",
        "person": "person",
    }


@dataclass(frozen=True)
class AgendaReport(Report):
    """Everything with a day, the overdue first."""

    choice: Choice

    schema: ClassVar = "smmkit-agenda/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "choice": "choice",
        "overdue": "overdue",
        "entries": "entries",
        "left_out": "unread",
    }

    @cached_property
    def entries(self) -> list[Entry]:
        """What is due, the earliest first."""
        one = self.choice
        return chosen(
            self.qms,
            agenda(self.qms),
            since=one.since,
            until=one.until,
            unit=one.unit,
            person=one.person,
        )

    @property
    def overdue(self) -> int:
        """How many are overdue."""
        return sum(one.is_overdue for one in self.entries)

    @property
    def title(self) -> Message:
        """What it is called, with whose it is."""
        one = self.choice
        if one.person:
            return say("Agenda of {who}", who=name_of(self.qms, one.person))
        return say("Agenda of {who}", who=called(self.qms, one.unit)) if one.unit else say("Agenda")

    def page(self, commit: Origin) -> Page:
        """The report as a Page."""
        late = [one for one in self.entries if one.is_overdue]
        coming = [one for one in self.entries if not one.is_overdue]
        soon = sum(one.days_left <= SOON for one in coming)
        totals: list[tuple[Text, Cell]] = [
            (say("Overdue"), Cell(len(late), Tone.BAD if late else Tone.GOOD)),
            (say("Within {n} days", n=SOON), Cell(soon, Tone.WARN if soon else Tone.PLAIN)),
            (say("Later"), Cell(len(coming) - soon)),
        ]
        if self.choice.until:
            totals.append((say("Shown up to"), Cell(self.choice.until)))
        blocks: list[Block] = [Fields(tuple(totals))]
        if late:
            blocks += [Heading(say("Overdue")), table(self.qms, say("Overdue"), late)]
        blocks += [
            Heading(say("To come")),
            table(self.qms, say("To come"), coming),
            *unread_files(self.qms),
        ]
        return Page(self.title, stamp(self.qms, commit), tuple(blocks))


def table(qms: Qms, name: Message, entries: list[Entry]) -> Table:
    """One row for each thing."""
    readings: list[Reading[Entry]] = [
        Reading(say("Day"), lambda one: Cell(one.due.day, tone(one)), Shape.CODE, 2),
        Reading(say("Days"), left, width=2),
        Reading(say("Matter"), lambda one: one.due.matter.label, width=2),
        Reading(say("Id"), lambda one: one.due.id, Shape.CODE, 2),
        Reading(say("Description"), duty_text, width=5),
        Reading(say("Unit"), lambda one: list(one.due.owners), width=1),
        Reading(say("Seen to by"), lambda one: people(qms, one), width=3),
    ]
    return table_of(name, readings, entries, say("Nothing."))


def tone(one: Entry) -> Tone:
    """What its day means to a reader."""
    return Tone.BAD if one.is_overdue else Tone.WARN if one.days_left <= SOON else Tone.PLAIN


def left(one: Entry) -> Message:
    """How many days are left, or have gone."""
    if one.is_overdue:
        return say_n("{n} day late", "{n} days late", -one.days_left)
    if one.days_left == 0:
        return say("today")
    return say_n("in {n} day", "in {n} days", one.days_left)


def duty_text(one: Entry) -> Text:
    """What it is, and where its day comes from."""
    return (
        say("{what} ({why})", what=one.due.what, why=one.due.why) if one.due.why else one.due.what
    )


def people(qms: Qms, one: Entry) -> Any:
    """The names of who sees to it."""
    if not one.seen_to_by:
        return Cell(say("nobody"), Tone.WARN)
    return [name_of(qms, id_) for id_ in one.seen_to_by]
