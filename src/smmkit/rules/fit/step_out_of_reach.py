"""SMM855 step-out-of-reach."""

from __future__ import annotations

from smmkit.analyses.processes.flow import reachable
from smmkit.documents.procedure import Procedure
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM855",
    "step-out-of-reach",
    of=Procedure,
    severity=Severity.WARNING,
    source="Permenpan-RB 35/2012",
    clause="8.5.1",
)
def step_out_of_reach(procedure: Procedure, qms: Qms) -> Problems:  # noqa: ARG001
    """Some way leads to every step.

    Why: a row that nobody comes to is never done, or the ways above it are wrong.
    """
    reached = reachable(procedure.steps)
    for index in range(len(procedure.steps)):
        if index not in reached:
            yield problem(
                procedure,
                "steps",
                index,
                message=say("no way leads to step {n}", n=str(index + 1)),
                hint=say("let a step above lead to it, or take it out"),
            )
