"""SMM337 before-its-own-day."""

from __future__ import annotations

from smmkit.documents import Record
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
    for name in FOLLOWS.get(record.kind, ()):
        day = getattr(record, name)
        if day is not None and day < record.date:
            yield problem(
                record,
                name,
                message=say(
                    "{day} is before {id} of {date}", day=day, id=record.id, date=record.date
                ),
                hint=say("put the day right that is wrong"),
            )
