"""SMM476 closing-forgotten."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from smmkit.analyses.cycle.followed import Lack, lacking, tasks_of
from smmkit.documents.finding import AuditFinding, CorrectiveAction, Grade
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Forgotten(Part):
    """How long something may stay open of which all is done."""

    days: Annotated[Whole, Field(ge=0)] = 365
    """How many days after the last deed it is closed."""


ELSEWHERE = (Grade.CONCERN, Grade.POSITIVE)
"""What stage 2 settles, and what waits for nothing."""


@rule(
    "SMM476",
    "closing-forgotten",
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1 and 10.2.2",
    clause="10.2.2",
    settings=Forgotten,
)
def closing_forgotten(qms: Qms, limits: Forgotten) -> Problems:
    """A finding, or a corrective action, of which all is done is closed within a year of the last deed.

    Why: what stays open without waiting for anything hides what really is open, and every list, review
    and audit carries it along.
    """
    records: tuple[AuditFinding | CorrectiveAction, ...] = (
        *qms.of(AuditFinding),
        *qms.of(CorrectiveAction),
    )
    for record in records:
        if record.closed or (isinstance(record, AuditFinding) and record.grade in ELSEWHERE):
            continue
        since = last_deed(record)
        if (qms.as_of - since).days > limits.days and lacking(record, qms.as_of) is Lack.CLOSING:
            yield problem(
                record,
                "date",
                message=say(
                    "{id} waits for nothing since {day}, and is not closed",
                    id=record.id,
                    day=since,
                ),
                hint=say("close it, or write what is still to be done, by whom and until when"),
            )


def last_deed(record: AuditFinding | CorrectiveAction) -> date:
    """The last day on which something was done about a record; its own where nothing was."""
    tasks = [one.done for one in (record.correction, *tasks_of(record)) if one]
    seen = record.effectiveness.checked_on if record.effectiveness else None
    decided = record.decision if isinstance(record, AuditFinding) else None
    days = (record.date, seen, decided.on if decided else None, *tasks)
    return max(day for day in days if isinstance(day, date))
