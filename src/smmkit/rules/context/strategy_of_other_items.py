"""SMM619 strategy-of-other-items."""

from __future__ import annotations

from smmkit.documents.context import Pairing, Quadrant, Swot, SwotItem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM619", "strategy-of-other-items", of=Swot, source="juknis II.A7", clause="6.1.1")
def strategy_of_other_items(swot: Swot, qms: Qms) -> Problems:
    """A strategy joins the quadrants that its name says.

    Why: a strategy of strengths and opportunities without a strength cannot be carried out by it.
    """
    for index, strategy in enumerate(swot.strategies):
        found = [qms.get(item, SwotItem) for item in strategy.items]
        if None in found:
            continue
        have = {item.quadrant for item in found if item}
        if have != JOINED[strategy.pairing]:
            yield problem(
                swot,
                "strategies",
                index,
                "items",
                message=say(
                    "{id} joins {wanted}, and its items are of: {found}",
                    id=strategy.id,
                    wanted=strategy.pairing.label,
                    found=[one.label for one in Quadrant if one in have] or "-",
                ),
                hint=say("name items of both quadrants, and of no other"),
            )


JOINED = {
    Pairing.SO: {Quadrant.STRENGTH, Quadrant.OPPORTUNITY},
    Pairing.WO: {Quadrant.WEAKNESS, Quadrant.OPPORTUNITY},
    Pairing.ST: {Quadrant.STRENGTH, Quadrant.THREAT},
    Pairing.WT: {Quadrant.WEAKNESS, Quadrant.THREAT},
}
