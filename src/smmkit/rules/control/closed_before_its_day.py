"""SMM384 closed-before-its-day."""

from __future__ import annotations

from smmkit.documents import Record
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM384", "closed-before-its-day", of=Record, source="ISO 9001, 7.5.3.2", clause="7.5.3.2")
def closed_before_its_day(record: Record, qms: Qms) -> Problems:  # noqa: ARG001
    """A record is closed on the day of what it tells, or later.

    Why: nothing can be ended before it has begun; one of the two days is wrong, and the auditor asks which.
    """
    if record.closed and record.closed < record.date:
        yield problem(
            record,
            "closed",
            message=say(
                "{id} of {day} was closed before, on {closed}",
                id=record.id,
                day=record.date,
                closed=record.closed,
            ),
            hint=say("write the right day: `date:` or `closed:`"),
        )
