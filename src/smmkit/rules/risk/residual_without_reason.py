"""SMM606 residual-without-reason."""

from __future__ import annotations

from smmkit.analyses.risks import level_after, level_before
from smmkit.documents.risk import Risk, RiskRegister, Sort
from smmkit.documents.settings import RiskCriteria
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM606", "residual-without-reason", of=RiskRegister, source="ISO 9001, 6.1.2", clause="6.1.2"
)
def residual_without_reason(register: RiskRegister, qms: Qms) -> Problems:
    """A risk is lower afterwards only where something is done about it.

    Why: a number that falls by itself was made to fall.
    """
    criteria = qms.settings.risk if qms.settings else None
    for index, risk in enumerate(register.entries):
        fallen = where_it_falls(qms, risk, criteria)
        if fallen and risk.sort is Sort.RISK and not risk.treatments:
            yield problem(
                register,
                "entries",
                index,
                fallen,
                message=say("{id} is lower afterwards, and nothing is done about it", id=risk.id),
                hint=say("write `treatments:`, or take the values afterwards out"),
            )


def where_it_falls(qms: Qms, risk: Risk, criteria: RiskCriteria | None) -> str:
    """The field whose value afterwards is lower; empty where none is."""
    falls = [
        f"{name}_after"
        for name in ("likelihood", "impact")
        if (getattr(risk, f"{name}_after") or 0) < (getattr(risk, name) or 0)
        and getattr(risk, f"{name}_after") is not None
    ]
    if falls or criteria is None or (risk.level_after is None and risk.rated_after is None):
        return next(iter(falls), "")
    after, before = level_after(qms, risk, criteria), level_before(qms, risk, criteria)
    is_lower = after is not None and before is not None and after < before
    named = "level_after" if risk.level_after is not None else "rated_after"
    return named if is_lower else ""
