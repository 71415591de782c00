"""SMM455 procedure-of-one-actor."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.documents.procedure import Procedure
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

FEWEST = 4
"""A procedure of fewer steps may be the work of one."""


@rule(
    "SMM455",
    "procedure-of-one-actor",
    of=Procedure,
    severity=Severity.WARNING,
    source="Permenpan-RB 35/2012; own rule",
    clause="8.5.1",
    filled=True,
    wish="sop-boxes",
)
def procedure_of_one_actor(procedure: Procedure, qms: Qms) -> Problems:
    """The steps of a procedure are done by several: who does, who checks, who decides.

    Why: where one does everything, nobody looks a second time, and nobody can tell where it went wrong.
    """
    actors = {squeezed(step.actor) for step in procedure.steps if step.actor}
    if is_live(procedure, qms) and len(procedure.steps) >= FEWEST and len(actors) == 1:
        yield problem(
            procedure,
            "steps",
            message=say(
                "all {n} steps of {id} are done by one: {actor}",
                n=len(procedure.steps),
                id=procedure.id,
                actor=procedure.steps[0].actor,
            ),
            hint=say("write of each step who does it; who checks and who decides is somebody else"),
        )
