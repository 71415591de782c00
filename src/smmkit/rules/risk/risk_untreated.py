"""SMM601 risk-untreated."""

from __future__ import annotations

from smmkit.analyses.risks import is_by_priority, level_before, priority_of
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
        if why := too_high(qms, risk, criteria):
            yield problem(
                register,
                "entries",
                index,
                "response",
                message=why,
                hint=say("write `treatments:` with what is done, by whom and by when"),
            )


def too_high(qms: Qms, risk: Risk, criteria: RiskCriteria) -> Message | None:
    """By how much a risk is above what is accepted: by its priority (FMEA) where it has one, or its level."""
    if is_by_priority(risk, criteria):
        found = priority_of(risk) or 0
        if found <= criteria.priority:
            return None
        return say(
            "{id} has priority {n} (FMEA), above the {highest} that is accepted, and no treatment",
            id=risk.id,
            n=found,
            highest=criteria.priority,
        )
    level = level_before(qms, risk, criteria)
    if not level or level <= criteria.appetite:
        return None
    return say(
        "{id} has level {level}, above the appetite of {appetite}, and no treatment",
        id=risk.id,
        level=level,
        appetite=criteria.appetite,
    )
