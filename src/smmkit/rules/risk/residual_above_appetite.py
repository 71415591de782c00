"""SMM607 residual-above-appetite."""

from __future__ import annotations

from smmkit.analyses.risks import level_after
from smmkit.documents.risk import Risk, RiskRegister, Sort
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM607",
    "residual-above-appetite",
    of=RiskRegister,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.2",
    clause="6.1.2",
)
def residual_above_appetite(register: RiskRegister, qms: Qms) -> Problems:
    """A risk whose treatments are all done is no longer above the appetite.

    Why: what is still above it needs another treatment, or somebody who decides to live with it.
    """
    criteria = qms.settings.risk if qms.settings else None
    if criteria is None:
        return
    for index, risk in enumerate(register.entries):
        if risk.sort is not Sort.RISK or not risk.treatments:
            continue
        after = level_after(qms, risk, criteria)
        if after is None:
            continue
        if after > criteria.appetite and all(one.done for one in risk.treatments):
            yield problem(
                register,
                "entries",
                index,
                judged_after(risk),
                message=say(
                    "{id} has level {level} after all treatments, above the appetite of {appetite}",
                    id=risk.id,
                    level=after,
                    appetite=criteria.appetite,
                ),
                hint=say(
                    "write another treatment, or raise the appetite by a decision of the head"
                ),
            )


def judged_after(risk: Risk) -> str:
    """The field that says how high it is afterwards."""
    names = ("likelihood_after", "impact_after", "level_after", "rated_after")
    return next((name for name in names if getattr(risk, name) is not None), "treatments")
