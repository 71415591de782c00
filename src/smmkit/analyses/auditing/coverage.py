"""What internal audits have covered and are planned to: units and processes by half-year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.audits import done_plans, internal, planned_days
from smmkit.analyses.lifecycle.live import is_gone, live
from smmkit.analyses.organization.units import is_theirs, standing_units, with_heirs, with_owners
from smmkit.calendar_ends import months_before
from smmkit.documents.audit import Audit, AuditProgramme, AuditType, PlannedAudit
from smmkit.documents.process import Process
from smmkit.documents.unit import OrganizationUnit
from smmkit.period_days import half_days
from smmkit.qms import Qms
from smmkit.words import Message, say

HALF = 6
"""Months of a half-year."""


@dataclass(frozen=True, slots=True, order=True)
class HalfYear:
    """The first or the second half of a year."""

    year: int
    half: int

    def __str__(self) -> str:
        return f"{self.year}-H{self.half}"

    @property
    def label(self) -> Message:
        """What it is called in front of a reader."""
        if self.half == 1:
            return say("first half of {year}", year=str(self.year))
        return say("second half of {year}", year=str(self.year))

    @property
    def short(self) -> Message:
        """The same at the head of a narrow column."""
        if self.half == 1:
            return say("H1 {year}", year=str(self.year))
        return say("H2 {year}", year=str(self.year))

    @property
    def since(self) -> date:
        """Its first day."""
        return half_days(self.year, self.half)[0]

    @property
    def until(self) -> date:
        """Its last day."""
        return half_days(self.year, self.half)[1]

    @property
    def next(self) -> HalfYear:
        """The one after it; of the last that there is, itself."""
        if self.half == 1:
            return HalfYear(self.year, 2)
        return HalfYear(self.year + 1, 1) if self.year < date.max.year else self


def half_of(day: date) -> HalfYear:
    """The half-year of a day."""
    return HalfYear(day.year, 1 if day.month <= HALF else 2)


@dataclass(frozen=True, slots=True)
class Covered:
    """The audits that were held in each half-year, and those that are planned."""

    held: dict[HalfYear, tuple[str, ...]]
    planned: dict[HalfYear, tuple[str, ...]]

    @property
    def held_named(self) -> dict[str, tuple[str, ...]]:
        """What was held, by the name of the half-year."""
        return {str(half): ids for half, ids in sorted(self.held.items())}

    @property
    def planned_named(self) -> dict[str, tuple[str, ...]]:
        """What is planned, by the name of the half-year."""
        return {str(half): ids for half, ids in sorted(self.planned.items())}

    def is_gap(self, half: HalfYear) -> bool:
        """Whether nothing was held in a half-year, and nothing is planned."""
        return half not in self.held and half not in self.planned


@dataclass(frozen=True, slots=True)
class UnitCoverage(Covered):
    """One unit with its audits."""

    unit: OrganizationUnit

    FOR_PROGRAMS: ClassVar = {"unit": "unit.id", "held": "held_named", "planned": "planned_named"}


@dataclass(frozen=True, slots=True)
class ProcessCoverage(Covered):
    """One process with its audits."""

    process: Process

    FOR_PROGRAMS: ClassVar = {
        "process": "process.id",
        "held": "held_named",
        "planned": "planned_named",
    }


def halves(qms: Qms, months: int) -> list[HalfYear]:
    """The half-years from so many months ago to the one after that of the day."""
    one, last = half_of(months_before(qms.as_of, months)), half_of(qms.as_of).next
    found = [one]
    while found[-1] < last:
        found.append(found[-1].next)
    return found


def units_covered(qms: Qms) -> list[UnitCoverage]:
    """Every unit with the audits that reached it; what is planned counts until it is held or missed."""

    def meant(one: Audit | PlannedAudit) -> Sequence[str]:
        return sorted(with_heirs(qms, with_owners(qms, (*one.units, *one.processes))))

    held, planned = reached(qms, meant)
    return [
        UnitCoverage(frozen(held[unit.id]), frozen(planned[unit.id]), unit)
        for unit in standing_units(qms)
    ]


def processes_covered(qms: Qms) -> list[ProcessCoverage]:
    """Every process in force with the audits that reached it.

    An audit that names no processes reaches those of its units.
    """
    processes = live(qms, Process)

    def meant(one: Audit | PlannedAudit) -> Sequence[str]:
        return one.processes or [p.id for p in processes if is_theirs(qms, p.owner, one.units)]

    held, planned = reached(qms, meant)
    return [
        ProcessCoverage(frozen(held[one.id]), frozen(planned[one.id]), one) for one in processes
    ]


Reached = dict[str, dict[HalfYear, list[str]]]
"""For each unit or process the audits of each half-year."""


def reached(
    qms: Qms, of: Callable[[Audit | PlannedAudit], Sequence[str]]
) -> tuple[Reached, Reached]:
    """What internal audits have reached, and what those that are planned will."""
    held: Reached = defaultdict(lambda: defaultdict(list))
    for audit in internal(qms):
        for one in of(audit):
            held[one][half_of(audit.date)].append(audit.id)
    planned: Reached = defaultdict(lambda: defaultdict(list))
    for entry, until in open_plans(qms):
        for one in of(entry):
            planned[one][half_of(until)].append(entry.id)
    return held, planned


def frozen(found: dict[HalfYear, list[str]]) -> dict[HalfYear, tuple[str, ...]]:
    """The same with tuples."""
    return {half: tuple(ids) for half, ids in found.items()}


def open_plans(qms: Qms) -> list[tuple[PlannedAudit, date]]:
    """The internal audits that are planned, not held yet, and not over; each with its last day."""
    done = qms.fact(done_plans)
    found = []
    for programme in qms.of(AuditProgramme):
        if is_gone(programme, qms):
            continue
        for entry in programme.entries:
            days = planned_days(entry)
            is_open = entry.id not in done and days is not None and days[1] >= qms.as_of
            if entry.audit_type is AuditType.INTERNAL and is_open and days:
                found.append((entry, days[1]))
    return found
