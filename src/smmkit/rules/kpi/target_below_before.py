"""SMM413 target-below-before."""

from __future__ import annotations

from decimal import Decimal

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.objective import Formula, Objective
from smmkit.period_days import months
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM413",
    "target-below-before",
    of=Objective,
    severity=Severity.WARNING,
    source="juknis II.A4 (SMART)",
    clause="6.2.1",
)
def target_below_before(objective: Objective, qms: Qms) -> Problems:
    """A target asks for no less than there was before.

    Why: an objective that was reached before it began improves nothing.
    """
    if is_gone(objective, qms):
        return
    for index, kpi in enumerate(objective.kpis):
        last = max(kpi.targets, key=lambda target: months(target.period)[1])
        worse = kpi.baseline is not None and last.value is not None
        if worse and is_worse(kpi.formula, last.value, kpi.baseline):
            yield problem(
                objective,
                "kpis",
                index,
                "baseline",
                message=say(
                    "the last target of {id} is {target}, and before it was {baseline}",
                    id=kpi.id,
                    target=last.value,
                    baseline=kpi.baseline,
                ),
                hint=say("set a target that is better than before, or say in a note why not"),
            )


def is_worse(formula: Formula, target: Decimal | None, before: Decimal | None) -> bool:
    """Whether a target is worse than the value before, as the formula counts."""
    if target is None or before is None:
        return False
    if formula in {Formula.MAXIMIZE, Formula.MAXIMIZE_NEGATIVE}:
        return target < before
    return formula in {Formula.MINIMIZE, Formula.MINIMIZE_RATIO} and target > before
