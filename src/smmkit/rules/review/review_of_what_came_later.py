"""SMM770 review-of-what-came-later."""

from __future__ import annotations

from smmkit.documents import Record
from smmkit.documents.review import ManagementReview
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM770", "review-of-what-came-later", of=ManagementReview, source="own rule", clause="9.3.2")
def review_of_what_came_later(review: ManagementReview, qms: Qms) -> Problems:
    """What was before a management review was there on its day.

    Why: a record of a later day cannot have been looked at; either the minutes were written over, or a
    day is wrong.
    """
    for index, one in enumerate(review.inputs):
        for n, id_ in enumerate(one.about):
            record = qms.get(id_, Record)
            if record and record.date > review.date:
                yield problem(
                    review,
                    "inputs",
                    index,
                    "about",
                    n,
                    message=say("{id} is of {day}, after this review", id=id_, day=record.date),
                    hint=say("name what was there on that day, or put the day right that is wrong"),
                )
