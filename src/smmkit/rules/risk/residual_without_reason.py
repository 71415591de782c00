"""SMM606 residual-without-reason."""

from __future__ import annotations

from smmkit.documents.risk import RiskRegister, Sort
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM606", "residual-without-reason", of=RiskRegister, source="ISO 9001, 6.1.2", clause="6.1.2"
)
def residual_without_reason(register: RiskRegister, qms: Qms) -> Problems:  # noqa: ARG001
    """A risk is lower afterwards only where something is done about it.

    Why: a number that falls by itself was made to fall.
    """
    for index, risk in enumerate(register.entries):
        falls = (risk.likelihood_after or risk.likelihood) < risk.likelihood or (
            risk.impact_after or risk.impact
        ) < risk.impact
        if falls and risk.sort is Sort.RISK and not risk.treatments:
            yield problem(
                register,
                "entries",
                index,
                "likelihood_after" if risk.likelihood_after else "impact_after",
                message=say("{id} is lower afterwards, and nothing is done about it", id=risk.id),
                hint=say("write `treatments:`, or take the values afterwards out"),
            )
