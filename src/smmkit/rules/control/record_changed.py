"""SMM304 record-changed."""

from __future__ import annotations

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.documents import Record
from smmkit.documents.finding import AuditFinding
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM304", "record-changed", source="ISO 9001, 7.5.3.2", clause="7.5.3.2", compares=True)
def record_changed(qms: Qms) -> Problems:
    """A closed record does not change. Seen only against an earlier revision (`--since`).

    Why: a record says what was; whoever corrects it later makes it say something else. Only that the
    auditor accepts a finding may come after its closing.
    """
    if qms.before is None:
        return
    for record in qms.of(Record):
        old = qms.before.get(record.id, Record)
        if not old or not old.is_closed_on(qms.as_of):
            continue
        late = "accepted" if isinstance(old, AuditFinding) and old.accepted is None else ""
        if fingerprint(old, qms.before) != fingerprint(record, qms, without=late):
            yield problem(
                record,
                "closed",
                message=say(
                    "{id} was closed on {day} and has changed since", id=record.id, day=old.closed
                ),
                hint=say("take the change back; write what is new into a record of its own"),
            )
