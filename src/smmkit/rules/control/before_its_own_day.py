"""SMM337 before-its-own-day."""

from __future__ import annotations

from datetime import date

from smmkit.documents import Record
from smmkit.documents.rehearsed import MockAudit
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

FOLLOWS = {
    "registration": ("accepted",),
    "submission": ("sent", "received"),
    "nonconforming-output": ("verified",),
}
"""Of each kind the days that come after that of the record."""


@rule(
    "SMM337",
    "before-its-own-day",
    of=Record,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
)
def before_its_own_day(record: Record, qms: Qms) -> Problems:  # noqa: ARG001
    """What follows from a record did not happen before it: an acceptance, a sending, an answer.

    Why: two days of which one is wrong make the whole paper doubtful.
    """
    days: list[tuple[Path, date | None]] = [
        ((name,), getattr(record, name)) for name in FOLLOWS.get(record.kind, ())
    ]
    if isinstance(record, MockAudit):
        days = [(("answers", n, "done"), one.done) for n, one in enumerate(record.answers)]
    for steps, day in days:
        if day is not None and day < record.date:
            yield problem(
                record,
                *steps,
                message=say(
                    "{day} is before {id} of {date}", day=day, id=record.id, date=record.date
                ),
                hint=say("put the day right that is wrong"),
            )
