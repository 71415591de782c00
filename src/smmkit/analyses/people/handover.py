"""What is open for a person: where the person is named, roles held, what waits for them, approvals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.agenda.agenda import Entry, agenda
from smmkit.analyses.agenda.people import holders, people, speakers
from smmkit.analyses.lifecycle.signatures import wanted
from smmkit.analyses.lifecycle.state import State, standings
from smmkit.analyses.organization.units import answering
from smmkit.analyses.people.handover_places import Place, places
from smmkit.analyses.people.held_roles import Waiting, roles, waiting
from smmkit.analyses.texts import squeezed
from smmkit.documents import Document
from smmkit.documents.people import Assignment, PersonEntry, RoleEntry
from smmkit.qms import Qms

UNAPPROVED = (State.DRAFT, State.REVISING, State.BROKEN)
"""The states of a text that waits for an approval."""


@dataclass(frozen=True, slots=True)
class Held:
    """A role that the person holds, or has left empty: who else holds it, and how much waits for it."""

    assignment: Assignment
    role: RoleEntry | None
    others: tuple[str, ...]
    elsewhere: tuple[str, ...]
    """Who holds a role of this name in another unit, where the role is of no unit."""
    waiting: tuple[Waiting, ...]

    FOR_PROGRAMS: ClassVar = {
        "role": "assignment.role",
        "id": "role_id",
        "unit": "assignment.unit",
        "since": "assignment.since",
        "until": "assignment.until",
        "others": "others",
        "elsewhere": "elsewhere",
        "waiting": "ids",
    }

    @property
    def role_id(self) -> str | None:
        """Its id in the register of roles, where that has it."""
        return self.role.id if self.role else None

    @property
    def is_empty(self) -> bool:
        """Whether nobody else holds it."""
        return not (self.others or self.elsewhere)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of what waits for it."""
        return tuple(dict.fromkeys(one.id for one in self.waiting))


@dataclass(frozen=True, slots=True)
class Passed:
    """An entry of the agenda that the person sees to by a role or a unit, and who then does."""

    entry: Entry
    others: tuple[str, ...]

    FOR_PROGRAMS: ClassVar = {
        "matter": "entry.due.matter",
        "day": "entry.due.day",
        "id": "entry.due.id",
        "what": "entry.due.what",
        "owners": "entry.due.owners",
        "others": "others",
    }


@dataclass(frozen=True, slots=True)
class Awaited:
    """A text that waits for an approval which the person gives, and the role in which."""

    document: Document
    role: str

    FOR_PROGRAMS: ClassVar = {"id": "document.id", "path": "document.path", "role": "role"}


@dataclass(frozen=True)
class Handover:
    """All that is open for a person on the day of judgement."""

    qms: Qms
    person: PersonEntry

    @cached_property
    def places(self) -> list[Place]:
        """Where the person is named for something that is open."""
        return [one for one in places(self.qms, self.person.id) if one.is_open]

    @cached_property
    def told(self) -> int:
        """How many places tell of what the person has done; they stay."""
        return sum(not one.is_open for one in places(self.qms, self.person.id))

    @cached_property
    def roles(self) -> list[Held]:
        """The roles that the person holds on the day; of who has left, the last, if they are empty since."""
        if self.person.is_out_of_office(self.qms.as_of):
            return [
                one for one in self.held(held_last(self.person, self.qms.as_of)) if one.is_empty
            ]
        return self.held(self.person.held_on(self.qms.as_of))

    def held(self, assignments: tuple[Assignment, ...]) -> list[Held]:
        """What is known of some roles."""
        return [held(self.qms, self.person, one) for one in assignments]

    @cached_property
    def passed(self) -> list[Passed]:
        """What the agenda has for the roles and the units of the person, the earliest first."""
        me, left = self.person.id, set()
        if self.person.is_out_of_office(self.qms.as_of):
            left = {owner for one in self.roles for owner in (one.assignment.unit, one.role_id)}
        return [
            Passed(one, others(self.qms, one.due.owners, me))
            for one in agenda(self.qms)
            if (me in one.seen_to_by and me not in one.due.people)
            or (not one.seen_to_by and left & {*one.due.owners})
        ]

    @cached_property
    def awaited(self) -> list[Awaited]:
        """The texts that wait for an approval which the person gives."""
        found = (awaited(self.qms, self.person, one) for one in self.qms.of(Document))
        return [one for one in found if one]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is open."""
        return not (self.places or self.roles or self.passed or self.awaited)


def held_last(person: PersonEntry, day: date) -> tuple[Assignment, ...]:
    """The roles that a person held on the last day in office before a day."""
    ended = (one.until for one in person.assignments if one.until and one.until < day)
    last = max(ended, default=None)
    return person.held_on(last) if last else ()


def held(qms: Qms, person: PersonEntry, assignment: Assignment) -> Held:
    """A role that a person holds, with what the register of roles says of it."""
    name, unit = squeezed(assignment.role), assignment.unit
    role = next(
        (r for r in roles(qms) if squeezed(r.title) == name and r.unit in {None, unit}), None
    )
    here: dict[str, None] = {}
    elsewhere: dict[str, None] = {}
    for one in people(qms):
        for other in one.held_on(qms.as_of):
            if squeezed(other.role) == name and one.id != person.id:
                (here if other.unit == unit else elsewhere)[one.id] = None
    if role is None or role.unit:
        elsewhere = {}
    waits = tuple(waiting(qms, role.id)) if role else ()
    return Held(assignment, role, tuple(here), tuple(elsewhere), waits)


def others(qms: Qms, owners: tuple[str, ...], person: str) -> tuple[str, ...]:
    """Who sees to something of these units and roles when a person no longer does."""
    return tuple(dict.fromkeys(one for o in owners for one in stand_in(qms, o) if one != person))


def stand_in(qms: Qms, owner: str) -> Iterator[str]:
    """Everybody who may stand for a unit or a role: holders, speakers, else who holds an office there."""
    role = qms.get(owner, RoleEntry)
    if role is not None:
        yield from holders(qms, role)
        return
    for unit in answering(qms, owner):
        yield from speakers(qms, unit)
        for person in people(qms):
            if any(one.unit == unit for one in person.held_on(qms.as_of)):
                yield person.id


def awaited(qms: Qms, person: PersonEntry, document: Document) -> Awaited | None:
    """Whether a text waits for an approval that a person gives: by what is decided, else as the last time."""
    if qms.fact(standings)[document.id].state not in UNAPPROVED:
        return None
    mine = {one.role for one in person.held_on(qms.as_of)}
    given = {one.role for one in document.approvals if one.version == document.version}
    if qms.fact(standings)[document.id].state is State.BROKEN:
        given = set()
    asked = wanted(qms, document, qms.as_of)
    if not asked and (last := last_role(document, qms.as_of)):
        asked = (last,)
    role = next((one for one in asked if one in mine and one not in given), None)
    return Awaited(document, role) if role else None


def last_role(document: Document, day: date) -> str | None:
    """The role in which a document was approved last."""
    given = [one for one in document.approvals if one.on <= day]
    return max(given, key=lambda one: one.on).role if given else None
