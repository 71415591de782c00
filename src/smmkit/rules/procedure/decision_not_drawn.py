"""SMM517 decision-not-drawn."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.procedure import Procedure
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM517",
    "decision-not-drawn",
    of=Procedure,
    severity=Severity.WARNING,
    source="Permenpan-RB 35/2012",
    clause="8.5.1",
    filled=True,
)
def decision_not_drawn(procedure: Procedure, qms: Qms) -> Problems:
    """A step that decides, or sends something back, says where each answer leads.

    Why: for the case that goes wrong the procedure was written; there it must not end.
    """
    if not is_live(procedure, qms):
        return
    words = qms.fact(vocabulary)
    decides, returns = pattern_of(words.decides), pattern_of(words.returns)
    for index, step in enumerate(procedure.steps):
        said = decides.search(step.activity) or returns.search(
            f"{step.activity}. {step.note or ''}"
        )
        if said and not step.leads_to:
            yield problem(
                procedure,
                "steps",
                index,
                "activity",
                message=say(
                    "step {n} leads on whatever the answer is: {text}", n=index + 1, text=said[0]
                ),
                hint=say("write `leads_to:` with each answer and the step that it leads to"),
            )
