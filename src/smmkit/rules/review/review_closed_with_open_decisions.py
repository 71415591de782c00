"""SMM766 review-closed-with-open-decisions."""

from __future__ import annotations

from smmkit.documents.review import ManagementReview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM766",
    "review-closed-with-open-decisions",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.3",
    clause="9.3.3",
    filled=True,
)
def review_closed_with_open_decisions(review: ManagementReview, qms: Qms) -> Problems:  # noqa: ARG001
    """A review is closed when its decisions are carried out.

    Why: a closed record does not change any more, and so what is still open can never be written as
    done.
    """
    for index, decision in enumerate(review.decisions if review.closed else ()):
        if decision.done is None or (review.closed and decision.done > review.closed):
            yield problem(
                review,
                "decisions",
                index,
                "what",
                message=say("{id} is closed while this decision is open", id=review.id),
                hint=say("write `done:` with its day, or take `closed:` away until it is done"),
            )
