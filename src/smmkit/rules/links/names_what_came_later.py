"""SMM480 names-what-came-later."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.references.links import Link, links
from smmkit.analyses.texts.said_ids import ids_said
from smmkit.analyses.texts.seen import seen_in
from smmkit.documents import Information, Record
from smmkit.documents.review import ManagementReview
from smmkit.documents.submission import Submission
from smmkit.location import Path
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
        if until := last_day_of(link):
            yield from later(link.document, link.steps, [link.target], until, qms)
    for record in qms.of(Record):
        if record.closed and not isinstance(record, ELSEWHERE):
            for steps, ids in seen_in(qms, record, ids_said):
                yield from later(record, steps, ids, record.closed, qms)


def later(record: Information, steps: Path, ids: list[str], until: date, qms: Qms) -> Problems:
    """The records among these that are of a day after the last of which this one can speak."""
    for id_ in dict.fromkeys(ids):
        home = qms.homes.get(id_)
        other = home[0] if home and home[0].id == id_ else None
        if isinstance(other, Record) and other is not record and other.date > until:
            yield problem(
                record,
                *steps,
                message=say("{other} is of {day}, later than this", other=id_, day=other.date),
                hint=say("name the one that was meant, or put the days right"),
            )


def last_day_of(link: Link) -> date | None:
    """The last day of which the record with a link can speak; None where it goes on, or others ask."""
    record = link.document
    if not isinstance(record, Record) or isinstance(record, ELSEWHERE):
        return None
    names = [step for step in link.steps if isinstance(step, str)]
    return None if names[-1] in FOUND_THERE else record.closed
