"""SMM301 review-overdue."""

from __future__ import annotations

from smmkit.analyses.state import GONE, standings
from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM301",
    "review-overdue",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2",
    clause="7.5.2",
)
def review_overdue(document: Document, qms: Qms) -> Problems:
    """A document is reviewed by the day that it names.

    Why: a day that has passed tells the auditor that nobody looks.
    """
    gone = qms.fact(standings)[document.id].state in GONE
    if document.review_by and document.review_by < qms.as_of and not gone:
        yield problem(
            document,
            "review_by",
            message=say("{id} was due for review on {day}", id=document.id, day=document.review_by),
            hint=say(
                "review it, then write the next day; a new text needs a new version and approval"
            ),
        )
