"""SMM332 review-far-away."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.calendar_ends import months_after
from smmkit.documents import Document
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Longest(Part):
    """How long a text may go unread."""

    months: Annotated[Whole, Field(ge=1)] = 60
    """How many months after its last approval a text is looked at again at the latest."""


@rule(
    "SMM332",
    "review-far-away",
    of=Document,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    settings=Longest,
)
def review_far_away(document: Document, qms: Qms, limits: Longest) -> Problems:
    """A text is looked at again while people still remember the last time.

    Why: laws and offices change faster; a day far ahead is mostly a mistyped year.
    """
    if document.review_by is None or not document.approvals:
        return
    last = max(given.on for given in document.approvals)
    latest = months_after(max(last, qms.as_of), limits.months)
    if document.review_by > latest and qms.fact(standings)[document.id].state not in GONE:
        yield problem(
            document,
            "review_by",
            message=say(
                "{id} is to be reviewed on {day} only, more than {n} months from now",
                id=document.id,
                day=document.review_by,
                n=limits.months,
            ),
            hint=say("write an earlier day, or set `months:` under `rules: SMM332` in qms.yaml"),
        )
