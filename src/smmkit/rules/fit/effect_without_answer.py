"""SMM867 effect-without-answer."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.context import Quadrant, Swot
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM867",
    "effect-without-answer",
    of=Swot,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.2",
    clause="6.1.2",
)
def effect_without_answer(swot: Swot, qms: Qms) -> Problems:
    """A weakness or a threat whose effect is known has an answer.

    Why: who writes down what will happen, and does nothing, has planned it.
    """
    joined = {item for strategy in swot.strategies for item in strategy.items}
    for index, item in enumerate(swot.items if is_live(swot, qms) else ()):
        is_bad = item.quadrant in {Quadrant.WEAKNESS, Quadrant.THREAT}
        if is_bad and item.effect and not (item.answer or item.leads_to or item.id in joined):
            yield problem(
                swot,
                "items",
                index,
                "effect",
                message=say("{id} has an effect, and nobody answers it", id=item.id),
                hint=say("write `answer:` or `leads_to:`, or a strategy that joins it"),
            )
