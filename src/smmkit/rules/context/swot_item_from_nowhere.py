"""SMM617 swot-item-from-nowhere."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.documents.context import Issues, Swot
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM617",
    "swot-item-from-nowhere",
    of=Swot,
    severity=Severity.WARNING,
    source="ISO 9001, 4.1; juknis II.A7",
    clause="4.1",
)
def swot_item_from_nowhere(swot: Swot, qms: Qms) -> Problems:
    """An item of a SWOT analysis comes from an issue.

    Why: an analysis beside the register of issues is a second truth.
    """
    known = any(one.entries for one in live(qms, Issues))
    for index, item in enumerate(swot.items if known and is_live(swot, qms) else ()):
        if item.issue is None:
            yield problem(
                swot,
                "items",
                index,
                "id",
                message=say("{id} comes from no issue", id=item.id),
                hint=say("write `issue:` with the id of the issue that it comes from"),
            )
