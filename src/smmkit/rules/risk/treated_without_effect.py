"""SMM483 treated-without-effect."""

from __future__ import annotations

from smmkit.analyses.risks import level_after, level_before
from smmkit.documents.risk import Response, RiskRegister, Sort
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

LESS = (Response.REDUCE, Response.SHARE)
"""What is to make a risk smaller."""


@rule(
    "SMM483",
    "treated-without-effect",
    of=RiskRegister,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.2",
    clause="6.1.2",
    filled=True,
)
def treated_without_effect(register: RiskRegister, qms: Qms) -> Problems:
    """A treatment that is still to be done makes the risk smaller that it is planned for.

    Why: work that changes nothing is planned for nothing, or nobody has asked what it will change. Where all
    is done already, the values of today may be those afterwards.
    """
    criteria = qms.settings.risk if qms.settings else None
    for index, risk in enumerate(register.entries):
        is_planned = risk.response in LESS and any(one.done is None for one in risk.treatments)
        if criteria is None or risk.sort is not Sort.RISK or not is_planned:
            continue
        after, before = level_after(qms, risk, criteria), level_before(qms, risk, criteria)
        if after is not None and after == before:
            yield problem(
                register,
                "entries",
                index,
                "treatments",
                message=say(
                    "{id} has level {level} before and after what is to be done about it",
                    id=risk.id,
                    level=after,
                ),
                hint=say("plan what makes it smaller, or write what the values are then"),
            )
