"""SMM416 kpi-not-measured."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from smmkit.analyses.live import is_live
from smmkit.analyses.periods import parts, years_from
from smmkit.analyses.series import series
from smmkit.calendar_ends import moved
from smmkit.documents.objective import Kpi, Objective
from smmkit.model.part import Part, Whole
from smmkit.period_days import last_day, within
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Measuring(Part):
    """How long it may take."""

    days: Annotated[Whole, Field(ge=0)] = 45
    """How many days after the end of a period its value is there."""


@rule(
    "SMM416",
    "kpi-not-measured",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1",
    clause="9.1.1",
    settings=Measuring,
)
def kpi_not_measured(objective: Objective, qms: Qms, settings: Measuring) -> Problems:
    """Every KPI has a value for its last period that is over.

    Why: a KPI that is looked at a year later steers nothing.
    """
    if not is_live(objective, qms):
        return
    until = moved(qms.as_of, -settings.days)
    for index, kpi in enumerate(objective.kpis):
        due = last_due(kpi, until)
        if kpi.series is None or due is None:
            continue
        read = qms.fact(series)[kpi.id]
        seen = {*(one.period for one in read.observations), *read.excused}
        if due not in seen:
            yield problem(
                objective,
                "kpis",
                index,
                "series",
                message=say("{id} has no value for {period}", id=kpi.id, period=due),
                hint=say("measure it and write the value into its table"),
            )


def last_due(kpi: Kpi, until: date) -> str | None:
    """The last period that was over before a day, of those that the targets of a KPI are for."""
    years = years_from(until.year - 1, until.year)
    asked = [part for year in years for part in parts(year, kpi.frequency)]
    over = [part for part in asked if last_day(part) < until and is_meant(kpi, part)]
    return over[-1] if over else None


def is_meant(kpi: Kpi, period: str) -> bool:
    """Whether a target is for a period, or for the year around it or a part of it."""
    return any(within(period, one.period) or within(one.period, period) for one in kpi.targets)
