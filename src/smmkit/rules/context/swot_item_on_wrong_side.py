"""SMM618 swot-item-on-wrong-side."""

from __future__ import annotations

from smmkit.documents.context import Issue, Quadrant, Side, Swot
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM618", "swot-item-on-wrong-side", of=Swot, source="ISO 9001, 4.1; juknis II.A7", clause="4.1"
)
def swot_item_on_wrong_side(swot: Swot, qms: Qms) -> Problems:
    """Strengths and weaknesses come from inside, opportunities and threats from outside.

    Why: what an agency cannot change is no weakness of it, and what it can is no threat.
    """
    for index, item in enumerate(swot.items):
        issue = qms.get(item.issue or "", Issue)
        if issue and issue.side is not SIDES[item.quadrant]:
            yield problem(
                swot,
                "items",
                index,
                "issue",
                message=say(
                    "{id} stands under {quadrant}, and {issue} is {side}",
                    id=item.id,
                    quadrant=item.quadrant.label,
                    issue=issue.id,
                    side=issue.side.label,
                ),
                hint=say("put it into the quadrant where it belongs, or name another issue"),
            )


SIDES = {
    Quadrant.STRENGTH: Side.INTERNAL,
    Quadrant.WEAKNESS: Side.INTERNAL,
    Quadrant.OPPORTUNITY: Side.EXTERNAL,
    Quadrant.THREAT: Side.EXTERNAL,
}
