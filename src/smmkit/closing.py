"""Closing a finding or a corrective action: written only if no rule has anything against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smmkit.analyses.cycle.followed import Lack, lacking, tasks_of
from smmkit.analyses.references.nearest import why_missing
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.errors import SmmError
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.problem import Diagnostic
from smmkit.qms import Qms
from smmkit.rules import examine
from smmkit.words import Message, say
from smmkit.yaml_text.fields import with_value


@dataclass(frozen=True)
class Closed:
    """A record with the day of its closing in it."""

    path: str
    before: bytes
    after: bytes


def closed(
    id_: str, qms: Qms, kind: type[AuditFinding] | type[CorrectiveAction], day: date
) -> Closed:
    """A finding or an action that is closed on a day.

    Raises:
        SmmError: there is none of this id, it is closed already, something is still waited for, or a
            rule has something against it.
    """
    record = qms.get(id_, kind)
    other = "action" if kind is AuditFinding else "finding"
    if record is None and qms.get(id_, AuditFinding if other == "finding" else CorrectiveAction):
        raise SmmError(say("{id} is closed by: {verb}", id=id_, verb=f"smm {other} close {id_}"))
    if record is None:
        raise SmmError(why_missing(id_, qms))
    if record.closed:
        raise SmmError(say("{id} was closed on {day}", id=id_, day=record.closed))
    if day < record.date or day > qms.today:
        raise SmmError(
            say(
                "{id} is of {first}; it cannot be closed on {day}",
                id=id_,
                first=record.date,
                day=day,
            )
        )
    lacks = lacking(record, day)
    if lacks is not Lack.CLOSING:
        raise SmmError(still_open(record, lacks, day))
    before = qms.tree.read(record.path)
    after = with_value(record.path, before, "closed", day.isoformat())
    told = against(qms, record.path, after)
    if told:
        raise SmmError(
            say(
                "{id} cannot be closed: {what}",
                id=id_,
                what=[one.problem.message for one in told],
            )
        )
    return Closed(record.path, before, after)


def still_open(record: AuditFinding | CorrectiveAction, lacks: Lack, day: date) -> Message:
    """What a record waits for, and the field that says it: to be written, or with a day that speaks
    against it.
    """
    field, written = field_for(record, lacks), day_written(record, lacks)
    if written is None:
        return say(
            "{id} cannot be closed: it waits for {lack} (write `{field}:` in {path})",
            id=record.id,
            lack=lacks.label,
            field=field,
            path=record.path,
        )
    if written > day:
        return say(
            "{id} cannot be closed on {day}: `{field}:` in {path} is of {written}; close it from then on "
            "(--on), or put the day right",
            id=record.id,
            day=day,
            field=field,
            path=record.path,
            written=written,
        )
    return say(
        "{id} cannot be closed: it waits for {lack} after the action was done; `{field}:` in {path} is of "
        "{written}",
        id=record.id,
        lack=lacks.label,
        field=field,
        path=record.path,
        written=written,
    )


def day_written(record: AuditFinding | CorrectiveAction, lacks: Lack) -> date | None:
    """The last day that stands already at what a record waits for."""
    decision = getattr(record, "decision", None)
    effect, correction = record.effectiveness, record.correction
    days = {
        Lack.DECISION: [decision.on if decision else None],
        Lack.CORRECTION: [correction.done if correction else None],
        Lack.DONE: [one.done for one in tasks_of(record)],
        Lack.EFFECT: [effect.checked_on if effect else None],
    }.get(lacks, [])
    known = [one for one in days if isinstance(one, date)]
    return max(known, default=None) if len(known) == len(days) else None


def field_for(record: AuditFinding | CorrectiveAction, lacks: Lack) -> str:
    """The field of a record that is written when what it waits for is there."""
    action = "actions" if isinstance(record, CorrectiveAction) else "action"
    fields = {
        Lack.DECISION: "decision",
        Lack.CORRECTION: "correction.done",
        Lack.CAUSE: "cause",
        Lack.ACTION: action,
        Lack.DONE: f"{action}.done",
        Lack.HELP: action,
    }
    return fields.get(lacks, "effectiveness")


def against(qms: Qms, path: str, after: bytes) -> list[Diagnostic]:
    """What rules say of the file as it would be, and do not say of it as it is."""
    new = load(Memory({path: after}, qms.tree), qms.as_of)
    known = [(one.rule.code, one.problem.message) for one in examine(qms)]
    return [
        one
        for one in examine(new)
        if one.problem.path == path and (one.rule.code, one.problem.message) not in known
    ]
