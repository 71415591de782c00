"""What waits for a role, whoever holds it: duties that are not done, and texts that hold, which name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from smmkit.analyses.agenda.overdue import is_past
from smmkit.analyses.references.links import Link, pointing_at
from smmkit.documents import Information
from smmkit.documents.base import Record, Thing
from smmkit.documents.people import RoleEntry
from smmkit.location import Path
from smmkit.qms import Qms

OWNERS = frozenset({"owner", "co_owners"})
"""The fields that say which role sees to something."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that a role sees to: the id that it belongs to, where it stands, and its day, if any."""

    id: str
    title: str
    document: Information
    steps: Path
    day: date | None


def waiting(qms: Qms, role: str) -> list[Waiting]:
    """Everything open that names a role as the one who sees to it."""
    return [found for link in qms.fact(pointing_at).get(role, ()) for found in open_at(qms, link)]


def open_at(qms: Qms, link: Link) -> Iterator[Waiting]:
    """What a place names a role for, unless it is done, closed, or of a text that no longer holds."""
    names = [step for step in link.steps if isinstance(step, str)]
    document = link.document
    if not names or names[-1] not in OWNERS or is_past(document, qms):
        return
    if isinstance(document, Record) and document.is_closed_on(qms.as_of):
        return
    parts = parts_to(document, link.steps)
    if any(is_over(part, qms.as_of) for part in parts):
        return
    thing = next((part for part in reversed(parts) if isinstance(part, Thing)), document)
    told = getattr(parts[-1], "what", None) or thing.title
    yield Waiting(thing.id, told, document, link.steps, getattr(parts[-1], "due", None))


def parts_to(document: Information, steps: Path) -> list[Any]:
    """The parts on the way to a place, the document first; lists are no parts."""
    here: Any = document
    parts = [here]
    for step in steps[:-1]:
        here = here[step] if isinstance(step, int) else getattr(here, str(step), None)
        if here is None:
            break
        if not isinstance(here, tuple):
            parts.append(here)
    return parts


def is_over(part: Any, day: date) -> bool:
    """Whether a part says that it is done, or ended before a day."""
    done, until = getattr(part, "done", None), getattr(part, "until", None)
    is_done = done <= day if isinstance(done, date) else False
    return is_done or (isinstance(until, date) and until < day)


def roles(qms: Qms) -> list[RoleEntry]:
    """Every role of the register of roles, in its order."""
    return [thing for thing in qms.things.values() if isinstance(thing, RoleEntry)]
