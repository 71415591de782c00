"""SMM415 objective-not-agreed."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.documents.direction import PerformanceAgreement
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM415",
    "objective-not-agreed",
    of=Objective,
    severity=Severity.WARNING,
    source="juknis II.A4",
    clause="6.2.1",
)
def objective_not_agreed(objective: Objective, qms: Qms) -> Problems:
    """An objective stands in a performance agreement.

    Why: what is not in the agreement is not in anybody's appraisal, and so it is done last.
    """
    agreed = qms.fact(promised)
    if not agreed or not is_live(objective, qms) or objective.performance_agreement:
        return
    if objective.id not in agreed:
        yield problem(
            objective,
            "statement",
            message=say("no performance agreement promises {id}", id=objective.id),
            hint=say("promise it in one, or say under `performance_agreement:` where it stands"),
        )


def promised(qms: Qms) -> set[str]:
    """The objectives that a performance agreement promises."""
    return {
        one.objective for agreement in live(qms, PerformanceAgreement) for one in agreement.promises
    }
