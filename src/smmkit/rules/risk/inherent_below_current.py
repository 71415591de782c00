"""SMM691 inherent-below-current."""

from __future__ import annotations

from smmkit.analyses.risks.profile import risk_profile
from smmkit.documents.risk import Sort
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM691",
    "inherent-below-current",
    severity=Severity.WARNING,
    source="own rule",
    clause="6.1.1",
)
def inherent_below_current(qms: Qms) -> Problems:
    """A risk is not greater with its controls than without any.

    Why: then one of the two numbers is wrong, and the controls look harmful.
    """
    for one in qms.fact(risk_profile):
        before, now = one.inherent.level, one.now.level
        if one.risk.sort is Sort.RISK and before is not None and now is not None and before < now:
            yield problem(
                one.register,
                "entries",
                one.register.entries.index(one.risk),
                "likelihood_inherent",
                message=say(
                    "{id} has level {before} without controls, and {now} with them",
                    id=one.risk.id,
                    before=before,
                    now=now,
                ),
                hint=say("correct one of them"),
            )
