"""SMM769 earlier-review-forgotten."""

from __future__ import annotations

from itertools import pairwise

from smmkit.documents.review import ManagementReview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

OVERLAP = 200
"""So many days of a review may lie before the one before it, which was held within the same year."""


@rule(
    "SMM769",
    "earlier-review-forgotten",
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.2 a",
    clause="9.3.2",
    filled=True,
    whole=(ManagementReview,),
)
def earlier_review_forgotten(qms: Qms) -> Problems:
    """A management review looks at the decisions of the one before, and at all the time since then alone.

    Why: the first of the inputs asks what became of them. Decisions that nobody asks about again are
    wishes. What was looked at long before the last review was judged there.
    """
    reviews = sorted(
        (r for r in qms.of(ManagementReview) if r.date <= qms.as_of), key=lambda r: (r.date, r.id)
    )
    for before, review in pairwise(reviews):
        looked_at = {id_ for one in review.inputs for id_ in one.about}
        if before.decisions and before.id not in looked_at and (review.minutes or review.closed):
            yield problem(
                review,
                "inputs",
                message=say(
                    "{id} does not look at {before} of {day}",
                    id=review.id,
                    before=before.id,
                    day=before.date,
                ),
                hint=say(
                    "name it below the input `earlier-actions`, and say what became of its decisions"
                ),
            )
        yield from looks_back(review, before)


def looks_back(review: ManagementReview, before: ManagementReview) -> Problems:
    """A review that leaves out time since the one before, or reaches far behind it."""
    if not review.since:
        return
    lost = (review.since - before.date).days
    if lost > 1:
        said = say(
            "{id} looks back to {day}, the review before was on {before}: the time between is lost",
            id=review.id,
            day=review.since,
            before=before.date,
        )
    elif -lost > OVERLAP:
        said = say(
            "{id} looks back to {day}, long before the review of {before}",
            id=review.id,
            day=review.since,
            before=before.date,
        )
    else:
        return
    hint = say(
        "begin with the day of the review before: `since: {day}`", day=before.date.isoformat()
    )
    yield problem(review, "since", message=said, hint=hint)
