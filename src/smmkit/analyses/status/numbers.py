"""The numbers of the day: findings, what is overdue, KPIs, reviews, the certificate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.agenda.agenda import Entry
from smmkit.analyses.agenda.due import Matter
from smmkit.analyses.agenda.people import stand_for
from smmkit.analyses.agenda.sources.measurements import has_none_yet
from smmkit.analyses.audits import open_findings
from smmkit.analyses.cycle.certificates import begun, running
from smmkit.analyses.cycle.course import WAITING, Course, Stands, stands
from smmkit.analyses.cycle.steps import Step, steps_of
from smmkit.analyses.gap.belonging import with_parts
from smmkit.analyses.kpis.kpi import told_period, told_results
from smmkit.analyses.kpis.result import Progress, Result
from smmkit.analyses.organization.units import answering
from smmkit.documents.certification import Certificate
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.documents.objective import Objective
from smmkit.page import Tone
from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose part of the QMS is meant: a unit with its parts, a person, or, with neither, all of it."""

    unit: str | None = None
    person: str | None = None

    FOR_PROGRAMS: ClassVar = {"unit": "unit", "person": "person"}

    def answers(self, qms: Qms, owners: Iterable[str]) -> bool:
        """Whether what these units and roles answer for is meant."""
        own = [*owners]
        units = {unit for owner in own for unit in answering(qms, owner)}
        if self.unit and not units & with_parts(qms, self.unit):
            return False
        return not self.person or any(self.person in stand_for(qms, owner) for owner in own)

    def has(self, qms: Qms, objective: Objective) -> bool:
        """Whether the KPIs of an objective are meant: who answers or works for it."""
        own = [objective.owner] if objective.owner else []
        return self.answers(qms, (*own, *objective.co_owners, *objective.units))


@dataclass(frozen=True, slots=True)
class Certified:
    """A certificate, where it is on its course, and the next audit of its cycle."""

    certificate: Certificate
    stands: Stands
    next: Step | None

    FOR_PROGRAMS: ClassVar = {"id": "certificate.id", "stands": "stands", "next": "next"}

    @property
    def by(self) -> date | None:
        """The day by which that audit is held, or by which it is taken up again, whichever is earlier."""
        days = [self.next.planned] if self.next else []
        days += [self.stands.until] if self.stands.course in WAITING else []
        return min((day for day in days if day), default=None)

    @property
    def waits(self) -> bool:
        """Whether the suspension has to end before any audit of the cycle is due."""
        return self.stands.course is Course.SUSPENDED and self.by == self.stands.until


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is counted on the day."""

    findings: tuple[AuditFinding, ...]
    """The open findings, the gravest first."""
    overdue: int
    reviews: int
    """Reviews of documents that are overdue."""
    period: str | None
    red: tuple[Result, ...]
    """The KPIs of that period that reach only a bad step of their scale."""
    unmeasured: tuple[str, ...]
    """The KPIs of which a value that is due is not there."""
    kpis: int
    measured: int
    """How many KPIs have a value of that period."""
    management_review: date | None
    """By when the next management review is held."""
    certificates: tuple[Certified, ...]

    FOR_PROGRAMS: ClassVar = {
        "open_findings": "findings",
        "overdue": "overdue",
        "overdue_reviews": "reviews",
        "kpi_period": "period",
        "red_kpis": "red_ids",
        "unmeasured_kpis": "unmeasured",
        "kpis": "kpis",
        "measured_kpis": "measured",
        "management_review_by": "management_review",
        "certificates": "certificates",
    }

    @property
    def red_ids(self) -> list[str]:
        """The ids of the red KPIs."""
        return [one.kpi.id for one in self.red]


def numbers(qms: Qms, whose: Whose, entries: list[Entry]) -> Numbers:
    """The numbers of the day; `entries` are those of the agenda that are meant."""
    order = list(Grade)
    findings = [one for one in qms.fact(open_findings) if whose.answers(qms, (one.unit,))]
    late = [one for one in entries if one.is_overdue]
    reviews = [one for one in entries if one.due.matter is Matter.MANAGEMENT_REVIEW]
    period = told_period(qms)
    found = [one for one in qms.fact(told_results) if whose.has(qms, one.objective)]
    return Numbers(
        tuple(sorted(findings, key=lambda one: (order.index(one.grade), one.date, one.id))),
        len(late),
        sum(one.due.matter is Matter.REVIEW for one in late),
        period,
        tuple(one for one in found if one.band and one.band.tone is Tone.BAD),
        lacking(qms, late, found),
        len(found),
        sum(one.progress is Progress.MEASURED for one in found),
        reviews[0].due.day if reviews else None,
        tuple(certified(qms, one) for one in (*qms.fact(running), *begun(qms))),
    )


def lacking(qms: Qms, late: list[Entry], found: list[Result]) -> tuple[str, ...]:
    """The KPIs of which the agenda misses a value, and those whose page has none or not all."""
    missed = [one.due.id for one in late if one.due.matter is Matter.KPI]
    missed += [one.kpi.id for one in found if one.progress in UNKNOWN or has_none_yet(qms, one.kpi)]
    return tuple(dict.fromkeys(missed))


UNKNOWN = (Progress.NO_DATA, Progress.INCOMPLETE)
"""How a KPI stands of which a value that is due is not there."""


ON_COURSE = (Course.HOLDS, Course.SUSPENDED)
"""Where the audits of the cycle are still due."""


def certified(qms: Qms, certificate: Certificate) -> Certified:
    """A certificate with where it is, and the next audit that is still to be held.

    Why: of one that has ended no audit of its cycle is asked for any more, but what `stands` says.
    """
    found = stands(qms, certificate)
    steps = steps_of(qms, certificate) if found.course in ON_COURSE else ()
    left = [one for one in steps if one.planned and one.held is None]
    first = min(left, key=lambda one: one.planned or date.max, default=None)
    return Certified(certificate, found, first)
