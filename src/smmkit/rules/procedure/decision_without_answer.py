"""SMM512 decision-without-answer."""

from __future__ import annotations

from smmkit.documents.procedure import Procedure
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM512", "decision-without-answer", of=Procedure, source="Permenpan-RB 35/2012", clause="8.5.1"
)
def decision_without_answer(procedure: Procedure, qms: Qms) -> Problems:  # noqa: ARG001
    """A step that leads to two others says on which answer to which."""
    for index, step in enumerate(procedure.steps):
        if len(step.leads_to) > 1 and any(leads.answer is None for leads in step.leads_to):
            yield problem(
                procedure,
                "steps",
                index,
                "leads_to",
                message=say(
                    "step {n} leads to several steps and does not say which answer leads where",
                    n=index + 1,
                ),
                hint=say("write `answer:` in each, such as Ya and Tidak"),
            )
