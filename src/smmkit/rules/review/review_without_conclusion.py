"""SMM771 review-without-conclusion."""

from __future__ import annotations

from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.review import ManagementReview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say

HINT = say("write under `conclusion:` whether it is suitable, adequate and effective, and why")


@rule(
    "SMM771",
    "review-without-conclusion",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.1",
    clause="9.3.1",
    filled=True,
)
def review_without_conclusion(review: ManagementReview, qms: Qms) -> Problems:
    """A management review says whether the system is suitable, adequate and effective.

    Why: that is what it is held for; the inputs only lead to it.
    """
    if review.closed and not review.conclusion:
        yield problem(
            review,
            "closed",
            message=say("{id} says nothing of the system as a whole", id=review.id),
            hint=HINT,
        )
    elif review.conclusion and not pattern_of(qms.fact(vocabulary).overall).search(
        review.conclusion
    ):
        yield problem(
            review,
            "conclusion",
            message=say(
                "the conclusion of {id} does not say whether the system is suitable, adequate or effective",
                id=review.id,
            ),
            hint=HINT,
        )
