"""SMM962 of-another-year."""

from __future__ import annotations

import re

from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Information
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
    if isinstance(document, PerformanceReport | PerformanceAgreement):
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


def titled_otherwise(document: PerformanceReport | PerformanceAgreement) -> Problems:
    """A report or an agreement whose title names only years that are not its own."""
    said = YEAR.findall(document.title)
    if said and str(document.year) not in said:
        yield problem(
            document,
            "title",
            message=say(
                "{id} is for {year}, its title says {said}",
                id=document.id,
                year=str(document.year),
                said=said[0],
            ),
            hint=say("write the year that it is about"),
        )


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
