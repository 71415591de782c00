"""SMM882 office-left-empty."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smmkit.analyses.agenda.people import people, speakers
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.organization.head import head_of
from smmkit.analyses.organization.units import standing_units
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.people import Assignment, People, PersonEntry
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

Office = tuple[str, str]
"""What is held, and for which unit; that of the head is for the whole."""


@rule(
    "SMM882",
    "office-left-empty",
    of=People,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3",
    clause="5.3",
)
def office_left_empty(register: People, qms: Qms) -> Problems:
    """When the head or the quality coordinator of a unit leaves, somebody comes after, if only acting.

    Why: from the day after nobody may approve or answer, and whoever asks finds a name that has left.
    """
    if is_gone(register, qms):
        return
    filled = {office for one in people(qms) for office, _, _ in offices(qms, one, qms.as_of)}
    left: dict[Office, tuple[date, int, int]] = {}
    for index, entry in enumerate(register.entries):
        for office, number, held in offices(qms, entry, None):
            if held.until and held.until < qms.as_of and office not in filled:
                left[office] = max(left.get(office, (date.min, 0, 0)), (held.until, index, number))
    for office, (day, index, number) in left.items():
        if office[1] and (office[1] not in units(qms) or any(speakers(qms, office[1]))):
            continue
        entry = register.entries[index]
        yield problem(
            register,
            "entries",
            index,
            "assignments",
            number,
            "until",
            message=say(
                "nobody is {role} ({unit}) since {person} left on {day}",
                role=entry.assignments[number].role,
                unit=entry.assignments[number].unit,
                person=entry.id,
                day=day,
            ),
            hint=say(
                "write who comes after, and since when; who only stands in has `standing: acting`"
            ),
        )


def units(qms: Qms) -> set[str]:
    """The units that stand on the day."""
    return {one.id for one in standing_units(qms)}


def offices(
    qms: Qms, entry: PersonEntry, day: date | None
) -> Iterator[tuple[Office, int, Assignment]]:
    """The offices of a person that cannot stay empty, with their places; on a day, or ever."""
    head, coordinates = squeezed(head_of(qms)), qms.fact(vocabulary).offices.coordinates
    for number, held in enumerate(entry.assignments):
        if day is not None and not held.is_held_on(day):
            continue
        role = squeezed(held.role)
        if head and head in role:
            yield ("head", ""), number, held
        elif any(word in role for word in coordinates):
            yield ("coordinator", held.unit), number, held
