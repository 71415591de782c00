"""What was to be done by a day and is not: one table for everything that has such a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache

from pydantic import BaseModel

from smmkit.analyses.agenda.there import is_of_who_left, is_there
from smmkit.analyses.audits import answered_on
from smmkit.analyses.cycle.certificates import renewed_contracts
from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.analyses.proof.coverage import latest_assessments
from smmkit.calendar_ends import missed
from smmkit.documents import Document, Information
from smmkit.documents.assessment import GapAssessment
from smmkit.documents.base import Thing
from smmkit.documents.certification import Contract
from smmkit.documents.finding import AuditFinding
from smmkit.documents.risk import Risk
from smmkit.location import Path
from smmkit.model.fields import fields_of
from smmkit.model.marks import Trait
from smmkit.qms import Qms


class Sort(Enum):
    """What sort of thing is late."""

    TASK = auto()
    CASE = auto()
    RESPONSE = auto()
    COMPETENCE = auto()
    RUN_OUT = auto()


DUTIES = (
    (Sort.TASK, "due", "done"),
    (Sort.CASE, "due", "released"),
    (Sort.RESPONSE, "response_due", "accepted"),
    (Sort.COMPETENCE, "due", "sufficient"),
)
"""The field with the day, and the one that says that it is done, wherever a part has both."""

ELSEWHERE = {Risk}
"""The parts that a rule of their own looks at."""


@dataclass(frozen=True, slots=True)
class Late:
    """A day that has passed: where it stands, and the id of what it belongs to."""

    sort: Sort
    document: Information
    steps: Path
    day: date
    id: str
    part: str
    """The class of the part that has the day."""


def late(qms: Qms) -> list[Late]:
    """Everything that was to be done by a day before the day of judgement, and is not."""
    found: list[Late] = []
    for document in qms.documents:
        if is_there(document, qms) and not is_past(document, qms):
            found += late_in(qms, document, document, (), document.id)
    return found


def is_past(document: Information, qms: Qms) -> bool:
    """Whether a document no longer holds; an assessment or a contract does not, once there is a later one."""
    if isinstance(document, GapAssessment | Contract) and any(
        stub.kind == document.kind for stub in qms.stubs
    ):
        return True  # a later one may be among those that cannot be read
    if isinstance(document, GapAssessment):
        return document.id not in qms.fact(latest_assessments)
    if isinstance(document, Contract) and document.id in qms.fact(renewed_contracts):
        return True
    return isinstance(document, Document) and qms.fact(standings)[document.id].state in GONE


def late_in(
    qms: Qms, document: Information, part: BaseModel, steps: Path, id_: str
) -> Iterator[Late]:
    """Every day in a part, and below it, by which something was to be done that was not."""
    if is_of_who_left(part, qms):
        return
    own, below = watched(type(part))
    id_ = part.id if isinstance(part, Thing) else id_
    for sort, field, done in own:
        day = getattr(part, field)
        if missed(day, done_on(part, done, qms), qms.as_of):
            yield Late(sort, document, (*steps, field), day, id_, type(part).__name__)
    for name, many in below:
        value = getattr(part, name)
        for index, item in enumerate(value if many else [value] if value else []):
            below_it = (*steps, name, index) if many else (*steps, name)
            yield from late_in(qms, document, item, below_it, id_)


def done_on(part: BaseModel, done: str, qms: Qms) -> date | bool | None:
    """When a duty was done, by the field that says it; that answers a finding, see `answered_on`."""
    if done == "accepted" and isinstance(part, AuditFinding):
        return answered_on(part, qms)
    return getattr(part, done) if done else None


Watched = tuple[tuple[tuple[Sort, str, str], ...], tuple[tuple[str, bool], ...]]
"""The duties of a class, and its fields that lead to others."""


@cache
def watched(class_: type[BaseModel]) -> Watched:
    """What is looked at in a class: found by its fields, so that a new kind needs no line here."""
    fields = fields_of(class_)
    own = [duty for duty in DUTIES if all(name in fields for name in duty[1:])]
    own += [(Sort.RUN_OUT, name, "") for name, field in fields.items() if field.has(Trait.RENEWED)]
    below = tuple(
        (field.name, field.many)
        for field in fields.values()
        if field.part and field.part not in ELSEWHERE and any(watched(field.part))
    )
    return tuple(own), below
