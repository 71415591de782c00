"""SMM434 value-not-possible."""

from __future__ import annotations

from smmkit.analyses.rates import possible
from smmkit.analyses.series import series
from smmkit.documents.objective import Objective
from smmkit.location import Location
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say


@rule(
    "SMM434",
    "value-not-possible",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1",
    clause="9.1.1",
)
def value_not_possible(objective: Objective, qms: Qms) -> Problems:
    """A measured value is one that is possible; a percentage lies between 0 and 100.

    Why: of what there is nobody can do more than all; such a value was typed or counted wrongly.
    """
    for kpi in objective.kpis:
        low, high = possible(kpi)
        read = qms.fact(series)[kpi.id]
        for one in read.observations:
            if (low is None or one.value >= low) and (high is None or one.value <= high):
                continue
            yield Problem(
                read.path,
                (),
                say(
                    "{id} in {period} is {value}, and that is not possible",
                    id=kpi.id,
                    period=one.period,
                    value=one.value,
                ),
                say("correct it; or write at the KPI `lowest:` and `highest:`, what is possible"),
                objective.id,
                Location(read.path, one.line),
            )
