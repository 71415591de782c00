"""SMM877 done-before-its-record."""

from __future__ import annotations

from smmkit.analyses.texts.parts import to_do_in
from smmkit.documents import Record
from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

AT_ONCE = 30
"""So many days before its record a correction may have been made."""


@rule(
    "SMM877",
    "done-before-its-record",
    of=Record,
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1",
    clause="10.2.1",
)
def done_before_its_record(record: Record, qms: Qms) -> Problems:  # noqa: ARG001
    """What a record asks for was done on its day or later; a correction not long before.

    Why: nothing is done because of what nobody has seen yet; one of the two days is wrong, or the record
    was written for show.
    """
    for steps, _, done in to_do_in(record):
        if not done or isinstance(record, AuditFinding):  # of those `answer-before-finding` speaks
            continue
        if (record.date - done).days > (AT_ONCE if steps[0] == "correction" else 0):
            yield problem(
                record,
                *steps,
                "done",
                message=say(
                    "done on {done}, before {id} of {day}",
                    done=done,
                    id=record.id,
                    day=record.date,
                ),
                hint=say("write the right day"),
            )
