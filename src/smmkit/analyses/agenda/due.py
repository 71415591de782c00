"""One thing with a day: what it is, until when, and who sees to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import NAMESPACE_URL, uuid5

from smmkit.documents import Information
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.words import ClosedList, Message, Words

Text = Message | Words | str


class Matter(ClosedList):
    """What sort of thing is due."""

    CERTIFICATE = "certificate", "step of the certification cycle"
    AUDIT = "audit", "planned audit"
    FINDING = "finding", "answer to a finding"
    REVIEW = "review", "review of a document"
    MANAGEMENT_REVIEW = "management-review", "management review"
    YEARLY = "yearly", "what comes every year"
    TASK = "task", "action"
    TREATMENT = "treatment", "treatment of a risk"
    KPI = "kpi", "value of a KPI"
    TRAINING = "training", "training or competence"
    CARE = "care", "maintenance or calibration"
    PROVIDER = "provider", "evaluation of a provider"
    CONTRACT = "contract", "contract or proof that runs out"
    SHORTAGE = "shortage", "shortage to be made up for"
    CASE = "case", "promised result of a service"
    COMPLAINT = "complaint", "answer to a complaint"
    REGULATION = "regulation", "check of a regulation"
    TERM = "term", "end of a term"
    PROOF = "proof", "proof that lapses"


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a day, by which it is done, or on which it ends."""

    matter: Matter
    day: date
    id: str
    """The id of the document or entry that it belongs to."""
    what: Text
    """What it is, in the words of the folder where it has some."""
    document: Information
    steps: Path = ()
    key: str = ""
    """What tells it from others of the same id, however its day changes."""
    owners: tuple[str, ...] = ()
    """The units and roles that answer for it."""
    people: tuple[str, ...] = ()
    """The people who are named for it."""
    since: date | None = None
    """The first day of the time in which it falls, where it has one."""
    why: Text = ""
    """Where the day comes from, where nobody wrote it down."""
    ends: bool = False
    """Whether it only ends on that day: once that has passed, nothing is left to be done."""

    FOR_PROGRAMS: ClassVar = {
        "matter": "matter",
        "day": "day",
        "since": "since",
        "id": "id",
        "what": "what",
        "document": "document",
        "path": "document.path",
        "owners": "owners",
        "people": "people",
        "why": "why",
    }


def uid(qms: Qms, due: Due) -> str:
    """The name of a thing in calendars: the same however often it is made, and whatever its day."""
    home = qms.settings
    whose = f"{home.organization.name}\n{home.id}" if home else ""
    key = "\n".join((whose, due.matter.value, due.document.id, due.id, due.key))
    return f"{uuid5(NAMESPACE_URL, key)}@smmkit"


def told_apart(found: Iterable[Due]) -> list[Due]:
    """The same things, each with a key of its own: of equals the second says that it is the second."""
    from dataclasses import replace

    seen: dict[tuple[str, str, str, str], int] = {}
    apart = []
    for one in found:
        name = (one.matter.value, one.document.id, one.id, one.key)
        seen[name] = seen.get(name, 0) + 1
        n = seen[name]
        apart.append(one if n == 1 else replace(one, key=f"{one.key}\n{n}"))
    return apart
