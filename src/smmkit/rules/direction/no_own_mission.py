"""SMM428 no-own-mission."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.direction import Direction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

MOST = 30
"""No plan has more missions."""


@rule(
    "SMM428",
    "no-own-mission",
    of=Direction,
    severity=Severity.WARNING,
    source="juknis II.A2",
    clause="4.1",
    filled=True,
)
def no_own_mission(direction: Direction, qms: Qms) -> Problems:
    """The organization carries out some missions of the parent, not all, by their numbers there.

    Why: who serves every mission serves none in particular, and has nothing to measure itself by.
    """
    if not is_live(direction, qms):
        return
    missions, own = {one.id for one in direction.missions}, set(direction.own_missions)
    if len(missions) > 1 and own >= missions:
        yield problem(
            direction,
            "own_missions",
            message=say(
                "{id} carries out all {n} missions of the parent", id=direction.id, n=len(missions)
            ),
            hint=say("name those that are the work of the organization"),
        )
    numbers = {one.number for one in direction.missions if one.number <= MOST}
    if left_out := sorted(set(range(1, max(numbers, default=0))) - numbers):
        yield problem(
            direction,
            "missions",
            message=say("the missions number {left} of the parent are left out", left=left_out),
            hint=say("copy all missions of the parent, each with its number"),
        )
    for index, mission in enumerate(direction.missions):
        if not 1 <= mission.number <= MOST:
            yield problem(
                direction,
                "missions",
                index,
                "number",
                message=say("{id} has the number {n}", id=mission.id, n=mission.number),
                hint=say("write the number that it has in the plan of the parent"),
            )
