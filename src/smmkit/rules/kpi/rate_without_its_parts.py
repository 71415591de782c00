"""SMM431 rate-without-its-parts."""

from __future__ import annotations

from smmkit.analyses.kpis.series import series
from smmkit.documents.objective import Aggregation, Objective
from smmkit.location import Location
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say


@rule(
    "SMM431",
    "rate-without-its-parts",
    of=Objective,
    source="ISO 9001, 9.1.1",
    clause="9.1.1",
)
def rate_without_its_parts(objective: Objective, qms: Qms) -> Problems:
    """A rate that is pooled over a year has numerator and denominator in each of its periods.

    Why: a year that leaves out what it cannot count looks better or worse than it was.
    """
    for kpi in objective.kpis:
        if kpi.aggregation is not Aggregation.RATIO:
            continue
        read = qms.fact(series)[kpi.id]
        for one in read.observations:
            if one.has_parts or (one.numerator is None) is not (one.denominator is None):
                continue
            message = say(
                "{id} in {period} has no numerator and denominator", id=kpi.id, period=one.period
            )
            hint = say(
                "write both, in columns `numerator` and `denominator`; "
                "or `aggregation: mean-of-rates` at the KPI, if that is meant"
            )
            if one.denominator == 0:
                message = say("{id} in {period} is a share of 0", id=kpi.id, period=one.period)
                hint = say(
                    "leave the cells of that period empty, and write in column `reason` "
                    "why there is nothing to measure"
                )
            where = Location(read.path, one.line)
            yield Problem(read.path, (), message, hint, objective.id, where)
