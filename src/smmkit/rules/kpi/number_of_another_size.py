"""SMM466 number-of-another-size."""

from __future__ import annotations

from decimal import Decimal

from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.size import targets_of_another_size, values_of_another_size
from smmkit.documents.objective import Objective
from smmkit.location import Location
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say

SMALL_CAP = 10
"""A cap below so many percent is meant as a part of one: 1.2 for 120."""


@rule(
    "SMM466",
    "number-of-another-size",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1",
    clause="9.1.1",
)
def number_of_another_size(objective: Objective, qms: Qms) -> Problems:
    """A value or target of a KPI is written on the scale of those beside it.

    Why: 0.85 among percentages was meant as 85; taken as it stands it turns a good year into a bad one.
    """
    for index, kpi in enumerate(objective.kpis):
        read = qms.fact(series)[kpi.id]
        for one, right in values_of_another_size(qms, kpi, read.observations):
            message, hint = words(kpi.id, one.period, one.value, right)
            at = Location(read.path, one.line)
            yield Problem(read.path, (), message, hint, objective.id, at)
        if kpi.cap is not None and 0 < kpi.cap < SMALL_CAP:
            yield problem(
                objective,
                "kpis",
                index,
                "cap",
                message=say("{id}: achievement is cut to {cap} percent", id=kpi.id, cap=kpi.cap),
                hint=say("write {right} if that is meant", right=(kpi.cap * 100).normalize()),
            )
        for n, right in targets_of_another_size(kpi, read.observations):
            target = kpi.targets[n]
            message, hint = words(kpi.id, target.period, target.value or Decimal(0), right)
            yield problem(
                objective, "kpis", index, "targets", n, "value", message=message, hint=hint
            )


def words(id: str, period: str, value: Decimal, right: Decimal) -> tuple[Message, Message]:
    """What is said of such a number, and what was meant in all likelihood."""
    message = say(
        "{id} in {period}: {value} is of another size than the numbers beside it",
        id=id,
        period=period,
        value=value,
    )
    return message, say("write {right} if that is meant", right=right.normalize())
