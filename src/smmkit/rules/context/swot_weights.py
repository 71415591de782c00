"""SMM620 swot-weights."""

from __future__ import annotations

from decimal import Decimal

from smmkit.documents.context import Quadrant, Side, Swot
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM620", "swot-weights", of=Swot, severity=Severity.WARNING, source="own rule", clause="4.1")
def swot_weights(swot: Swot, qms: Qms) -> Problems:  # noqa: ARG001
    """Where items are weighted, those of a side have weights that make 1 together.

    Why: with other weights the two sides cannot be compared, and the strategy follows from an error.
    """
    for side, quadrants in SIDES.items():
        items = [item for item in swot.items if item.quadrant in quadrants]
        weights = [item.weight for item in items if item.weight is not None]
        total = sum(weights, Decimal(0))
        if weights and total != 1:
            yield problem(
                swot,
                "items",
                swot.items.index(items[0]),
                "weight",
                message=say(
                    "the weights of the {side} items make {total}", side=side.label, total=total
                ),
                hint=say(
                    "divide 1 among them: strengths and weaknesses, opportunities and threats"
                ),
            )


SIDES = {
    Side.INTERNAL: (Quadrant.STRENGTH, Quadrant.WEAKNESS),
    Side.EXTERNAL: (Quadrant.OPPORTUNITY, Quadrant.THREAT),
}
