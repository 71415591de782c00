"""What became of findings and corrective actions: accepted, closed, late, and what is waited for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import ClassVar

from smmkit.analyses.audits import NONCONFORMITIES, made_findings
from smmkit.analyses.cycle.course import answer_by
from smmkit.analyses.cycle.repeats import repeats
from smmkit.calendar_ends import is_done, missed
from smmkit.documents.base import Task
from smmkit.documents.finding import AuditFinding, CorrectiveAction, Effectiveness, Grade
from smmkit.qms import Qms
from smmkit.words import ClosedList

HUNDRED = Decimal(100)


class Lack(ClosedList):
    """What a finding or an action waits for first."""

    DECISION = "decision", "a decision"
    CORRECTION = "correction", "its correction"
    CAUSE = "cause", "its cause"
    ACTION = "action", "an action"
    DONE = "done", "the action to be done"
    EFFECT = "effect", "a look at its effect"
    HELP = "help", "an action that helps"
    CLOSING = "closing", "being closed"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Followed:
    """One finding or corrective action on the day."""

    record: AuditFinding | CorrectiveAction
    accepted: date | None
    """The day on which the auditor accepted the answer; only findings have one."""
    closed: date | None
    """The day on which we closed it."""
    lacks: Lack
    late: date | None
    """The first day that was missed: for the answer, the correction or an action."""
    age: int
    """Days from its own day to its closing, or to the day of judgement."""
    repeats: str | None
    """The earlier finding on the same clause in the same unit."""

    FOR_PROGRAMS: ClassVar = {
        "id": "record.id",
        "title": "record.title",
        "unit": "record.unit",
        "audit": "audit",
        "since": "record.date",
        "accepted": "accepted",
        "closed": "closed",
        "waits_for": "lacks",
        "late_since": "late",
        "age": "age",
        "repeats": "repeats",
    }

    @property
    def audit(self) -> str | None:
        """The audit that found it; an action follows from none alone."""
        return self.record.audit if isinstance(self.record, AuditFinding) else None

    @property
    def is_open(self) -> bool:
        """Whether we have not closed it."""
        return self.closed is None


@dataclass(frozen=True, slots=True)
class Rates:
    """How many are closed, and how old they were."""

    total: int
    closed: int
    late: int
    median_age: Decimal | None
    """Days, of those that are closed."""
    oldest: int | None
    """Days, of those that are open."""

    FOR_PROGRAMS: ClassVar = {
        "total": "total",
        "closed": "closed",
        "rate": "rate",
        "late": "late",
        "median_age": "median_age",
        "oldest_open": "oldest",
    }

    @property
    def rate(self) -> Decimal | None:
        """The share that is closed, in percent; None of nothing."""
        return Decimal(self.closed) / self.total * HUNDRED if self.total else None


def followed_findings(qms: Qms) -> list[Followed]:
    """Every finding of the day that asks for something; the open ones first, the oldest first."""
    found = sorted(
        (one for one in made_findings(qms) if one.grade is not Grade.POSITIVE),
        key=lambda one: (one.date, one.id),
    )
    before = qms.fact(repeats)
    rows = [followed(qms, one, before[one.id].id if one.id in before else None) for one in found]
    return sorted(rows, key=lambda row: not row.is_open)


def followed_actions(qms: Qms) -> list[Followed]:
    """Every corrective action that was begun by the day; the open ones first, the oldest first."""
    found = sorted(
        (one for one in qms.of(CorrectiveAction) if one.date <= qms.as_of),
        key=lambda one: (one.date, one.id),
    )
    return sorted((followed(qms, one, None) for one in found), key=lambda row: not row.is_open)


def followed(qms: Qms, record: AuditFinding | CorrectiveAction, repeats: str | None) -> Followed:
    """What became of one."""
    closed = record.closed if record.is_closed_on(qms.as_of) else None
    accepted = record.accepted if isinstance(record, AuditFinding) else None
    if accepted and accepted > qms.as_of:
        accepted = None
    end = closed or qms.as_of
    return Followed(
        record,
        accepted,
        closed,
        Lack.NOTHING if closed else lacking(record, qms.as_of),
        None if closed else first_missed(qms, record, accepted),
        (end - record.date).days,
        repeats,
    )


def tasks_of(record: AuditFinding | CorrectiveAction) -> list[Task]:
    """The corrective actions of one, without its correction."""
    if isinstance(record, CorrectiveAction):
        return list(record.actions)
    return [record.action] if record.action else []


def lacking(record: AuditFinding | CorrectiveAction, day: date) -> Lack:
    """What is waited for first; who only praises or suggests needs no cause."""
    if isinstance(record, AuditFinding) and record.grade is Grade.POSITIVE:
        return Lack.CLOSING
    tasks = tasks_of(record)
    if isinstance(record, AuditFinding) and record.grade is Grade.IMPROVEMENT:
        return lacking_of_suggestion(record, tasks, day)
    effect, correction = record.effectiveness, record.correction
    undone = (
        (Lack.CORRECTION, correction is not None and not is_done(correction.done, day)),
        (Lack.DONE, not all(is_done(task.done, day) for task in tasks)),
    )
    if isinstance(record, AuditFinding) and record.grade not in NONCONFORMITIES:
        return next((lack for lack, lacks in undone if lacks), Lack.CLOSING)
    steps = (
        undone[0],
        (Lack.CAUSE, not record.cause),
        (Lack.ACTION, not tasks),
        undone[1],
        (Lack.EFFECT, effect is None or effect.checked_on > day or too_soon(effect, tasks)),
        (Lack.HELP, effect is not None and not effect.effective),
    )
    return next((lack for lack, lacks in steps if lacks), Lack.CLOSING)


def lacking_of_suggestion(record: AuditFinding, tasks: list[Task], day: date) -> Lack:
    """What a suggestion waits for: somebody decides, and what was taken up is done."""
    decision = record.decision
    if decision is None or decision.on > day:
        return Lack.DECISION
    if not decision.accepted:
        return Lack.CLOSING
    if not tasks:
        return Lack.ACTION
    return Lack.CLOSING if all(is_done(task.done, day) for task in tasks) else Lack.DONE


def too_soon(effect: Effectiveness, tasks: list[Task]) -> bool:
    """Whether an effect was looked at before all was done, or on that day."""
    return any(isinstance(one.done, date) and effect.checked_on <= one.done for one in tasks)


def first_missed(
    qms: Qms, record: AuditFinding | CorrectiveAction, accepted: date | None
) -> date | None:
    """The first day by which something was to be there that is not."""
    tasks = [one for one in (record.correction, *tasks_of(record)) if one]
    duties = [(one.due, one.done) for one in tasks]
    if isinstance(record, AuditFinding):
        duties.append((answer_by(qms, record), accepted))
    return min((due for due, done in duties if due and missed(due, done, qms.as_of)), default=None)


def rates(rows: list[Followed]) -> Rates:
    """The numbers of several."""
    ages = [row.age for row in rows if not row.is_open]
    return Rates(
        len(rows),
        len(ages),
        sum(row.late is not None for row in rows),
        Decimal(median(ages)) if ages else None,
        max((row.age for row in rows if row.is_open), default=None),
    )


def pareto(names: list[str]) -> list[tuple[str, int, Decimal]]:
    """Each name with how often it comes, and the share of it and all before it; the commonest first."""
    counts = sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0]))
    total, so_far, found = len(names), 0, []
    for name, count in counts:
        so_far += count
        found.append((name, count, Decimal(so_far) / total * HUNDRED))
    return found
