"""SMM316 policy-without-mission."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.documents.direction import Direction
from smmkit.documents.policy import QualityPolicy
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM316",
    "policy-without-mission",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="ISO 9001, 5.2.1 a; juknis II.A3",
    clause="5.2.1",
)
def policy_without_mission(policy: QualityPolicy, qms: Qms) -> Problems:
    """The quality policy names the mission that it serves.

    Why: a policy fits the purpose of the organization only where it says which.
    """
    if policy.missions or not is_live(policy, qms):
        return
    if any(one.own_missions for one in live(qms, Direction)):
        yield problem(
            policy,
            "sentence",
            message=say("{id} names no mission that it serves", id=policy.id),
            hint=say(
                "write `missions:` with the ids of missions that the organization carries out"
            ),
        )
