"""SMM440 objective-without-perspective."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM440",
    "objective-without-perspective",
    severity=Severity.WARNING,
    source="juknis II.A4",
    clause="6.2.1",
    wish="perspectives",
)
def objective_without_perspective(qms: Qms) -> Problems:
    """Each objective names the perspective from which it looks.

    Why: only then can be seen whether the four are in balance.
    """
    for objective in live(qms, Objective):
        if objective.perspective is None:
            yield problem(
                objective,
                "id",
                message=say("{id} names no perspective", id=objective.id),
                hint=say("write `perspective:`"),
            )
