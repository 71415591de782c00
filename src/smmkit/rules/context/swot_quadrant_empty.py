"""SMM616 swot-quadrant-empty."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.context import Quadrant, Swot
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM616",
    "swot-quadrant-empty",
    of=Swot,
    severity=Severity.WARNING,
    source="juknis II.A7; ISO 9001, 4.1",
    clause="4.1",
)
def swot_quadrant_empty(swot: Swot, qms: Qms) -> Problems:
    """A SWOT analysis has something in each of its four quadrants.

    Why: with an empty quadrant it is no analysis of the agency, but of a part of it.
    """
    found = {item.quadrant for item in swot.items}
    missing = [one.label for one in Quadrant if one not in found]
    if missing and is_live(swot, qms):
        yield problem(
            swot,
            "items",
            message=say("{id} has nothing under {missing}", id=swot.id, missing=missing),
            hint=say("write at least one item for it"),
        )
