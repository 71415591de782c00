"""SMM479 day-of-another."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from datetime import date

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.texts.days import days_said
from smmkit.analyses.texts.own_words import own_words, with_digits
from smmkit.analyses.texts.said_ids import ID
from smmkit.analyses.texts.seen import seen_in
from smmkit.analyses.texts.vocabulary import AROUND, vocabulary
from smmkit.calendar_ends import moved
from smmkit.documents import Document, Information, Record
from smmkit.documents.audit import Audit
from smmkit.documents.interview import Interview, SpotCheck
from smmkit.documents.review import ManagementReview
from smmkit.documents.training import Training
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

EVENTS = (Audit, Interview, ManagementReview, SpotCheck, Training)
"""Records of what took place on a day."""

YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
BRACKETS = re.compile(rf"\(({ID.pattern})\)")
ENDS = re.compile(r"[.;:()]")
"""Where what stands before an id in brackets begins: `periode Oktober 2019 (LOG-2020-1)`."""

NEAR = 24
"""So many letters lie at most between an id and the day that is said of it."""


@rule(
    "SMM479",
    "day-of-another",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3",
    filled=True,
)
def day_of_another(document: Information, qms: Qms) -> Problems:
    """The day that a sentence says right behind the id of a document is a day of that document.

    Why: "RTM-2021 of 29 January 2020" names one review and means another. Of what took place on a day every
    other one is told, of other documents the right day in a wrong year.
    """
    if isinstance(document, Document) and is_gone(document, qms):
        return
    for steps, id_, year in seen_in(qms, document, years_before):
        home = qms.homes.get(id_)
        other = home[0] if home and home[0].id == id_ else None
        if isinstance(other, Record) and year not in years_of(other, qms):
            yield problem(
                document,
                *steps,
                message=say("{id} is not of {year}", id=id_, year=str(year)),
                hint=say("write the year that it has, or the id that is meant"),
            )
    for steps, id_, between, day in seen_in(qms, document, days_beside):
        home = qms.homes.get(id_)
        other = home[0] if home and home[0].id == id_ else None
        if other is None or day in days_of(other, qms):
            continue
        if is_slip(day, other, qms) or is_dated(other, between, qms):
            yield problem(
                document,
                *steps,
                message=say("{id} has no such day: {day}", id=id_, day=day),
                hint=say("write the day that it has, or the id that is meant"),
            )


def days_beside(document: Information) -> list[tuple[Path, str, str, date]]:
    """The days that the sentences of a document say right behind an id: key path, id, words between, day."""
    return [(steps, *found) for steps, text in with_digits(document) for found in with_days(text)]


def years_before(document: Information) -> list[tuple[Path, str, int]]:
    """The years that the sentences of a document say right before an id in brackets: key path, id, year."""
    found = []
    for steps, text in own_words(document):
        for id_ in BRACKETS.finditer(text) if "(" in text else ():
            before = ENDS.split(text[max(0, id_.start() - NEAR) : id_.start()])[-1]
            found += [(steps, id_[1], int(year)) for year in YEAR.findall(before)[-1:]]
    return found


def years_of(document: Record, qms: Qms) -> set[int]:
    """The years of the days of a record, and those that stand in its title and its id."""
    said = YEAR.findall(f"{document.id} {document.title}")
    return {one.year for one in days_of(document, qms)} | {int(one) for one in said}


def with_days(text: str) -> Iterator[tuple[str, str, date]]:
    """The ids of a text behind which a day is said, the few words between, and the day."""
    found = [*ID.finditer(text)]
    ends = [id_.end() for id_ in found]
    for one in days_said(text) if found else ():
        before = found[: bisect(ends, one.begins)][-1:]
        between = text[before[0].end() : one.begins] if before else "."
        if len(between) <= NEAR and not {".", ";", ":"}.intersection(between):
            yield before[0][0], between, one.day


def days_of(document: Information, qms: Qms) -> frozenset[date]:
    """Every day that a document names as one."""
    return seen_in(qms, document, days_in)


def days_in(document: Information) -> frozenset[date]:
    """The days among the values of a document, and those between the first and last of an event."""
    days = {day for text in document.source.strings if (day := read(text))}
    last = getattr(document, "until", None)
    if isinstance(document, EVENTS) and last:
        days |= {moved(document.date, n) for n in range(min((last - document.date).days, 31))}
    return frozenset(days)


def read(text: str) -> date | None:
    """The day that a text is, as files have it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_slip(day: date, other: Information, qms: Qms) -> bool:
    """Whether a document has this day in another year; ends of months come again each year."""
    is_end = 1 in (day.day, moved(day, 1).day)
    return not is_end and any(
        (one.month, one.day) == (day.month, day.day) for one in days_of(other, qms)
    )


def is_dated(other: Information, between: str, qms: Qms) -> bool:
    """Whether words between an id and a day say nothing but that this took place on it."""
    words = {word.strip(AROUND).casefold() for word in between.split()}
    return isinstance(other, EVENTS) and not words - {"", *qms.fact(vocabulary).dated}
