"""SMM385 done-after-closing."""

from __future__ import annotations

from smmkit.analyses.texts.parts import to_do_in
from smmkit.documents import Record
from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM385",
    "done-after-closing",
    of=Record,
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1",
    clause="10.2.1",
)
def done_after_closing(record: Record, qms: Qms) -> Problems:  # noqa: ARG001
    """What a record says is to be done was done by the day it was closed.

    Why: a record that was closed while its tasks were open was closed for the sake of being closed.
    """
    if record.closed is None:
        return
    days = [((*one.steps, "done"), one.done) for one in to_do_in(record)]
    if isinstance(record, AuditFinding) and record.decision:
        days.append((("decision", "on"), record.decision.on))
    for steps, day in days:
        if day and day > record.closed:
            yield problem(
                record,
                *steps,
                message=say(
                    "done on {done}, though {id} was closed on {closed}",
                    done=day,
                    id=record.id,
                    closed=record.closed,
                ),
                hint=say("write the right day, or close the record once all is done"),
            )
