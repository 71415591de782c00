"""SMM411 target-out-of-reach."""

from __future__ import annotations

from smmkit.analyses.kpis.rates import is_share
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM411",
    "target-out-of-reach",
    of=Objective,
    severity=Severity.WARNING,
    source="juknis II.A4 (SMART)",
    clause="6.2.1",
)
def target_out_of_reach(objective: Objective, qms: Qms) -> Problems:  # noqa: ARG001
    """The target of a share lies between 0 and 100 percent.

    Why: of what there is nobody can do more than all; such a target says that something else is meant.
    """
    for index, kpi in enumerate(objective.kpis):
        for n, target in enumerate(kpi.targets if is_share(kpi) else ()):
            if target.value is not None and not 0 <= target.value <= WHOLE:
                yield problem(
                    objective,
                    "kpis",
                    index,
                    "targets",
                    n,
                    "value",
                    message=say(
                        "the target of {id} for {period} is {value} percent",
                        id=kpi.id,
                        period=target.period,
                        value=target.value,
                    ),
                    hint=say("say of what it is a share, or measure it in another unit"),
                )


WHOLE = 100
