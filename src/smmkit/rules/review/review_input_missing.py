"""SMM763 review-input-missing."""

from __future__ import annotations

from smmkit.documents.review import ManagementReview, ReviewTopic
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM763",
    "review-input-missing",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.2",
    clause="9.3.2",
    filled=True,
)
def review_input_missing(review: ManagementReview, qms: Qms) -> Problems:
    """A management review considers all twelve inputs.

    Why: what had nothing to say is written as such. A topic that is not there was forgotten; resources
    and the effect of actions on risks are forgotten most.
    """
    if review.date > qms.as_of or not (review.minutes or review.closed):
        return
    there = {one.topic for one in review.inputs}
    missing = [topic.label for topic in ReviewTopic if topic not in there]
    if missing:
        yield problem(
            review,
            "inputs",
            message=say(
                "{id} lacks {n} of the inputs: {missing}",
                n=len(missing),
                id=review.id,
                missing=missing,
            ),
            hint=say("write what was said of each; of what had nothing to say, that it had not"),
        )
