"""SMM602 risk-grows."""

from __future__ import annotations

from smmkit.analyses.risks import level_after, level_before
from smmkit.documents.risk import Risk, RiskRegister, Sort
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM602", "risk-grows", of=RiskRegister, source="ISO 9001, 6.1.2", clause="6.1.2")
def risk_grows(register: RiskRegister, qms: Qms) -> Problems:
    """A treatment does not make a risk greater."""
    criteria = qms.settings.risk if qms.settings else None
    if criteria is None:
        return
    for index, risk in enumerate(register.entries):
        after = level_after(qms, risk, criteria)
        before = level_before(qms, risk, criteria)
        if after is None or before is None:
            continue
        if risk.sort is Sort.RISK and after > before:
            yield problem(
                register,
                "entries",
                index,
                where_it_grows(risk),
                message=say(
                    "{id} has level {after} after treatment and {before} before",
                    id=risk.id,
                    after=after,
                    before=before,
                ),
            )


def where_it_grows(risk: Risk) -> str:
    """The field whose value afterwards is too high."""
    for name in ("likelihood", "impact"):
        after, before = getattr(risk, f"{name}_after"), getattr(risk, name)
        if after is not None and before is not None and after > before:
            return f"{name}_after"
    return "level_after" if risk.level_after is not None else "rated_after"
