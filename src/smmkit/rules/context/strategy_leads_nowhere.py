"""SMM621 strategy-leads-nowhere."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.context import Swot
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM621",
    "strategy-leads-nowhere",
    of=Swot,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.1; juknis II.A7",
    clause="6.1.1",
)
def strategy_leads_nowhere(swot: Swot, qms: Qms) -> Problems:
    """A SWOT analysis has strategies, and each leads to an objective, a risk or a plan.

    Why: an analysis from which nothing follows was a meeting, not a plan.
    """
    if not is_live(swot, qms):
        return
    answered = any(item.answer or item.leads_to for item in swot.items)
    if not swot.strategies and not answered:
        yield problem(
            swot,
            "items",
            message=say("nothing follows from {id}", id=swot.id),
            hint=say("write `strategies:`, each with the items that it joins and where it leads"),
        )
    for index, strategy in enumerate(swot.strategies):
        if not strategy.leads_to:
            yield problem(
                swot,
                "strategies",
                index,
                "id",
                message=say("nothing follows from {id}", id=strategy.id),
                hint=say("write `leads_to:` with the objective, the risk or the plan"),
            )
