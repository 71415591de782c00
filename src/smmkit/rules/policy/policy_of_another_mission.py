"""SMM315 policy-of-another-mission."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.direction import Direction, Mission
from smmkit.documents.policy import QualityPolicy
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM315",
    "policy-of-another-mission",
    of=QualityPolicy,
    source="ISO 9001, 5.2.1 a; juknis II.A2",
    clause="5.2.1",
)
def policy_of_another_mission(policy: QualityPolicy, qms: Qms) -> Problems:
    """The missions that the quality policy serves are those that the organization carries out.

    Why: policy and direction say two different things of what the organization is there for.
    """
    own = qms.fact(own_missions)
    for index, mission in enumerate(policy.missions):
        if own and mission not in own and qms.get(mission, Mission) and not is_gone(policy, qms):
            yield problem(
                policy,
                "missions",
                index,
                message=say("{mission} is no mission of the organization", mission=mission),
                hint=say("write one of: {words}", words=sorted(own)),
            )


def own_missions(qms: Qms) -> set[str]:
    """The missions that the organization carries out, by every direction that is not gone."""
    directions = (one for one in qms.of(Direction) if not is_gone(one, qms))
    return {mission for one in directions for mission in one.own_missions}
