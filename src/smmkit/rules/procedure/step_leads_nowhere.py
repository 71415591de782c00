"""SMM511 step-leads-nowhere."""

from __future__ import annotations

from smmkit.documents.procedure import Procedure
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM511", "step-leads-nowhere", of=Procedure, source="Permenpan-RB 35/2012", clause="8.5.1")
def step_leads_nowhere(procedure: Procedure, qms: Qms) -> Problems:  # noqa: ARG001
    """A step leads to a step that the procedure has."""
    count = len(procedure.steps)
    for index, step in enumerate(procedure.steps):
        for branch, leads in enumerate(step.leads_to):
            if leads.to is not None and leads.to > count:
                yield problem(
                    procedure,
                    "steps",
                    index,
                    "leads_to",
                    branch,
                    "to",
                    message=say(
                        "there is no step {to}; the last is {last}", to=leads.to, last=count
                    ),
                )
