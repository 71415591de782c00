"""SMM449 kpi-title-twice."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts import squeezed
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM449",
    "kpi-title-twice",
    severity=Severity.WARNING,
    source="own rule",
    clause="6.2.1",
    filled=True,
)
def kpi_title_twice(qms: Qms) -> Problems:
    """No two KPIs have one title.

    Why: whoever reads the report cannot tell which of the two it means.
    """
    first: dict[str, str] = {}
    for objective in qms.of(Objective):
        if is_gone(objective, qms):
            continue
        for index, kpi in enumerate(objective.kpis):
            other = first.setdefault(squeezed(kpi.title), kpi.id)
            if other != kpi.id:
                yield problem(
                    objective,
                    "kpis",
                    index,
                    "title",
                    message=say(
                        "{id} has the title of {other}: {text}",
                        id=kpi.id,
                        other=other,
                        text=kpi.title,
                    ),
                    hint=say(
                        "say in the title what it measures that the other does not, or leave one out"
                    ),
                )
