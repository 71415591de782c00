"""SMM693 flow-never-ends."""

from __future__ import annotations

from smmkit.analyses.processes.flow import reachable, ways
from smmkit.documents.procedure import Procedure
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM693",
    "flow-never-ends",
    of=Procedure,
    severity=Severity.WARNING,
    source="Permenpan-RB 35/2012",
    clause="8.5.1",
)
def flow_never_ends(procedure: Procedure, qms: Qms) -> Problems:  # noqa: ARG001
    """Some way through a procedure comes to an end.

    Why: where each way leads back, the applicant is sent round, and nobody hands out the result.
    """
    steps = procedure.steps
    reached = reachable(steps)
    if steps and not any(way.to is None for index in reached for way in ways(steps, index)):
        last = max(reached)
        yield problem(
            procedure,
            "steps",
            last,
            "leads_to",
            message=say("no way through {id} comes to an end", id=procedure.id),
            hint=say("write `ends: true` at the step with which the work is done"),
        )
