"""SMM384 closed-before-its-day."""

from __future__ import annotations

from datetime import date

from smmkit.documents import Record
from smmkit.documents.audit import Audit
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM384", "closed-before-its-day", of=Record, source="ISO 9001, 7.5.3.2", clause="7.5.3.2")
def closed_before_its_day(record: Record, qms: Qms) -> Problems:  # noqa: ARG001
    """A record is closed on the last day of what it tells, or later.

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
    elif record.closed and (last := last_of(record)) and record.closed < last:
        yield problem(
            record,
            "closed",
            message=say(
                "{id} was closed on {closed}, before its last day, {day}",
                id=record.id,
                closed=record.closed,
                day=last,
            ),
            hint=say("write the right day: `until:` or `closed:`"),
        )


def last_of(record: Record) -> date | None:
    """The last day of what lasts longer than one; of audits `finding-before-audit` speaks."""
    return None if isinstance(record, Audit) else getattr(record, "until", None)
