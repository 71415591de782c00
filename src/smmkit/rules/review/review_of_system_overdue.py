"""SMM767 review-of-system-overdue."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits import internal, last_day
from smmkit.calendar_ends import months_before
from smmkit.documents.review import ManagementReview
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Interval(Part):
    """How often the system is reviewed."""

    months: Annotated[Whole, Field(ge=1)] = 13
    """Within how many months of the last review the next one is held; a month of grace is in it."""


@rule(
    "SMM767",
    "review-of-system-overdue",
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.1",
    clause="9.3.1",
    settings=Interval,
    whole=(ManagementReview,),
)
def review_of_system_overdue(qms: Qms, limits: Interval) -> Problems:
    """Top management reviews the system every year, once it has been audited.

    Why: the standard asks for planned intervals; a certification body sees a year without a review as a
    system that nobody leads.
    """
    first = next(iter(internal(qms)), None)
    if first is None or last_day(first) > months_before(qms.as_of, limits.months):
        return
    reviews = sorted(
        (r for r in qms.of(ManagementReview) if r.date <= qms.as_of), key=lambda r: (r.date, r.id)
    )
    since = months_before(qms.as_of, limits.months)
    if not reviews:
        yield problem(
            first,
            "date",
            message=say(
                "since the first internal audit, {id} of {day}, there has been no management review",
                id=first.id,
                day=first.date,
            ),
            hint=say("hold one, with all inputs, and write its decisions down"),
        )
    elif reviews[-1].date < since:
        yield problem(
            reviews[-1],
            "date",
            message=say(
                "{id} of {day} is the last management review",
                id=reviews[-1].id,
                day=reviews[-1].date,
            ),
            hint=say("hold one, with all inputs, and write its decisions down"),
        )
