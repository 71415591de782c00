"""SMM969 review-without-units."""

from __future__ import annotations

from smmkit.analyses.organization.units import unreached
from smmkit.documents.people import PersonEntry
from smmkit.documents.review import ManagementReview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM969",
    "review-without-units",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="own rule; ISO 9001, 9.3.1",
    clause="9.3.1",
    filled=True,
)
def review_without_units(review: ManagementReview, qms: Qms) -> Problems:
    """In a management review somebody speaks for each unit.

    Why: what is decided without a unit is done without it. Two people at a table review themselves.
    """
    people = [entry for id_ in review.participants if (entry := qms.get(id_, PersonEntry))]
    units = {held.unit for entry in people for held in entry.held_on(review.date)}
    missing = unreached(qms, units, by_top=False, on=review.date) if units else ()
    if missing and (review.minutes or review.closed):
        yield problem(
            review,
            "participants",
            message=say(
                "nobody spoke for {units} in {id}", units=[one.id for one in missing], id=review.id
            ),
            hint=say("name who took part for them, or have them read and sign the minutes"),
        )
