"""Audits that would close the gaps of a programme: units and clauses, auditors who may, load shared.

The order is that of the weight of a unit: open findings, risks above the appetite, red KPIs, months
since its last audit. Auditors are there and trained on the first day, if possible in date to the
last (if a team of them is), and not of the unit; the load is shared as evenly as that allows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.auditing.clauses import missing_in_cycle
from smmkit.analyses.auditing.coverage import HalfYear, half_of, units_covered
from smmkit.analyses.auditing.dealt import dealt
from smmkit.analyses.auditing.fair_load import shared
from smmkit.analyses.audits import internal, last_day, open_findings
from smmkit.analyses.audits.auditors import (
    audit_teams,
    audit_teams_on,
    competent,
    ended_on,
    trained,
    was_trained,
)
from smmkit.analyses.kpis.kpi import told_results
from smmkit.analyses.organization.units import answering
from smmkit.analyses.risks.profile import risk_profile
from smmkit.calendar_ends import months_after
from smmkit.documents.people import PersonEntry
from smmkit.documents.unit import OrganizationUnit
from smmkit.page import Tone
from smmkit.qms import Qms

TEAM = 2
"""Auditors of one audit."""
DAYS_LEFT = 30
"""With fewer days left in a half-year, nothing is planned in it any more."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Why a unit comes early: what stands open in it, and how long ago it was audited."""

    findings: int
    risks: int
    red: int
    months: int | None
    """Months since its last internal audit; None where it never had one."""

    FOR_PROGRAMS: ClassVar = {
        "open_findings": "findings",
        "risks_above_appetite": "risks",
        "red_kpis": "red",
        "months_since_audit": "months",
    }

    @property
    def rank(self) -> tuple[bool, int, int]:
        """The heaviest first."""
        return (
            self.months is not None,
            -(2 * self.findings + self.risks + self.red),
            -(self.months or 0),
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """One audit that is proposed."""

    half: HalfYear
    unit: OrganizationUnit
    weight: Weight
    clauses: tuple[str, ...]
    auditors: tuple[str, ...]
    """The people who may do it, at most two; empty where nobody may."""

    FOR_PROGRAMS: ClassVar = {
        "half_year": "half_name",
        "unit": "unit.id",
        "weight": "weight",
        "clauses": "clauses",
        "auditors": "auditors",
    }

    @property
    def half_name(self) -> str:
        """The half-year as it is written."""
        return str(self.half)


def proposals(qms: Qms) -> list[Proposal]:
    """Audits that close what is not covered in the half-years to come."""
    coverage = {one.unit.id: one for one in units_covered(qms)}
    weights = {id_: weight(qms, id_) for id_ in coverage}
    jobs = [
        (half, unit)
        for half in coming(qms.as_of)
        for unit in sorted(
            (one.unit for one in coverage.values() if one.is_gap(half)),
            key=lambda one: weights[one.id].rank,
        )
    ]
    teams = shared([able(qms, unit.id, half) for half, unit in jobs], TEAM)
    shares = dealt(qms, [unit.id for _, unit in jobs])
    return [
        Proposal(half, unit, weights[unit.id], tuple(clauses), team)
        for (half, unit), clauses, team in zip(jobs, shares, teams, strict=True)
    ]


def left_over(qms: Qms, proposed: Iterable[Proposal]) -> list[str]:
    """The clauses that nobody asked about within the cycle, and that no plan nor proposal asks about."""
    asked = {clause for one in proposed for clause in one.clauses}
    missing = (one for one in missing_in_cycle(qms) if one.planned is None)
    return [one.clause.id for one in missing if one.clause.id not in asked]


def coming(day: date) -> tuple[HalfYear, ...]:
    """The two half-years that can still be planned."""
    now = half_of(day)
    if (now.until - day).days >= DAYS_LEFT:
        return tuple(dict.fromkeys((now, now.next)))
    return tuple(dict.fromkeys((now.next, now.next.next)))


def weight(qms: Qms, unit: str) -> Weight:
    """What stands open in a unit."""
    audited = {
        audit
        for one in units_covered(qms)
        if one.unit.id == unit
        for ids in one.held.values()
        for audit in ids
    }
    last = max((last_day(one) for one in internal(qms) if one.id in audited), default=None)
    return Weight(
        sum(unit in answering(qms, one.unit) for one in qms.fact(open_findings)),
        sum(one.above and unit in answering(qms, one.risk.owner) for one in risk_profile(qms)),
        sum(
            one.band is not None and one.band.tone is Tone.BAD
            for one in qms.fact(told_results)
            if any(unit in answering(qms, named) for named in one.objective.units)
        ),
        None if last is None else months_between(last, qms.as_of),
    )


def months_between(start: date, end: date) -> int:
    """The whole months from one day to another."""
    found = (end.year - start.year) * 12 + end.month - start.month
    return found if months_after(start, found) <= end else found - 1


def able(qms: Qms, unit: str, half: HalfYear) -> list[str]:
    """Who may audit a unit in a half-year: trained, from elsewhere; to its last day, if a team is."""
    day = max(half.since, qms.as_of)
    found = [one for one in auditors(qms, day) if not belongs(qms, one, unit, day)]
    to_the_end = [one for one in found if ended_on(qms, one, half.until) is None]
    return to_the_end if len(to_the_end) >= min(TEAM, len(found)) else found


def auditors(qms: Qms, day: date) -> list[str]:
    """The trained auditors whose training holds on a day, of the team of that day; without one, of any team,
    and where there is none, all trained.
    """
    teams = audit_teams_on(qms, day) or qms.fact(audit_teams)
    members = {one.person for team in teams for one in team.members}
    known = {*qms.fact(trained), *qms.fact(competent)}
    people = [one for one in known if not members or one in members]
    return sorted(
        one
        for one in people
        if was_trained(qms, one, day)
        and ended_on(qms, one, day) is None
        and not has_left(qms, one, day)
    )


def has_left(qms: Qms, person: str, day: date) -> bool:
    """Whether a person held roles, and holds none any more on a day."""
    entry = qms.get(person, PersonEntry)
    return entry is not None and entry.is_out_of_office(day)


def belongs(qms: Qms, person: str, unit: str, day: date) -> bool:
    """Whether a person holds a role in a unit on a day."""
    entry = qms.get(person, PersonEntry)
    return entry is not None and any(unit in answering(qms, one.unit) for one in entry.held_on(day))
