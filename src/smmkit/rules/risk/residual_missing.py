"""SMM605 residual-missing."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.risk import Risk, RiskRegister, Sort
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM605",
    "residual-missing",
    of=RiskRegister,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.2 b 2",
    clause="6.1.2",
)
def residual_missing(register: RiskRegister, qms: Qms) -> Problems:
    """Once every treatment is done, likelihood and impact are judged anew.

    Why: whether a treatment helped is only seen by looking at the risk again.
    """
    for index, risk in enumerate(register.entries if is_live(register, qms) else ()):
        done = risk.treatments and all(one.done for one in risk.treatments)
        if done and risk.sort is Sort.RISK and not is_judged_again(risk):
            yield problem(
                register,
                "entries",
                index,
                "treatments",
                message=say("every treatment of {id} is done; how high is it now?", id=risk.id),
                hint=say("write `likelihood_after:` and `impact_after:`"),
            )


def is_judged_again(risk: Risk) -> bool:
    """Whether it is said how high it is afterwards."""
    scored = None not in (risk.likelihood_after, risk.impact_after)
    return scored or risk.level_after is not None or risk.rated_after is not None
