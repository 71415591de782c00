"""Where every risk stands: before any control, now and after its treatments; above appetite, late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from smmkit.analyses.kpis.scales import band_at
from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.analyses.risks import (
    is_above,
    is_by_priority,
    level,
    level_after,
    level_before,
    matrix_of,
    priority_of,
)
from smmkit.calendar_ends import missed
from smmkit.documents.risk import Risk, RiskRegister, Sort
from smmkit.documents.settings import RiskCriteria, Scale
from smmkit.page import Tone
from smmkit.qms import Qms
from smmkit.words import Words


@dataclass(frozen=True, slots=True)
class Rated:
    """A level and what it is called; None where nothing says so."""

    level: Decimal | None
    label: Words | None = None
    tone: Tone = Tone.PLAIN

    FOR_PROGRAMS: ClassVar = {"level": "level", "label": "label"}


@dataclass(frozen=True, slots=True)
class RiskStanding:
    """One risk on the day."""

    risk: Risk
    register: RiskRegister
    inherent: Rated
    now: Rated
    residual: Rated
    above: bool
    """Whether it is a risk above the appetite as it stands."""
    late: tuple[date, ...]
    """The days that treatments have missed."""
    priority: int | None
    """Likelihood x impact x detection (FMEA)."""

    FOR_PROGRAMS: ClassVar = {
        "id": "risk.id",
        "title": "risk.title",
        "sort": "risk.sort",
        "owner": "risk.owner",
        "likelihood": "risk.likelihood",
        "impact": "risk.impact",
        "inherent": "inherent",
        "now": "now",
        "residual": "residual",
        "above_appetite": "above",
        "late": "late",
        "priority": "priority",
    }


def risk_profile(qms: Qms) -> list[RiskStanding]:
    """Every risk and opportunity of the registers that are not gone, the highest first."""
    criteria = qms.settings.risk if qms.settings else None
    found = [
        standing(qms, register, risk, criteria)
        for register in qms.of(RiskRegister)
        if qms.fact(standings)[register.id].state not in GONE
        for risk in register.entries
    ]
    return sorted(found, key=lambda one: -(one.now.level or Decimal(-1)))


def standing(
    qms: Qms, register: RiskRegister, risk: Risk, criteria: RiskCriteria | None
) -> RiskStanding:
    """Where one risk stands."""
    now = rated(qms, criteria, lambda known: level_before(qms, risk, known))
    return RiskStanding(
        risk,
        register,
        rated(qms, criteria, lambda known: inherent(qms, risk, known)),
        now,
        rated(qms, criteria, lambda known: level_after(qms, risk, known)),
        risk.sort is Sort.RISK and criteria is not None and is_above(risk, criteria, now.level),
        tuple(
            one.due for one in risk.treatments if one.due and missed(one.due, one.done, qms.as_of)
        ),
        priority_of(risk),
    )


def inherent(qms: Qms, risk: Risk, criteria: RiskCriteria) -> Decimal | None:
    """The level without any control; None where nobody has judged it."""
    if risk.likelihood_inherent is None or risk.impact_inherent is None:
        return None
    if is_by_priority(risk, criteria):
        return None
    found = level(qms, risk.likelihood_inherent, risk.impact_inherent, criteria)
    return None if found is None else Decimal(found)


def rated(
    qms: Qms, criteria: RiskCriteria | None, count: Callable[[RiskCriteria], Decimal | None]
) -> Rated:
    """A level with its name: by the scale of the criteria, else by the levels of the matrix."""
    if criteria is None:
        return Rated(None)
    found = count(criteria)
    return Rated(None) if found is None else named(qms, criteria, found)


def named(qms: Qms, criteria: RiskCriteria, found: Decimal) -> Rated:
    """What a level is called."""
    scale = qms.get(criteria.scale or "", Scale)
    if scale and (band := band_at(scale, found)):
        return Rated(found, band.label, band.tone)
    matrix = matrix_of(qms, criteria)
    known = matrix.name_of(found) if matrix and not scale else None
    return Rated(found, known.label, Tone(known.tone)) if known else Rated(found)
