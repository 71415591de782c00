"""SMM601 risk-untreated."""

from __future__ import annotations

from decimal import Decimal

from smmkit.analyses.risks import is_above, is_by_priority, level_before, priority_of
from smmkit.documents.risk import Risk, RiskRegister, Sort
from smmkit.documents.settings import RiskCriteria
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule("SMM601", "risk-untreated", of=RiskRegister, source="ISO 9001, 6.1.2", clause="6.1.2")
def risk_untreated(register: RiskRegister, qms: Qms) -> Problems:
    """A risk above the appetite of qms.yaml has a treatment."""
    criteria = qms.settings.risk if qms.settings else None
    if criteria is None:
        return
    for index, risk in enumerate(register.entries):
        if risk.treatments or risk.sort is not Sort.RISK:
            continue
        level = level_before(qms, risk, criteria)
        if is_above(risk, criteria, level):
            yield problem(
                register,
                "entries",
                index,
                "response",
                message=too_high(risk, criteria, level),
                hint=say("write `treatments:` with what is done, by whom and by when"),
            )


def too_high(risk: Risk, criteria: RiskCriteria, level: Decimal | None) -> Message:
    """How high a risk is, and what is accepted: by its priority (FMEA), where that counts, or its level."""
    if is_by_priority(risk, criteria):
        return say(
            "{id} has priority {n} (FMEA), above the {highest} that is accepted, and no treatment",
            id=risk.id,
            n=priority_of(risk) or 0,
            highest=criteria.priority,
        )
    return say(
        "{id} has level {level}, above the appetite of {appetite}, and no treatment",
        id=risk.id,
        level=level or 0,
        appetite=criteria.appetite,
    )
