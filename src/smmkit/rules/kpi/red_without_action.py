"""SMM437 red-without-action."""

from __future__ import annotations

from smmkit.analyses.kpis.action_on_kpi import acted_upon
from smmkit.analyses.kpis.kpi import told_results
from smmkit.documents.finding import CorrectiveAction
from smmkit.page import Tone
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM437",
    "red-without-action",
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.3 and 10.2; juknis II.A4",
    clause="10.2.1",
    whole=(CorrectiveAction,),
)
def red_without_action(qms: Qms) -> Problems:
    """What is red is acted upon: a finding, a corrective action, a review or a task names it.

    Why: an auditor asks first what was done about the worst number; silence is the answer that costs most.
    """
    for one in qms.fact(told_results):
        is_red = one.band is not None and one.band.tone is Tone.BAD
        period, id_ = one.last_complete or one.period, one.kpi.id
        if is_red and not acted_upon(qms, id_, period):
            yield problem(
                one.objective,
                "kpis",
                one.objective.kpis.index(one.kpi),
                message=say(
                    "{id} is red in {period}, and no finding, action or review since then names it",
                    id=id_,
                    period=period,
                ),
                hint=say(
                    "write down what is done: smm new corrective-action, with {id} in it", id=id_
                ),
            )
