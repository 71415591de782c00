"""SMM346 not-there-on-the-day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from smmkit.analyses.texts.parts import parts_in
from smmkit.documents import Information, Record
from smmkit.documents.audit import Audit
from smmkit.documents.interview import Interview
from smmkit.documents.people import PersonEntry
from smmkit.documents.review import ManagementReview
from smmkit.documents.services import NonconformingOutput, ServiceLog
from smmkit.documents.training import Training
from smmkit.location import Path
from smmkit.model.fields import fields_of
from smmkit.model.marks import RefersTo
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM346",
    "not-there-on-the-day",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3",
    clause="5.3",
    filled=True,
)
def not_there_on_the_day(document: Information, qms: Qms) -> Problems:
    """Who wrote a record, checked, evaluated, audited, released, learned or met held a role on that day.

    Why: a name of somebody who had left, or had not come yet, shows that the paper is of another day.
    """
    for steps, name, day in named_on_days(document):
        person = qms.get(name, PersonEntry)
        if person is None or not person.assignments or person.held_on(day):
            continue
        ends = [one.until for one in person.assignments]
        if steps[0] == "attendance" and not all(end and end < day for end in ends):
            continue  # who is to hold a role learns before that
        yield problem(
            document,
            *steps,
            message=say("{person} held no role on {day}", person=name, day=day),
            hint=say("name who did it, or put the day or the register of people right"),
        )


def named_on_days(document: Information) -> Iterator[tuple[Path, str, date]]:
    """Every person who did something on a day, by its key path."""
    if isinstance(document, Record) and document.recorded_by:
        yield ("recorded_by",), document.recorded_by, document.date
    match document:
        case Audit():
            for n, one in enumerate(document.auditors):
                if one.person:
                    yield ("auditors", n, "person"), one.person, document.date
        case Interview() if document.person:
            yield ("person",), document.person, document.date
        case ManagementReview():
            for n, name in enumerate(document.participants):
                yield ("participants", n), name, document.date
        case Training():
            for n, there in enumerate(document.attendance):
                if there.person:
                    yield ("attendance", n, "person"), there.person, document.date
        case NonconformingOutput() if document.authorized_by:
            yield ("authorized_by",), document.authorized_by, document.date
        case ServiceLog():
            for n, case in enumerate(document.cases):
                if case.released and case.released_by:
                    yield ("cases", n, "released_by"), case.released_by, case.released
    for part, steps in parts_in(document, is_done_by_a_person):
        one_: Any = part
        day = getattr(one_, "on", None) or getattr(one_, "checked_on", None)
        if one_.by and day and "approvals" not in steps:
            yield (*steps, "by"), one_.by, day


def is_done_by_a_person(class_: type[BaseModel]) -> bool:
    """Whether a part names a person who did something on a day."""
    fields = fields_of(class_)
    by = fields.get("by")
    named = by.reference if by else None
    is_person = isinstance(named, RefersTo) and named.kinds == ("person",)
    return is_person and not fields.keys().isdisjoint({"on", "checked_on"})
