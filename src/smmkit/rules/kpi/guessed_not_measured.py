"""SMM468 guessed-not-measured."""

from __future__ import annotations

from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import claims
from smmkit.words import say


@rule(
    "SMM468",
    "guessed-not-measured",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1; own rule",
    clause="9.1.1",
    filled=True,
)
def guessed_not_measured(objective: Objective, qms: Qms) -> Problems:
    """The values of a KPI come from something that was counted or measured, not from somebody's guess.

    Why: a number that somebody felt cannot be checked, and it moves with the mood of who is asked.
    """
    guesses = qms.fact(vocabulary).guesses
    for index, kpi in enumerate(objective.kpis):
        for name in ("data_source", "calculation"):
            text = getattr(kpi, name)
            if text and claims(guesses, text):
                yield problem(
                    objective,
                    "kpis",
                    index,
                    name,
                    message=say("{id} is guessed, not measured: {text}", id=kpi.id, text=text),
                    hint=say(
                        "name the register, system or count from which everybody gets the same"
                    ),
                )
