"""SMM330 day-moved-back."""

from __future__ import annotations

from smmkit.documents import Record
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM330",
    "day-moved-back",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
    compares=True,
)
def day_moved_back(qms: Qms) -> Problems:
    """The day of a record is not set back (seen with `--since`).

    Why: what was written down as done on one day and then on an earlier one looks as if a date had been
    met that was not.
    """
    if qms.before is None:
        return
    for record in qms.of(Record):
        old = qms.before.get(record.id, Record)
        if old is None or old.is_closed_on(qms.as_of):
            continue  # of a closed one every change is told
        for name in ("date", "closed"):
            was, now = getattr(old, name), getattr(record, name)
            if was and now and now < was:
                yield problem(
                    record,
                    name,
                    message=say(
                        "{id}: {field} was {old} and is {day} now",
                        id=record.id,
                        field=f"`{name}:`",
                        old=was,
                        day=now,
                    ),
                    hint=say("write the true day; in a note, why it was another one before"),
                )
