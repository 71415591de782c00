"""SMM318 policy-point-without-objective."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone, is_live, live
from smmkit.documents.objective import Objective
from smmkit.documents.policy import QualityPolicy
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM318",
    "policy-point-without-objective",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="ISO 9001, 5.2.1 b and 6.2.1; juknis II.A4",
    clause="6.2.1",
    whole=(Objective,),
)
def policy_point_without_objective(policy: QualityPolicy, qms: Qms) -> Problems:
    """Every point of the quality policy has an objective.

    Why: a promise that nothing measures cannot be shown to be kept.
    """
    if not is_live(policy, qms) or not live(qms, Objective):
        return
    served = {
        point for one in qms.of(Objective) if not is_gone(one, qms) for point in one.points_served
    }
    for index, point in enumerate(policy.points):
        if point.id not in served:
            yield problem(
                policy,
                "points",
                index,
                "id",
                message=say("no objective serves {id}", id=point.id),
                hint=say("write an objective whose `policy_point:` it is, or take the point out"),
            )
