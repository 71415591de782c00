"""SMM962 of-another-year."""

from __future__ import annotations

import re
from datetime import date

from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Information, Record
from smmkit.documents.audit import AuditProgramme
from smmkit.documents.direction import PerformanceAgreement, PerformanceReport, StrategicPlan
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM962",
    "of-another-year",
    of=Information,
    severity=Severity.WARNING,
    source="juknis II.A4 and II.A7",
    clause="9.1.3",
    filled=True,
)
def of_another_year(document: Information, qms: Qms) -> Problems:
    """A performance report tells of indicators of its year, an agreement is signed for its year.

    Why: the form of last year with another number on its cover is found by the first comparison.
    """
    yield from titled_otherwise(document)
    match document:
        case PerformanceReport():
            years = {str(one.period)[:4] for one in document.achievements}
            message = say(
                "{id} is for {year}, its indicators are of {years}",
                id=document.id,
                year=str(document.year),
                years=sorted(years),
            )
        case PerformanceAgreement():
            signed = {one.on.year for one in document.approvals}
            years = {str(year) for day in signed for year in (day, day + 1)}
            message = say(
                "{id} is for {year}, and was approved in {years}",
                id=document.id,
                year=str(document.year),
                years=[str(year) for year in sorted(signed)],
            )
        case StrategicPlan():
            yield from of_other_years(document, qms.fact(span))
            return
        case _:
            return
    if years and str(document.year) not in years:
        yield problem(
            document,
            "year",
            message=message,
            hint=say("write the year that it is about"),
        )


YEAR = re.compile(r"(?<![\w:/.-])20\d\d(?![\w/])")
"""A year in a title; not the edition of a standard, nor a part of a number."""

SLACK = 1
"""A record may tell of the year before its day, or prepare the next."""


def titled_otherwise(document: Information) -> Problems:
    """A report, an agreement, a programme or a record whose title names only years that are not its own."""
    own = years_of(document)
    shown = own[SLACK:-SLACK] or own if isinstance(document, Record) else own
    said = YEAR.findall(document.title) if own else []
    if said and not any(int(one) in own for one in said):
        yield problem(
            document,
            "title",
            message=say(
                "{id} is of {years}, its title says {said}",
                id=document.id,
                years=[str(year) for year in shown],
                said=said[0],
            ),
            hint=say("write the year that it is about"),
        )


def years_of(document: Information) -> range:
    """The years of which a document may speak in its title; none where nothing tells."""
    match document:
        case PerformanceReport() | PerformanceAgreement():
            return range(document.year, document.year + 1)
        case AuditProgramme():
            return range(document.since.year, document.until.year + 1)
        case Record():
            until = getattr(document, "until", None)
            last = until.year if isinstance(until, date) else document.date.year
            return range(document.date.year - SLACK, max(last, document.date.year) + SLACK + 1)
    return range(0)


def span(qms: Qms) -> re.Pattern[str]:
    """How a title says for which years a plan is."""
    until = "|".join(map(re.escape, qms.fact(vocabulary).until)) or "-"
    return re.compile(rf"\b(20\d\d) ?(?:{until}) ?(20\d\d)\b")


def of_other_years(plan: StrategicPlan, years: re.Pattern[str]) -> Problems:
    """A plan with other years in its title than those that it is for."""
    said = years.search(plan.title)
    if said and (int(said[1]), int(said[2])) != (plan.since, plan.until):
        yield problem(
            plan,
            "title",
            message=say(
                "{id} is for {since} to {until}, its title says {said}",
                id=plan.id,
                since=str(plan.since),
                until=str(plan.until),
                said=said[0],
            ),
            hint=say("write the year that it is about"),
        )
