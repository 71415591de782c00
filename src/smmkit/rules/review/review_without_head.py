"""SMM764 review-without-head."""

from __future__ import annotations

from smmkit.analyses.organization.head import head_of, is_head
from smmkit.documents.people import PersonEntry
from smmkit.documents.review import ManagementReview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM764",
    "review-without-head",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.1",
    clause="9.3.1",
    filled=True,
)
def review_without_head(review: ManagementReview, qms: Qms) -> Problems:
    """A management review is chaired by top management.

    Why: the review is the business of the head alone; held by a deputy it is a meeting like others.
    """
    person = qms.get(review.chair, PersonEntry)
    if person and head_of(qms) and not is_head(qms, person.id, review.date):
        yield problem(
            review,
            "chair",
            message=say(
                "{person} was not {head} on {day}",
                person=person.id,
                head=head_of(qms),
                day=review.date,
            ),
            hint=say("let the head chair it; the register of people says who that is on a day"),
        )
