"""SMM6xx: risks above the appetite are treated (ISO 9001, 6.1)."""

from __future__ import annotations

from smmkit.analyses.risk import level
from smmkit.documents.risk import RiskRegister, Sort
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM601", "risk-untreated", of=RiskRegister, source="ISO 9001, 6.1.2", clause="6.1.2")
def risk_untreated(register: RiskRegister, qms: Qms) -> Problems:
    """A risk above the appetite of qms.yaml has a treatment."""
    criteria = qms.settings.risk if qms.settings else None
    if criteria is None:
        return
    for index, risk in enumerate(register.entries):
        found = level(risk.likelihood, risk.impact, criteria.matrix)
        if risk.sort is Sort.RISK and found > criteria.appetite and not risk.treatments:
            yield problem(
                register,
                "entries",
                index,
                "response",
                message=say(
                    "{id} has level {level}, above the appetite of {appetite}, and no treatment",
                    id=risk.id,
                    level=found,
                    appetite=criteria.appetite,
                ),
                hint=say("write `treatments:` with what is done, by whom and by when"),
            )


@rule("SMM602", "risk-grows", of=RiskRegister, source="ISO 9001, 6.1.2", clause="6.1.2")
def risk_grows(register: RiskRegister, qms: Qms) -> Problems:
    """A treatment does not make a risk greater."""
    matrix = qms.settings.risk.matrix if qms.settings and qms.settings.risk else None
    if matrix is None:
        return
    for index, risk in enumerate(register.entries):
        after = level(
            risk.likelihood_after or risk.likelihood, risk.impact_after or risk.impact, matrix
        )
        before = level(risk.likelihood, risk.impact, matrix)
        grown = (
            "likelihood_after" if (risk.likelihood_after or 0) > risk.likelihood else "impact_after"
        )
        if risk.sort is Sort.RISK and after > before:
            yield problem(
                register,
                "entries",
                index,
                grown,
                message=say(
                    "{id} has level {after} after treatment and {before} before",
                    id=risk.id,
                    after=after,
                    before=before,
                ),
            )


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
            if treatment.due and treatment.due < qms.as_of and treatment.done is None:
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
