"""SMM409 promise-of-another."""

from __future__ import annotations

from smmkit.documents.direction import PerformanceAgreement
from smmkit.documents.objective import Kpi, Objective
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM409", "promise-of-another", of=PerformanceAgreement, source="juknis II.A4", clause="6.2.1"
)
def promise_of_another(agreement: PerformanceAgreement, qms: Qms) -> Problems:
    """What an agreement promises of an objective is an indicator of that objective.

    Why: a promise that is measured by something else is never seen to be kept.
    """
    for index, promise in enumerate(agreement.promises):
        objective = qms.get(promise.objective, Objective)
        known = [kpi.id for kpi in objective.kpis] if objective else []
        if objective and qms.get(promise.kpi, Kpi) and promise.kpi not in known:
            yield problem(
                agreement,
                "promises",
                index,
                "kpi",
                message=say("{kpi} is no indicator of {id}", kpi=promise.kpi, id=objective.id),
                hint=say("write one of: {words}", words=known),
            )
