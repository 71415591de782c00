"""SMM407 other-target-agreed."""

from __future__ import annotations

from smmkit.analyses.consistency.promises import contradiction
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents.direction import PerformanceAgreement
from smmkit.documents.objective import Kpi
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM407", "other-target-agreed", of=PerformanceAgreement, source="juknis II.A4", clause="6.2.1"
)
def other_target_agreed(agreement: PerformanceAgreement, qms: Qms) -> Problems:
    """A performance agreement promises the target that the objective has for that year.

    Why: two papers with two targets; whichever is reached, the other one says that it is not.
    """
    if is_gone(agreement, qms):
        return
    for index, promise in enumerate(agreement.promises):
        kpi = qms.get(promise.kpi, Kpi)
        other = kpi and contradiction(qms, kpi, agreement.year, promise.target)
        if kpi and other:
            yield problem(
                agreement,
                "promises",
                index,
                "target",
                message=say(
                    "{id} is promised as {said}, and its target for {year} is {wanted}",
                    id=kpi.id,
                    said=other.said,
                    year=str(agreement.year),
                    wanted=other.wanted,
                ),
                hint=say("write the same target in both; the objective is the one that counts"),
            )
