"""SMM765 review-without-decision."""

from __future__ import annotations

from smmkit.documents.review import ManagementReview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM765",
    "review-without-decision",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.3",
    clause="9.3.3",
    filled=True,
)
def review_without_decision(review: ManagementReview, qms: Qms) -> Problems:  # noqa: ARG001
    """A management review ends with decisions.

    Why: the standard asks for decisions on improvement, on changes and on resources. Twelve reports
    without one were listened to, not reviewed.
    """
    if not review.decisions and (review.minutes or review.closed):
        yield problem(
            review,
            "decisions",
            message=say("{id} decided nothing", id=review.id),
            hint=say("write each decision with the unit that carries it out and its day"),
        )
