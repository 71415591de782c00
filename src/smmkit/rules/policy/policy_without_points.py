"""SMM319 policy-without-points."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.policy import QualityPolicy
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM319",
    "policy-without-points",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="juknis II.A3",
    clause="5.2.1",
)
def policy_without_points(policy: QualityPolicy, qms: Qms) -> Problems:
    """An approved quality policy has points.

    Why: objectives follow from its points; without any, they follow from nothing.
    """
    if not policy.points and is_live(policy, qms):
        yield problem(
            policy,
            "sentence",
            message=say("{id} is approved and has no points", id=policy.id),
            hint=say("write `points:`, each with an id and what it speaks of"),
        )
