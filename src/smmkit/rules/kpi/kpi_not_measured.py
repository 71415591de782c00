"""SMM416 kpi-not-measured."""

from __future__ import annotations

from bisect import bisect
from typing import Annotated

from pydantic import Field

from smmkit.analyses.kpis.scales import scale_of
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import asked_in, is_meant, last_due
from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import moved
from smmkit.documents.objective import Objective
from smmkit.model.part import Part, Whole
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
    """Every KPI has a value for every period of the running year that is over.

    Why: a KPI that is looked at a year later steers nothing, and a year with a hole comes to nothing.
    """
    if not is_live(objective, qms):
        return
    until = moved(qms.as_of, -settings.days)
    for index, kpi in enumerate(objective.kpis):
        due = last_due(kpi, until)
        if kpi.series is None or due is None:
            continue
        if kpi.words and scale_of(qms, kpi.words) is None:
            continue  # nobody can read its words, and that is told
        read = qms.fact(series)[kpi.id]
        if not read.is_whole and not read.observations:
            continue  # its table cannot be read, and that is told
        seen = {*(one.period for one in read.observations), *read.excused}
        begun = min((part for part in seen if len(part) == len(due)), default=due)
        asked = [part for part in asked_in(kpi, due[:4]) if part < due and is_meant(kpi, part)]
        holes = [part for part in asked[bisect(asked, begun) :] if part not in seen]
        if missing := [*holes, *([] if due in seen or due < begun else [due])]:
            yield problem(
                objective,
                "kpis",
                index,
                "series",
                message=say("{id} has no value for {period}", id=kpi.id, period=missing),
                hint=say("measure it and write the value into its table"),
            )
