"""SMM771 review-without-conclusion."""

from __future__ import annotations

from smmkit.documents.review import ManagementReview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM771",
    "review-without-conclusion",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.1",
    clause="9.3.1",
    filled=True,
)
def review_without_conclusion(review: ManagementReview, qms: Qms) -> Problems:  # noqa: ARG001
    """A management review says whether the system is suitable, adequate and effective.

    Why: that is what it is held for; the inputs only lead to it.
    """
    if review.closed and not review.conclusion:
        yield problem(
            review,
            "closed",
            message=say("{id} says nothing of the system as a whole", id=review.id),
            hint=say(
                "write under `conclusion:` whether it is suitable, adequate and effective, and why"
            ),
        )
