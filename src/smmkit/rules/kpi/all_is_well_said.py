"""SMM966 all-is-well-said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from smmkit.analyses.audits import NONCONFORMITIES
from smmkit.analyses.kpis.kpi import result
from smmkit.documents import Information
from smmkit.documents.direction import PerformanceReport
from smmkit.documents.finding import AuditFinding
from smmkit.documents.objective import Objective
from smmkit.documents.review import ManagementReview, ReviewTopic
from smmkit.location import Path
from smmkit.period_days import is_period
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

ALL_REACHED = re.compile(
    r"\b(?:semua|seluruh) (?:indikator|sasaran|target|iku|kpi)[a-z ]{0,30} (?:tercapai|terpenuhi)\b"
    r"|\ball (?:indicators|objectives|targets|kpis)[a-z ]{0,30} (?:reached|achieved|met)\b",
    re.IGNORECASE,
)
"""How a text says that everything was reached."""

NOT = frozenset({"belum", "tidak", "not", "yang", "that", "which"})
"""Words by which only some are meant."""

REACHED = r"(?:tercapai|terpenuhi|reached|achieved|met)"
RUN = re.compile(r"\b[A-Z][\w-]+(?:,? (?:dan |and )?[A-Z][\w-]+)*")
AHEAD = re.compile(rf"(?:^|[.;] )(?:yang |sudah |those )?{REACHED}: $", re.IGNORECASE)
BEHIND = re.compile(rf" (?:sudah |telah |were |was |semuanya )?{REACHED}\b")
NEAR = 30
"""How a text lists what was reached: after a word, so far back, or before it."""

NONE_FOUND = re.compile(
    r"\b(?:tidak ada|tidak ditemukan|tanpa|nihil) (?:temuan|ketidaksesuaian)"
    r"(?! (?:mayor|major|berulang|baru|lama|terbuka|yang|tertunda|dari|lagi)\b)\b"
    r"|\bno (?:findings|nonconformities)\b(?! (?:that|which|from|of)\b)",
    re.IGNORECASE,
)
"""How a text says that nothing was found."""


@rule(
    "SMM966",
    "all-is-well-said",
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.3 and 9.3.2",
    clause="9.1.3",
    filled=True,
)
def all_is_well_said(qms: Qms) -> Problems:
    """A review or a report says that all was reached, or nothing found, only where that is so.

    Why: the numbers stand in the same folder. Top management decides by the sentence.
    """
    for document, steps, text, year in told(qms):
        is_all, named = says_all_reached(text), said_reached(text)
        below = below_target(qms, year) if is_all or named else []
        late = below if is_all else [id_ for id_ in below if id_ in named]
        if late:
            yield problem(
                document,
                *steps,
                message=say("not all was reached in {year}: {kpis}", year=year, kpis=late),
                hint=say("write which were reached and which were not, and why"),
            )
    for review in qms.of(ManagementReview):
        for index, item in enumerate(review.inputs):
            is_about = item.topic in {ReviewTopic.AUDITS, ReviewTopic.NONCONFORMITIES}
            if is_about and NONE_FOUND.search(item.what) and (found := found_since(qms, review)):
                yield problem(
                    review,
                    "inputs",
                    index,
                    "what",
                    message=say("something was found in that time: {ids}", ids=found),
                    hint=say("write what was found, and what became of it"),
                )


def says_all_reached(text: str) -> bool:
    """Whether a text says that everything was reached; "all that were not" says it not."""
    found = (match[0].casefold().split() for match in ALL_REACHED.finditer(text))
    return any(NOT.isdisjoint(said) for said in found)


def said_reached(text: str) -> set[str]:
    """What a text lists as reached: "Reached: K-1, K-2", "K-1 and K-2 were reached"."""
    named: set[str] = set()
    for run in RUN.finditer(text):
        before = text[max(0, run.start() - NEAR) : run.start()]
        if AHEAD.search(before) or BEHIND.match(text, run.end()):
            named.update(re.findall(r"[\w-]+", run[0]))
    return named


def told(qms: Qms) -> Iterator[tuple[Information, Path, str, str]]:
    """The sentences in which that may be said, each with the year that it is about."""
    for review in qms.of(ManagementReview):
        year = str(review.date.year - 1)
        for index, item in enumerate(review.inputs):
            yield review, ("inputs", index, "what"), item.what, year
        yield review, ("conclusion",), review.conclusion or "", year
    for report in qms.of(PerformanceReport):
        yield report, ("conclusion",), report.conclusion or "", str(report.year)


def below_target(qms: Qms, year: str) -> list[str]:
    """The KPIs that were measured in a year and fell short of their targets."""
    found: list[str] = []
    for objective in qms.of(Objective) if is_period(year) else ():
        for kpi in objective.kpis:
            reached = result(qms, objective, kpi, year).achievement
            if reached is not None and reached < 100:
                found.append(kpi.id)
    return found


def found_since(qms: Qms, review: ManagementReview) -> list[str]:
    """The nonconformities that audits found in the time that a review looks back on."""
    since = review.since or date(max(review.date.year - 1, date.min.year), review.date.month, 1)
    return [
        one.id
        for one in qms.of(AuditFinding)
        if one.grade in NONCONFORMITIES and since <= one.date <= review.date
    ]
