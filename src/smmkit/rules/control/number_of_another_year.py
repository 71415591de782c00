"""SMM696 number-of-another-year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.documents import Document
from smmkit.documents.certification import Contract
from smmkit.documents.document import OtherDocument
from smmkit.documents.people import People, Team
from smmkit.documents.procedure import Procedure
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

SLACK = 1
"""So many years may lie between the year in a number and the day on which it begins to hold."""


@rule(
    "SMM696",
    "number-of-another-year",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2 a",
    clause="7.5.2",
    filled=True,
)
def number_of_another_year(document: Document, qms: Qms) -> Problems:
    """The year in the number of a decree, a contract or a document is that of its day.

    Why: by a decree of two years before nobody was appointed, and a number of the year after next was not
    given yet. One of them is that of another paper.
    """
    if is_gone(document, qms):
        return
    for steps, text, day, may_be_older in numbered(document):
        years = [int(one) for one in YEAR.findall(text)]
        apart = [max(year - day.year, 0 if may_be_older else day.year - year) for year in years]
        if apart and min(apart) > SLACK:
            yield problem(
                document,
                *steps,
                message=say(
                    "this number is of {year}, and it holds from {day}",
                    year=str(years[-1]),
                    day=day,
                ),
                hint=say("write the number that stands on the paper, or put the day right"),
            )


def numbered(document: Document) -> Iterator[tuple[Path, str, date, bool]]:
    """The numbers of a document, each with its place, its day, and whether it may be older than that."""
    match document:
        case Team():
            yield ("decree",), document.decree or "", document.since, False
        case People():
            for n, entry in enumerate(document.entries):
                for at, one in enumerate(entry.assignments):
                    steps = ("entries", n, "assignments", at, "decree")
                    yield steps, one.decree or "", one.since, False
        case Contract() if document.signed_on:
            yield ("number",), document.number or "", document.signed_on, False
        case OtherDocument() if document.issued:
            yield ("number",), document.number or "", document.issued, False
        case Procedure() if document.effective:
            yield ("number",), document.number or "", document.effective, True
