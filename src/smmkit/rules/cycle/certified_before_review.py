"""SMM732 certified-before-review."""

from __future__ import annotations

from smmkit.analyses.audits import unprepared
from smmkit.documents.review import ManagementReview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM732",
    "certified-before-review",
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.1",
    clause="9.3.1",
    filled=True,
    whole=(ManagementReview,),
)
def certified_before_review(qms: Qms) -> Problems:
    """Top management has reviewed the system before the certification body comes.

    Why: whether both are planned and done is what stage 1 has to find out. Without them it ends there.
    """
    if audit := unprepared(qms, (review.date for review in qms.of(ManagementReview))):
        yield problem(
            audit,
            "date",
            message=say(
                "no management review is held before {id} of {day}", id=audit.id, day=audit.date
            ),
            hint=say("hold one first, with all inputs"),
        )
