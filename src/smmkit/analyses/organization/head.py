"""Who heads the organization, on a day; asked here alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smmkit.analyses.texts import squeezed
from smmkit.documents.people import PersonEntry
from smmkit.qms import Qms


def head_of(qms: Qms) -> str:
    """The office that heads the organization; empty where qms.yaml cannot say it."""
    return qms.settings.organization.head if qms.settings else ""


def is_head(qms: Qms, person: str, day: date) -> bool:
    """Whether a person held that office on a day, for good or acting."""
    entry, head = qms.get(person, PersonEntry), squeezed(head_of(qms))
    held = entry.held_on(day) if entry and head else ()
    return any(squeezed(one.role) == head for one in held)


def is_office(role: str, head: str) -> bool:
    """Whether a role is an office, with or without what it is the head of (`Kepala Badan Contoh`)."""
    one, other = map(squeezed, (role, head))
    return one in other or other in one


def approvers(qms: Qms) -> Iterator[str]:
    """The people who hold a role on the day."""
    for thing in qms.things.values():
        if isinstance(thing, PersonEntry) and thing.held_on(qms.as_of):
            yield thing.id
