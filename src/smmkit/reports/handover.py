"""The handover report: what is open for a person, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from smmkit.analyses.agenda.people import name_of
from smmkit.analyses.people.handover import Handover, Held, Passed
from smmkit.analyses.people.handover_places import Fate, Place
from smmkit.few import at_most
from smmkit.git import Origin
from smmkit.page import Block, Cell, Heading, Page, Prose, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.words import say, say_n

TONES = {Fate.PASSES: Tone.PLAIN, Fate.SEALED: Tone.WARN, Fate.OWN: Tone.MUTED}
"""How what becomes of a place is marked."""


FEW = 3
"""So many of those who see to something, too, are named."""


@dataclass(frozen=True)
class HandoverReport(Report):
    """What is open for a person."""

    found: Handover

    schema: ClassVar = "smmkit-handover/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "person": "found.person.id",
        "places": "found.places",
        "roles": "found.roles",
        "agenda": "found.passed",
        "approvals": "found.awaited",
        "history": "found.told",
        "left_out": "unread",
    }

    def page(self, commit: Origin) -> Page:
        """Roles, places, agenda, approvals; then what stays as it is."""
        person = self.found.person
        title = say("Handover: {name} ({id})", name=person.title, id=person.id)
        blocks: list[Block] = []
        if self.found.is_empty:
            blocks.append(Prose(say("Nothing is open for this person.")))
        blocks += [*self.roles(), *self.places(), *self.agenda(), *self.approvals()]
        if self.found.told:
            text = say_n(
                "{n} place tells what the person has done. It stays as it is.",
                "{n} places tell what the person has done. They stay as they are.",
                self.found.told,
            )
            blocks.append(Prose(text))
        return Page(title, stamp(self.qms, commit), (*blocks, *unread_files(self.qms)))

    def roles(self) -> list[Block]:
        """The roles that are held, and who holds them beside the person."""
        if not self.found.roles:
            return []
        readings: list[Reading[Held]] = [
            Reading(say("Role"), lambda one: one.assignment.role, width=3),
            Reading(say("Unit"), lambda one: one.assignment.unit, Shape.CODE),
            Reading(say("Since"), lambda one: one.assignment.since, width=2),
            Reading(
                say("Until"), lambda one: one.assignment.until or Cell("-", Tone.MUTED), width=2
            ),
            Reading(say("Also held by"), self.others, width=3),
            Reading(say("Waits for it"), waits, width=3),
        ]
        name = say("Roles held")
        text = say(
            "A role passes by decree: write its last day and the next holder into the register of people."
        )
        return [Heading(name), table_of(name, readings, self.found.roles), Prose(text)]

    def places(self) -> list[Block]:
        """Where the person is named for something that is open."""
        if not self.found.places:
            return []
        readings: list[Reading[Place]] = [
            Reading(say("Id"), lambda one: one.id, Shape.CODE, 2),
            Reading(say("Title"), lambda one: one.title, width=4),
            Reading(say("As"), lambda one: one.field, width=2),
            Reading(say("Day"), lambda one: one.day or Cell("-", Tone.MUTED), width=2),
            Reading(say("What becomes of it"), fate, width=4),
        ]
        name = say("Named for")
        return [Heading(name), table_of(name, readings, self.found.places)]

    def agenda(self) -> list[Block]:
        """What the person sees to by a role or a unit."""
        if not self.found.passed:
            return []
        readings: list[Reading[Passed]] = [
            Reading(say("Day"), day, width=2),
            Reading(say("Matter"), lambda one: one.entry.due.matter.label, width=2),
            Reading(say("Id"), lambda one: one.entry.due.id, Shape.CODE, 2),
            Reading(say("Title"), lambda one: one.entry.due.what, width=4),
            Reading(say("By"), lambda one: ", ".join(one.entry.due.owners), Shape.CODE),
            Reading(say("Others who see to it"), lambda one: ids(one.others), Shape.CODE, 3),
        ]
        name = say("Seen to for a role or a unit")
        return [Heading(name), table_of(name, readings, self.found.passed)]

    def approvals(self) -> list[Block]:
        """The texts that wait for an approval by the person."""
        if not self.found.awaited:
            return []
        readings: list[Reading[Any]] = [
            Reading(say("Id"), lambda one: one.document.id, Shape.CODE, 2),
            Reading(say("Title"), lambda one: one.document.title, width=4),
            Reading(say("Version"), lambda one: one.document.version),
            Reading(say("Role"), lambda one: one.role, width=3),
        ]
        name = say("Waits for an approval")
        table: Table = table_of(name, readings, self.found.awaited)
        return [Heading(name), table]

    def others(self, one: Held) -> Cell:
        """Who else holds a role, by id and name; that it is nobody is marked."""
        named = [say("{id} ({title})", id=p, title=name_of(self.qms, p)) for p in one.others]
        if named:
            return Cell(named)
        if one.elsewhere:
            text = say(
                "nobody in {unit}; elsewhere {ids}", unit=one.assignment.unit, ids=[*one.elsewhere]
            )
            return Cell(text, Tone.WARN)
        return Cell(say("nobody"), Tone.BAD)


def waits(one: Held) -> Cell:
    """What waits for a role."""
    return Cell(list(one.ids)) if one.ids else Cell("-", Tone.MUTED)


def ids(people: tuple[str, ...]) -> Cell:
    """The first people, by their ids; that it is nobody is marked."""
    if not people:
        return Cell(say("nobody"), Tone.BAD)
    return Cell(at_most(FEW, people))


def fate(one: Place) -> Cell:
    """What becomes of a place."""
    return Cell(one.fate.label, TONES[one.fate])


def day(one: Passed) -> Cell:
    """The day of an entry; what is overdue is marked."""
    return Cell(one.entry.due.day, Tone.BAD if one.entry.is_overdue else Tone.PLAIN)
