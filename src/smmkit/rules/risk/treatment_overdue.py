"""SMM603 treatment-overdue."""

from __future__ import annotations

from smmkit.calendar_ends import missed
from smmkit.documents.risk import RiskRegister
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM603",
    "treatment-overdue",
    of=RiskRegister,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.2",
    clause="6.1.2",
)
def treatment_overdue(register: RiskRegister, qms: Qms) -> Problems:
    """A treatment is done by the day that it names."""
    for index, risk in enumerate(register.entries):
        for n, treatment in enumerate(risk.treatments):
            if missed(treatment.due, treatment.done, qms.as_of):
                yield problem(
                    register,
                    "entries",
                    index,
                    "treatments",
                    n,
                    "due",
                    message=say(
                        "a treatment of {id} was due on {day}", id=risk.id, day=treatment.due
                    ),
                    hint=say("write `done:` with the day, or a new day and why"),
                )
