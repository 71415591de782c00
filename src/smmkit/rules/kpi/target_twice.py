"""SMM412 target-twice."""

from __future__ import annotations

from smmkit.documents.objective import Objective
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM412", "target-twice", of=Objective, source="own rule", clause="6.2.1")
def target_twice(objective: Objective, qms: Qms) -> Problems:  # noqa: ARG001
    """A KPI has one target for a period.

    Why: with two, it depends on the reader whether it was reached.
    """
    for index, kpi in enumerate(objective.kpis):
        seen: set[str] = set()
        for n, target in enumerate(kpi.targets):
            if target.period in seen:
                yield problem(
                    objective,
                    "kpis",
                    index,
                    "targets",
                    n,
                    "period",
                    message=say(
                        "{id} has two targets for {period}", id=kpi.id, period=target.period
                    ),
                    hint=say("take one of them out"),
                )
            seen.add(target.period)
