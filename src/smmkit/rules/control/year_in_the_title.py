"""SMM630 year-in-the-title."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from smmkit.analyses.audits import last_day
from smmkit.documents import Information, Record
from smmkit.documents.audit import Audit, AuditProgramme, PlannedAudit
from smmkit.documents.certification import Certificate, Contract
from smmkit.documents.customers import Feedback
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.review import ManagementReview
from smmkit.documents.services import NonconformingOutput
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

YEAR = re.compile(r"(?<![\w:/.-])(?:19|20)[0-9]{2}(?![\w/])")
"""A year by itself: not that of an edition (9001:2015), a law (25/2009) or an id."""
LAW = re.compile(
    r"\b(?:nomor|no\.?|number) [0-9]{1,4}[A-Za-z]? (?:tahun|of) [0-9]{4}\b", re.IGNORECASE
)

LATE = timedelta(days=92)
"""What is late by so many days is still said to be of the year before."""
SLACK = 1
"""Another record may tell of the year before its day, or prepare the next."""


@rule(
    "SMM630",
    "year-in-the-title",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2 a",
    clause="7.5.2",
    filled=True,
)
def year_in_the_title(document: Information, qms: Qms) -> Problems:
    """The year in the title of a record, an audit programme or a contract is one of its own.

    Why: a title left over from the year before sends who looks for the audit of 2019 to that of 2020.
    """
    time = time_of(document, qms)
    years = [int(one) for one in YEAR.findall(LAW.sub("", document.title))]
    if time and years and not any(time.first.year <= year <= time.last.year for year in years):
        yield problem(
            document,
            "title",
            message=say(
                "the title says {year}, and {id} is of {day}",
                year=str(years[-1]),
                id=document.id,
                day=time.day,
            ),
            hint=say("write the year that it is of"),
        )


class Time(NamedTuple):
    """The day of a document, and the first and the last of which it may be said to be."""

    day: date
    first: date
    last: date


def time_of(document: Information, qms: Qms) -> Time | None:
    """Of which time a document may be said to be; None where its title speaks of other years, too."""
    match document:
        case Audit():
            entry = qms.get(document.planned or "", PlannedAudit)
            days = [day for day in (entry.since, entry.until) if day] if entry else []
            first = min((document.date, *days)) if entry else document.date - LATE
            return Time(document.date, first, max((last_day(document), *days)))
        case AuditProgramme():
            return Time(document.since, document.since, document.until)
        case ManagementReview():
            return Time(document.date, document.since or document.date - 4 * LATE, document.date)
        case Certificate():
            return Time(document.date, document.date, document.expires)
        case Contract() if document.signed_on and document.until:
            return Time(document.signed_on, document.signed_on, document.until)
        case AuditFinding() | CorrectiveAction() | NonconformingOutput() | Feedback():
            return None  # it says what was wrong: "the form of 2022 is still in use"
        case Record():
            until = getattr(document, "until", None)
            last = until.year if isinstance(until, date) else document.date.year
            first = date(max(document.date.year - SLACK, 1), 1, 1)
            return Time(document.date, first, date(min(last + SLACK, date.max.year), 12, 31))
    return None
