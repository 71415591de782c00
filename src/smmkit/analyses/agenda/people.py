"""Who sees to something: the people named for it, else those who stand for its units and roles."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.agenda.due import Due
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.organization.units import answering
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.unfilled import MARKS
from smmkit.documents.people import PersonEntry, RoleEntry, Standing, Team, TeamType
from smmkit.qms import Qms


def seen_to_by(qms: Qms, due: Due) -> tuple[str, ...]:
    """The people who see to something: those named, but who has left, else those of its units and roles."""
    named = [entry for id_ in due.people if (entry := qms.get(id_, PersonEntry))]
    there = [entry.id for entry in named if not entry.is_out_of_office(qms.as_of)]
    owning = there or [id_ for owner in due.owners for id_ in stand_for(qms, owner)]
    return tuple(dict.fromkeys(owning or [entry.id for entry in named]))


def stand_for(qms: Qms, owner: str) -> tuple[str, ...]:
    """The people who stand for a unit or a role on the day."""
    known = qms.fact(_known)
    if owner not in known:
        known[owner] = tuple(dict.fromkeys(_stand_for(qms, owner)))
    return known[owner]


def _known(_: Qms) -> dict[str, tuple[str, ...]]:
    """Who was found already."""
    return {}


def _stand_for(qms: Qms, owner: str) -> Iterator[str]:
    """Who holds a role; for a unit who speaks for it in the quality team, else who holds an office there."""
    role = qms.get(owner, RoleEntry)
    if role is not None:
        yield from holders(qms, role)
        return
    for unit in answering(qms, owner):
        members = [*speakers(qms, unit)]
        yield from members or office_holders(qms, unit)


def holders(qms: Qms, role: RoleEntry) -> Iterator[str]:
    """The people who hold a role on the day, in its unit where it has one.

    A role of no one unit is also held by who has it with more words: the head of an installation is
    head of the installation for emergencies. One word alone, as Head, is not enough for that.
    """
    wanted = squeezed(role.title)
    more = f"{wanted} " if role.unit is None and " " in wanted else None
    near = []
    for person in people(qms):
        for held in person.held_on(qms.as_of):
            name = squeezed(held.role)
            if name == wanted and role.unit in {None, held.unit}:
                yield person.id
                more = None
            elif more and name.startswith(more):
                near.append(person.id)
    if more:
        yield from near


def speakers(qms: Qms, unit: str) -> Iterator[str]:
    """The members of the quality management team in its term who speak for a unit, and are in office."""
    day = qms.as_of
    for team in qms.of(Team):
        is_meant = team.team_type is TeamType.QUALITY_MANAGEMENT and not is_gone(team, qms)
        if is_meant and team.since <= day and (team.until is None or day <= team.until):
            for member in team.members:
                person = qms.get(member.person, PersonEntry)
                if (
                    member.unit == unit
                    and person
                    and (not person.assignments or person.held_on(day))
                ):
                    yield member.person


def office_holders(qms: Qms, unit: str) -> Iterator[str]:
    """The first person of the register who holds an office in a unit on the day, or who acts in it.

    Why: who holds it for good is away while somebody acts.
    """
    held = [
        (person.id, one)
        for person in people(qms)
        for one in person.held_on(qms.as_of)
        if one.unit == unit
    ]
    for id_, first in held[:1]:
        acting = (
            other
            for other, one in held
            if one.standing is Standing.ACTING and squeezed(one.role) == squeezed(first.role)
        )
        yield next(acting, id_)


def people(qms: Qms) -> list[PersonEntry]:
    """Everybody in the register of people, in its order."""
    return [thing for thing in qms.things.values() if isinstance(thing, PersonEntry)]


def name_of(qms: Qms, person: str) -> str:
    """The name of a person; the id where the register does not say it."""
    entry = qms.get(person, PersonEntry)
    is_named = entry and not any(mark in entry.title for mark in MARKS)
    return entry.title if entry and is_named else person
