"""SMM448 promised-above-not-below."""

from __future__ import annotations

from collections import defaultdict

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.direction import PerformanceAgreement
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM448",
    "promised-above-not-below",
    severity=Severity.WARNING,
    source="juknis II.A4",
    clause="6.2.1",
    wish="performance-agreement",
    whole=(PerformanceAgreement,),
)
def promised_above_not_below(qms: Qms) -> Problems:
    """What the head promises of a KPI, a unit below promises, too.

    Why: a promise that nobody has taken over is kept by nobody.
    """
    below: dict[str, list[PerformanceAgreement]] = defaultdict(list)
    for agreement in live(qms, PerformanceAgreement):
        if agreement.follows_from:
            below[agreement.follows_from].append(agreement)
    for agreement in live(qms, PerformanceAgreement):
        following = below.get(agreement.id)
        taken = {promise.kpi for one in following or () for promise in one.promises}
        for index, promise in enumerate(agreement.promises if following else ()):
            if promise.kpi and promise.kpi not in taken:
                yield problem(
                    agreement,
                    "promises",
                    index,
                    "kpi",
                    message=say(
                        "{kpi} is promised in {id}, and by no unit below",
                        kpi=promise.kpi,
                        id=agreement.id,
                    ),
                    hint=say("write it into the agreement of the unit that works for it"),
                )
