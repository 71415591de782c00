"""SMM303 from-the-future."""

from __future__ import annotations

from datetime import date

from smmkit.documents import Document, Information, Record
from smmkit.documents.submission import Submission
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM303", "from-the-future", of=Information, source="ISO 9001, 7.5.3.2")
def from_the_future(document: Information, qms: Qms) -> Problems:
    """Days of what has happened are not later than today, or than `as_of` of qms.yaml."""
    days: list[tuple[Path, date | None]] = []
    if isinstance(document, Document):
        days = [(("approvals", i, "on"), given.on) for i, given in enumerate(document.approvals)]
    elif isinstance(document, Submission):  # its own date may be planned
        days = [(("closed",), document.closed), (("sent",), document.sent)]
    elif isinstance(document, Record):
        days = [(("date",), document.date), (("closed",), document.closed)]
    for steps, day in days:
        if day and day > qms.today:
            yield problem(
                document,
                *steps,
                message=say(
                    "{day} is later than {today}, the day that counts as today",
                    day=day,
                    today=qms.today,
                ),
            )
