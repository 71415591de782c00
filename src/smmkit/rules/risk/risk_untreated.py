"""SMM601 risk-untreated."""

from __future__ import annotations

from smmkit.analyses.risks import is_by_priority, level_before, priority_of
from smmkit.documents.risk import Risk, RiskRegister, Sort
from smmkit.documents.settings import RiskCriteria
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
        if is_by_priority(risk, criteria):
            yield from without_measure(register, index, risk, criteria)
            continue
        found = level_before(qms, risk, criteria)
        if not found or risk.sort is not Sort.RISK:
            continue
        if found > criteria.appetite and not risk.treatments:
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


def without_measure(
    register: RiskRegister, index: int, risk: Risk, criteria: RiskCriteria
) -> Problems:
    """A failure mode whose priority is higher than is accepted, and that nothing is done about."""
    found = priority_of(risk) or 0
    if found > criteria.priority and not risk.treatments and risk.sort is Sort.RISK:
        yield problem(
            register,
            "entries",
            index,
            "response",
            message=say(
                "{id} has priority {n} (FMEA), above the {highest} that is accepted, and no treatment",
                id=risk.id,
                n=found,
                highest=criteria.priority,
            ),
            hint=say("write `treatments:` with what is done, by whom and by when"),
        )
