"""SMM480 names-what-came-later."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.references.links import Link, links
from smmkit.documents import Record
from smmkit.documents.review import ManagementReview
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

ELSEWHERE = (ManagementReview, Submission)
"""Records of which other rules ask whether they speak of what came later."""

FOUND_THERE = ("finding", "findings")
"""Fields that name what follows from a record, and may be written down after it."""


@rule(
    "SMM480",
    "names-what-came-later",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3",
    filled=True,
)
def names_what_came_later(qms: Qms) -> Problems:
    """A record that is closed names no record that is later than its closing.

    Why: what was closed before the other came to be cannot speak of it. The id is that of another, or
    the record was written, or changed, afterwards.
    """
    for link in qms.fact(links):
        until, home = last_day_of(link), qms.homes.get(link.target)
        other = home[0] if home else None
        if (
            until
            and isinstance(other, Record)
            and other is not link.document
            and other.date > until
        ):
            yield problem(
                link.document,
                *link.steps,
                message=say("{other} is of {day}, later than this", other=other.id, day=other.date),
                hint=say("name the one that was meant, or put the days right"),
            )


def last_day_of(link: Link) -> date | None:
    """The last day of which the record with a link can speak; None where it goes on, or others ask."""
    record = link.document
    if not isinstance(record, Record) or isinstance(record, ELSEWHERE):
        return None
    names = [step for step in link.steps if isinstance(step, str)]
    return None if names[-1] in FOUND_THERE else record.closed
