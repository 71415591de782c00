"""The competence matrix: people and roles, what each needs and has; whom trainings reached."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from smmkit.analyses.agenda.people import name_of
from smmkit.analyses.people.competence_matrix import (
    Needed,
    Reach,
    Verdict,
    competences,
    planned,
    policy_reach,
    reaches,
    without_any,
)
from smmkit.documents.competence import PlannedTraining
from smmkit.documents.people import RoleEntry
from smmkit.documents.submission import Shown
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import Report, percent, stamp, unread_files
from smmkit.words import Message, say

ACROSS = 6
"""So many people and roles stand side by side in one table."""


@dataclass(frozen=True)
class CompetenceReport(Report):
    """Who needs what, who has it, and whom trainings reached."""

    schema: ClassVar = "smmkit-competence/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "competences": "needed",
        "without_any": "without",
        "planned": "planned_ids",
        "trainings": "reached",
        "left_out": "unread",
    }

    @cached_property
    def needed(self) -> list[Needed]:
        """Every competence, what is lacking first."""
        return competences(self.qms)

    @cached_property
    def without(self) -> list[str]:
        """Who holds a role, and of whom nothing is written."""
        return without_any(self.qms)

    @cached_property
    def plans(self) -> list[PlannedTraining]:
        """The trainings to come."""
        return planned(self.qms)

    @property
    def planned_ids(self) -> list[str]:
        """Their ids."""
        return [one.id for one in self.plans]

    @cached_property
    def reached(self) -> list[Reach]:
        """Whom each training reached."""
        return reaches(self.qms)

    def page(self, commit: Origin) -> Page:
        """Totals, the matrix, what is lacking and planned, whom trainings and the policy reached."""
        blocks: list[Block] = [
            Fields(tuple(self.totals())),
            *self.matrix(),
            self.table(),
            self.to_come(),
            self.trainings(),
            *self.policies(),
            *unread_files(self.qms),
        ]
        title = say("Competence matrix")
        return Page(title, stamp(self.qms, commit), tuple(blocks))

    def totals(self) -> list[tuple[Any, Cell]]:
        """How many are enough, and which are not."""
        rows: list[tuple[Any, Cell]] = [(say("Competences"), Cell(len(self.needed)))]
        for verdict in Verdict:
            number = sum(one.verdict is verdict for one in self.needed)
            tone = verdict.tone if number and verdict is not Verdict.ENOUGH else Tone.PLAIN
            rows.append((verdict.label, Cell(number, tone)))
        without = [called(self.qms, one) for one in self.without]
        text = Cell(without, Tone.WARN) if self.without else Cell("-", Tone.GOOD)
        return [*rows, (say("In a role, without any competence written"), text)]

    def matrix(self) -> list[Block]:
        """Competences downwards, people and roles across, a few in each table."""
        subjects = list(dict.fromkeys(sorted(one.subject for one in self.needed)))
        at = {(one.entry.title, one.subject): one for one in self.needed}
        blocks: list[Block] = []
        for start in range(0, len(subjects), ACROSS):
            some = subjects[start : start + ACROSS]
            titles = list(dict.fromkeys(t for t, s in sorted(at) if s in some))
            readings: list[Reading[str]] = [
                Reading(say("Competence"), lambda title: title, width=3)
            ]
            readings += [column(self.qms, one, at) for one in some]
            name = say("{first} to {last}", first=some[0], last=some[-1])
            blocks += [Heading(say("Matrix, {part}", part=name)), table_of(name, readings, titles)]
        return blocks

    def table(self) -> Table:
        """A row for each competence."""
        readings: list[Reading[Needed]] = [
            Reading(say("Id"), lambda one: one.entry.id, Shape.CODE, 2),
            Reading(say("Who"), lambda one: who(self.qms, one), width=3),
            Reading(say("Competence"), lambda one: one.entry.title, width=4),
            Reading(say("Needed"), lambda one: dash(one.needed), width=4),
            Reading(say("Held"), lambda one: dash(one.held), width=4),
            Reading(say("Verdict"), lambda one: Cell(one.verdict.label, one.verdict.tone), width=2),
            Reading(say("Until"), lambda one: dash(one.entry.until), width=2),
            Reading(say("Action"), lambda one: dash(one.entry.action), width=3),
            Reading(say("Due"), self.due, width=2),
        ]
        return table_of(say("Competences"), readings, self.needed, say("no competence is written"))

    def due(self, one: Needed) -> Cell:
        """The day of an action; that it has passed is marked."""
        day = one.entry.due
        if day is None:
            return Cell("-", Tone.MUTED)
        return Cell(day, Tone.BAD if day < self.as_of and not one.entry.sufficient else Tone.PLAIN)

    def to_come(self) -> Table:
        """The trainings that are planned."""
        readings: list[Reading[PlannedTraining]] = [
            Reading(say("Id"), lambda one: one.id, Shape.CODE, 2),
            Reading(say("Training"), lambda one: one.title, width=5),
            Reading(say("For"), lambda one: list(one.competences) or dash(one.audience), width=3),
            Reading(
                say("Due"),
                lambda one: Cell(one.due, Tone.BAD if one.due < self.as_of else Tone.PLAIN),
                width=2,
            ),
        ]
        return table_of(say("Planned trainings"), readings, self.plans, say("none"))

    def trainings(self) -> Table:
        """Whom each training reached."""
        readings: list[Reading[Reach]] = [
            Reading(say("Id"), lambda one: one.training.id, Shape.CODE, 2),
            Reading(say("Day"), lambda one: one.training.date, width=2),
            Reading(say("Training"), lambda one: one.training.title, width=4),
            Reading(say("Attended"), came, Shape.NUMBER),
            Reading(say("Of"), lambda one: dash(one.headcount or one.invited), Shape.NUMBER),
            Reading(say("Reached"), lambda one: percent(one.share), width=2),
            Reading(say("Units not reached"), units_left, Shape.CODE, 2),
        ]
        return table_of(say("Trainings held"), readings, self.reached, say("none"))

    def policies(self) -> list[Block]:
        """Which units the policy was never made known to."""
        blocks: list[Block] = []
        for policy, left in policy_reach(self.qms):
            said = say("{id} was made known to every unit", id=policy.id)
            if left:
                said = say("{id} was never made known to {units}", id=policy.id, units=left)
            blocks.append(Prose(said, Tone.WARN if left else Tone.GOOD))
        return blocks


def called(qms: Qms, id: str) -> Message | str:
    """Whom an id means: a person by name and code, a role by its title; by the code where names stay away."""
    role, name = qms.get(id, RoleEntry), name_of(qms, id)
    if role:
        return role.title
    return id if name == id or qms.people == Shown.CODES else say("{name} ({id})", name=name, id=id)


def column(qms: Qms, subject: str, at: dict[tuple[str, str], Needed]) -> Reading[str]:
    """The column of a person or a role."""
    return Reading(called(qms, subject), lambda title: square(at.get((title, subject))))


def square(one: Needed | None) -> Cell:
    """A cell of the matrix: level held of level needed, or the verdict."""
    if one is None:
        return Cell("")
    entry = one.entry
    if entry.level is not None and entry.level_held is not None:
        text = say("{held} of {needed}", held=entry.level_held, needed=entry.level)
        return Cell(text, one.verdict.tone)
    return Cell(one.verdict.label, one.verdict.tone)


def who(qms: Qms, one: Needed) -> Cell:
    """The person; the role, and those who hold it."""
    if one.holders in {(one.subject,), ()}:
        return Cell(called(qms, one.subject))
    holders = [called(qms, holder) for holder in one.holders]
    return Cell(say("{role}: {people}", role=called(qms, one.subject), people=holders))


def dash(value: Any) -> Any:
    """A value; a dash where there is none."""
    return Cell("-", Tone.MUTED) if value is None else value


def came(one: Reach) -> Cell:
    """How many attended; that nobody has written it is marked."""
    return Cell("-", Tone.WARN) if one.attended is None else Cell(one.attended)


def units_left(one: Reach) -> Cell:
    """The units that a training for all did not reach."""
    return Cell([*one.units_left], Tone.WARN) if one.units_left else Cell("-", Tone.MUTED)
