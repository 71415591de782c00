"""SMM602 risk-grows."""

from __future__ import annotations

from smmkit.analyses.risk import level
from smmkit.documents.risk import RiskRegister, Sort
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


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
