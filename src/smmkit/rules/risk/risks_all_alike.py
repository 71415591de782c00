"""SMM997 risks-all-alike."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.risk import RiskRegister
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Many(Part):
    """From how many risks on they differ."""

    least: Annotated[Whole, Field(ge=2)] = 5
    """So many risks are not all of one level."""


@rule(
    "SMM997",
    "risks-all-alike",
    of=RiskRegister,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.1; own rule",
    clause="6.1.1",
    filled=True,
    settings=Many,
)
def risks_all_alike(register: RiskRegister, qms: Qms, settings: Many) -> Problems:
    """The risks of a register are not all rated the same.

    Why: where all are alike nobody has asked which comes first, and the treatments follow no order.
    """
    rated = [
        (one.likelihood, one.impact) for one in register.entries if one.likelihood and one.impact
    ]
    if is_live(register, qms) and len(rated) >= settings.least and len(set(rated)) == 1:
        yield problem(
            register,
            "entries",
            message=say(
                "all {n} risks of {id} have the likelihood {p} and the impact {i}",
                n=len(rated),
                id=register.id,
                p=rated[0][0],
                i=rated[0][1],
            ),
            hint=say("rate each with those who do the work: how often, and how bad"),
        )
