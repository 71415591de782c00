"""What still names a unit for something open: texts that hold, tasks, seats, plans, copies that are out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smmkit.analyses.agenda.overdue import is_past
from smmkit.analyses.audits import done_plans
from smmkit.analyses.people.held_roles import is_over, parts_to
from smmkit.analyses.references.links import Link, pointing_at
from smmkit.documents import Record
from smmkit.documents.audit import PlannedAudit
from smmkit.documents.base import HandedCopy, Thing
from smmkit.documents.customers import Feedback
from smmkit.documents.direction import PerformanceAgreement
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.policy import Communicated
from smmkit.qms import Qms

FIELDS = frozenset({"owner", "co_owners", "unit", "units", "who", "part_of"})
"""The fields that say whose something is; who gets copies of a text is asked at its next version."""

FOLLOWED = (AuditFinding, CorrectiveAction)
"""The records that a unit works on until they are closed."""


def still_named(qms: Qms, unit: str) -> list[str]:
    """The ids of everything open that names a unit, each once."""
    found = (id_ for link in qms.fact(pointing_at).get(unit, ()) for id_ in open_at(qms, link))
    return list(dict.fromkeys(found))


def open_at(qms: Qms, link: Link) -> Iterator[str]:
    """The id of what a place names a unit for, where that is open."""
    names = [step for step in link.steps if isinstance(step, str)]
    document = link.document
    if not names or names[-1] not in FIELDS or is_past(document, qms):
        return
    parts = parts_to(document, link.steps)
    if any(is_over(part, qms.as_of) for part in parts) or is_history(qms, parts[-1]):
        return
    if isinstance(document, Record) and not is_worked_on(qms, document, parts[-1]):
        return
    thing = next((part for part in reversed(parts) if isinstance(part, Thing)), document)
    yield thing.id


def is_worked_on(qms: Qms, record: Record, part: Any) -> bool:
    """Whether a record asks something of a unit: a task that is not done, a finding, an answer."""
    if record.is_closed_on(qms.as_of):
        return False
    if part is not record:
        return hasattr(part, "done")
    if isinstance(record, Feedback):
        return record.answered is None
    return isinstance(record, FOLLOWED)


def is_history(qms: Qms, part: Any) -> bool:
    """Whether a part says what was: a unit told, a copy that came back, an audit held, a past year."""
    if isinstance(part, HandedCopy):
        return part.recalled is not None and part.recalled <= qms.as_of
    if isinstance(part, PlannedAudit):
        return part.id in qms.fact(done_plans)
    if isinstance(part, PerformanceAgreement):
        return part.year < qms.as_of.year
    return isinstance(part, Communicated)
