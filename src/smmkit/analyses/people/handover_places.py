"""Every place that names a person: for something that is open, or because of what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.agenda.overdue import is_past
from smmkit.analyses.audits import done_plans, last_day, planned_days
from smmkit.analyses.lifecycle.state import State, standings
from smmkit.analyses.people.held_roles import parts_to
from smmkit.analyses.references.links import Link, pointing_at
from smmkit.documents import Document, Information, Record
from smmkit.documents.audit import Audit, AuditProgramme, PlannedAudit
from smmkit.documents.base import Thing
from smmkit.documents.competence import CompetenceEntry
from smmkit.documents.people import Team
from smmkit.location import Path
from smmkit.model.fields import Field, field_at
from smmkit.qms import Qms
from smmkit.words import ClosedList, Message, label_message

SEALED = (State.APPROVED, State.IN_FORCE, State.RENEWED)
"""The states of a document whose text is the approved one."""


class Fate(ClosedList):
    """What becomes of a place that names a person."""

    PASSES = "passes", "handed over by --to"
    SEALED = "sealed", "approved text: with the next version, or --approved"
    OWN = "own", "ends with the person"
    STAYS = "stays", "tells what was done"


@dataclass(frozen=True, slots=True)
class Place:
    """A place that names a person: what it belongs to, as what, until when, and what becomes of it."""

    document: Information
    steps: Path
    id: str
    title: str
    field: Message
    day: date | None
    fate: Fate

    FOR_PROGRAMS: ClassVar = {
        "id": "id",
        "path": "document.path",
        "title": "title",
        "day": "day",
        "fate": "fate",
    }

    @property
    def is_open(self) -> bool:
        """Whether it is about something still to be done."""
        return self.fate is not Fate.STAYS


def places(qms: Qms, person: str) -> list[Place]:
    """Every place that names a person, in the order of the documents."""
    return [placed(qms, link) for link in qms.fact(pointing_at).get(person, ())]


def placed(qms: Qms, link: Link) -> Place:
    """One place, and what becomes of it."""
    document = link.document
    parts = parts_to(document, link.steps)
    thing = next((part for part in reversed(parts) if isinstance(part, Thing)), document)
    field = field_at(type(document), link.steps)
    fate = fate_of(qms, document, parts[-1], field)
    if fate is Fate.PASSES and is_sealed(qms, document):
        fate = Fate.SEALED
    name = field.label if field else label_message(str(link.steps[-1]))
    return Place(document, link.steps, thing.id, thing.title, name, day_of(parts[-1]), fate)


def is_sealed(qms: Qms, document: Information) -> bool:
    """Whether an approval covers the text as it stands."""
    return isinstance(document, Document) and qms.fact(standings)[document.id].state in SEALED


def fate_of(qms: Qms, document: Information, part: object, field: Field | None) -> Fate:
    """What becomes of a place, before asking whether its text is approved; who recorded, recorded."""
    if field is None or is_past(document, qms):
        return Fate.STAYS
    if isinstance(document, Record):
        is_meant = is_ahead(document, qms.as_of) and field.name not in HISTORY
        return Fate.PASSES if is_meant else Fate.STAYS
    decide = OPEN.get((type(part).__name__, field.name)) or OPEN.get(("", field.name))
    return decide(qms, document, part) if decide else Fate.STAYS


HISTORY = frozenset({"recorded_by", "by", "compared_by"})
"""The fields that always say who did something."""


def is_ahead(record: Record, day: date) -> bool:
    """Whether what a record tells of is still to come, or still goes on."""
    last = last_day(record) if isinstance(record, Audit) else record.date
    return last > day and not record.is_closed_on(day)


def of_reviewer(*_: object) -> Fate:
    """Who reads a text before it is approved does so for its next version, too."""
    return Fate.PASSES


def of_plan(qms: Qms, document: Information, part: object) -> Fate:
    """A planned audit is open until an audit says that it is the one, or its programme has ended."""
    held = qms.fact(done_plans)
    is_over = isinstance(document, AuditProgramme) and document.until < qms.as_of
    is_open = isinstance(part, PlannedAudit) and part.id not in held and not is_over
    return Fate.PASSES if is_open else Fate.STAYS


def of_member(qms: Qms, document: Information, _: object) -> Fate:
    """A seat in a team is open until its term ends."""
    until = document.until if isinstance(document, Team) else None
    return Fate.STAYS if until and until < qms.as_of else Fate.PASSES


def of_competence(_: Qms, __: Information, part: object) -> Fate:
    """What a person can do is handed to nobody; what is still to be learned ends with the person."""
    is_open = isinstance(part, CompetenceEntry) and not part.sufficient
    return Fate.OWN if is_open else Fate.STAYS


OPEN: dict[tuple[str, str], Callable[[Qms, Information, object], Fate]] = {
    ("", "reviewer"): of_reviewer,
    ("", "responsible"): of_reviewer,
    ("PlannedAudit", "auditors"): of_plan,
    ("Member", "person"): of_member,
    ("CompetenceEntry", "person"): of_competence,
}
"""What decides of a field in a document, by the class around it, or by its name alone."""


def day_of(part: object) -> date | None:
    """The day that a part names: by when, or until when."""
    if isinstance(part, PlannedAudit):
        days = planned_days(part)
        return days[1] if days else None
    for name in ("due", "review_by", "until"):
        day = getattr(part, name, None)
        if isinstance(day, date):
            return day
    return None
