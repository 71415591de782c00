"""SMM437 red-without-action."""

from __future__ import annotations

from smmkit.analyses.action_on_kpi import acted_upon
from smmkit.analyses.kpi import last_period, result_shown
from smmkit.analyses.live import is_live
from smmkit.documents.objective import Objective
from smmkit.page import Tone
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM437",
    "red-without-action",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.3 and 10.2; juknis II.A4",
    clause="10.2.1",
)
def red_without_action(objective: Objective, qms: Qms) -> Problems:
    """What is red is acted upon: a finding, a corrective action, a review or a task names it.

    Why: an auditor asks first what was done about the worst number; silence is the answer that costs most.
    """
    period = qms.fact(last_period)
    if period is None or not is_live(objective, qms):
        return
    for index, kpi in enumerate(objective.kpis):
        found = result_shown(qms, objective, kpi, period)
        is_red = found.band is not None and found.band.tone is Tone.BAD
        if is_red and not acted_upon(qms, kpi.id, found.last_complete or period):
            yield problem(
                objective,
                "kpis",
                index,
                message=say(
                    "{id} is red in {period}, and no finding, action or review since then names it",
                    id=kpi.id,
                    period=found.last_complete or period,
                ),
                hint=say(
                    "write down what is done: smm new corrective-action, with {id} in it", id=kpi.id
                ),
            )
