"""The agenda of an audit by the hour: opening, each unit as long as there is to ask, closing.

A working day has two sessions with the midday break between them, on Fridays a longer one. A unit
gets ten minutes for each question of the checklist, in half hours, and a day at most: of more
questions a sample is taken. What does not fit into a session goes on in the next. Weekends and the
holidays of `qms.yaml` are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.auditing.checklist import checklist
from smmkit.analyses.audits import last_day, planned_days
from smmkit.analyses.kpis.workdays import SATURDAY, reporting
from smmkit.calendar_ends import moved
from smmkit.documents.audit import Audit, PlannedAudit
from smmkit.qms import Qms
from smmkit.words import Message, say, say_n

FRIDAY = 4
SESSIONS = ((8 * 60 + 30, 12 * 60), (13 * 60, 16 * 60))
"""From and to, in minutes since midnight."""
ON_FRIDAY = ((8 * 60 + 30, 11 * 60 + 30), (13 * 60 + 30, 16 * 60))
STEP = 30
QUESTION = 10
"""Minutes for one question."""
LEAST, MOST = 60, 360
"""Minutes for one unit."""
SAMPLE = MOST // QUESTION
"""So many questions to a unit fit into its time."""


@dataclass(frozen=True, slots=True)
class Hours:
    """One line of the agenda."""

    on: date
    time: str
    """As audit plans write it: "08.30-09.00"."""
    what: Message | str
    units: tuple[str, ...]

    FOR_PROGRAMS: ClassVar = {"on": "on", "time": "time", "what": "what", "units": "units"}


@dataclass(frozen=True, slots=True)
class Job:
    """Something that takes its time; what is whole is not broken off by the midday break."""

    what: Message
    minutes: int
    units: tuple[str, ...]
    whole: bool = False


def clock(minutes: int) -> str:
    """A time of day."""
    return f"{minutes // 60:02}.{minutes % 60:02}"


def hours(qms: Qms, audit: Audit | PlannedAudit) -> list[Hours]:
    """The agenda as the audit has it; else one is proposed, for a planned audit as early as can be."""
    if isinstance(audit, Audit) and audit.agenda:
        return [Hours(one.on, one.time, one.what, one.units) for one in audit.agenda]
    first = first_day_of(qms, audit)
    return list(filled(jobs(qms, audit), first, qms.fact(reporting)[1])) if first else []


def first_day_of(qms: Qms, audit: Audit | PlannedAudit) -> date | None:
    """The day on which it can begin; None where no time is set for it."""
    if isinstance(audit, Audit):
        return audit.date
    days = planned_days(audit)
    return max(days[0], qms.as_of) if days else None


def ends(audit: Audit | PlannedAudit) -> date | None:
    """The last day of the time that an audit has; None where that is open."""
    if isinstance(audit, Audit):
        return last_day(audit) if audit.until else None
    days = planned_days(audit)
    return days[1] if days else None


def questions(qms: Qms, audit: Audit | PlannedAudit) -> dict[str, int]:
    """How many questions there are to each unit; without units, to all of them, under no name."""
    lines, units = checklist(qms, audit), tuple(audit.units)
    # a question to several units is shared by them
    common = [one for one in lines if one.unit not in units]
    each = -(-len(common) // len(units)) if units else len(lines)
    return {unit: each + sum(one.unit == unit for one in lines) for unit in units} or {"": each}


def visit(unit: str, count: int) -> Job:
    """The visit of a unit, with as many of its questions as fit into a day."""
    units = (unit,) if unit else ()
    who = say("unit {unit}", unit=unit) if unit else say("all units")
    said = say_n("{who}: {n} question", "{who}: {n} questions", count, who=who)
    if count > SAMPLE:
        said = say("{who}: {n} of {all} questions", who=who, n=SAMPLE, all=count)
    return Job(said, wanted(count), units)


def jobs(qms: Qms, audit: Audit | PlannedAudit) -> list[Job]:
    """What is done, in order."""
    units = tuple(audit.units)
    visits = [visit(unit, count) for unit, count in questions(qms, audit).items()]
    return [
        Job(say("opening meeting"), STEP, units, whole=True),
        *visits,
        Job(say("the auditors write down what they found"), 2 * STEP, ()),
        Job(say("closing meeting"), 2 * STEP, units, whole=True),
    ]


def wanted(count: int) -> int:
    """The minutes for so many questions, in half hours."""
    return min(max(-(-count * QUESTION // STEP) * STEP, LEAST), MOST)


def sessions(first: date, holidays: frozenset[date]) -> Iterator[tuple[date, int, int]]:
    """The sessions of working days from a day on."""
    day = first
    while True:
        if day.weekday() < SATURDAY and day not in holidays:
            for since, until in ON_FRIDAY if day.weekday() == FRIDAY else SESSIONS:
                yield day, since, until
        if day == date.max:
            return
        day = moved(day, 1)


def filled(work: Sequence[Job], first: date, holidays: frozenset[date]) -> Iterator[Hours]:
    """The jobs one after the other in the sessions."""
    left = list(work)
    rest = left[0].minutes
    for day, since, until in sessions(first, holidays):
        at = since
        while left and at < until and (rest <= until - at or not left[0].whole):
            job, spent = left[0], min(rest, until - at)
            what = job.what if rest == job.minutes else say("{what}, continued", what=job.what)
            yield Hours(day, f"{clock(at)}-{clock(at + spent)}", what, job.units)
            at, rest = at + spent, rest - spent
            if rest == 0:
                left.pop(0)
                rest = left[0].minutes if left else 0
        if not left:
            return
