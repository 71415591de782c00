"""SMM301 review-overdue."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.documents import Document
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Notice(Part):
    """How long before the day it is told."""

    notice: Annotated[Whole, Field(ge=0)] = 0
    """How many days before its day a review is called for."""


@rule(
    "SMM301",
    "review-overdue",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2",
    clause="7.5.2",
    settings=Notice,
)
def review_overdue(document: Document, qms: Qms, settings: Notice) -> Problems:
    """A document is reviewed by the day that it names.

    Why: a day that has passed tells the auditor that nobody looks.
    """
    day = document.review_by
    if day is None or qms.fact(standings)[document.id].state in GONE:
        return
    left = (day - qms.as_of).days
    is_soon = 0 <= left <= settings.notice and settings.notice > 0
    if left < 0 or is_soon:
        passed = say("{id} was due for review on {day}", id=document.id, day=day)
        coming = say("{id} is due for review on {day}", id=document.id, day=day)
        yield problem(
            document,
            "review_by",
            message=coming if is_soon else passed,
            hint=say(
                "review it, then write the next day; a new text needs a new version and approval"
            ),
        )
