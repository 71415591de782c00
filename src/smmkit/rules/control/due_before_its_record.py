"""SMM386 due-before-its-record."""

from __future__ import annotations

from smmkit.analyses.texts.parts import to_do_in
from smmkit.documents import Record
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

AT_ONCE = 60
"""So many days before a record was written a correction may have been due that was made at once."""


@rule(
    "SMM386",
    "due-before-its-record",
    of=Record,
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1",
    clause="10.2.1",
)
def due_before_its_record(record: Record, qms: Qms) -> Problems:  # noqa: ARG001
    """What a record asks for, beside a correction that was made at once, is due on its day or later.

    Why: a task that was late on the day it was written down is a wrong day, or one that was written
    afterwards.
    """
    for steps, due, _ in to_do_in(record):
        early = AT_ONCE if steps[0] == "correction" else 0
        if due and (record.date - due).days > early:
            yield problem(
                record,
                *steps,
                "due",
                message=say(
                    "due on {due}, before {id} of {day}",
                    due=due,
                    id=record.id,
                    day=record.date,
                ),
                hint=say("write the right day"),
            )
