"""SMM966 all-is-well-said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmkit.analyses.audits import NONCONFORMITIES
from smmkit.analyses.kpis.below import below_target
from smmkit.analyses.review_inputs.time import looked_back
from smmkit.analyses.texts.claims import SENTENCE
from smmkit.analyses.texts.spoken_counts import any_count
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Information
from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.documents.direction import PerformanceReport
from smmkit.documents.finding import AuditFinding
from smmkit.documents.review import ManagementReview, ReviewTopic
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of, ways_of
from smmkit.standards.vocabulary.parts import NothingFound, Reached
from smmkit.standards.vocabulary.patterns import listed, nothing_found, some_found
from smmkit.words import say

NEAR_BY = 4
"""So many words on, "all" is still said of something."""

NEAR = 30
"""So far back the word stands after which a text lists what was reached."""


@rule(
    "SMM966",
    "all-is-well-said",
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.3 and 9.3.2",
    clause="9.1.3",
    filled=True,
)
def all_is_well_said(qms: Qms) -> Problems:
    """A review or a report says that all was reached, nothing found or nobody heard, only where that is so.

    Why: the numbers stand in the same folder. Top management decides by the sentence.
    """
    held = qms.fact(vocabulary)
    reached = held.reached
    for document, steps, text, year in sentences_of_all_well(qms):
        is_all, named = says_all_reached(text, reached), said_reached(text, reached, held.joins)
        below = below_target(qms, year) if is_all or named else []
        late = below if is_all else [id_ for id_ in below if id_ in named]
        if late:
            yield problem(
                document,
                *steps,
                message=say("not all was reached in {year}: {kpis}", year=year, kpis=late),
                hint=say("write which were reached and which were not, and why"),
            )
    yield from met_said(qms, reached)
    yield from nothing_said(qms, held.nothing_found)


def met_said(qms: Qms, reached: Reached) -> Problems:
    """The analyses of a report that begin with "reached" beside a number below the target."""
    met = re.compile(
        rf"(?:(?:{ways_of(reached.of)}) )?(?:(?:{ways_of(reached.helpers)}) )?(?:{ways_of(reached.were)})\b",
        re.IGNORECASE,
    )
    for report in qms.of(PerformanceReport):
        below = below_target(qms, str(report.year))
        for index, one in enumerate(report.achievements):
            said = SENTENCE.split(one.analysis or "")[0]
            is_met = met.match(said) and not pattern_of(reached.but).search(said)
            if one.kpi in below and is_met:
                yield problem(
                    report,
                    "achievements",
                    index,
                    "analysis",
                    message=say(
                        "{kpi} was not reached in {year}", kpi=one.kpi, year=str(report.year)
                    ),
                    hint=say("write which were reached and which were not, and why"),
                )


def nothing_said(qms: Qms, words: NothingFound) -> Problems:
    """The inputs of reviews by which nothing was found, or nobody complained, though it was so."""
    none_found, counts = nothing_found(words), some_found(words, any_count(qms))
    none_heard = nothing_found(words.model_copy(update={"of": words.complaints}))
    for review in qms.of(ManagementReview):
        for index, item in enumerate(review.inputs):
            place = "inputs", index, "what"
            is_about = item.topic in {ReviewTopic.AUDITS, ReviewTopic.NONCONFORMITIES}
            is_none = none_found.search(item.what) and not counts.search(item.what)
            if is_about and is_none and (found := found_since(qms, review)):
                yield problem(
                    review,
                    *place,
                    message=say("something was found in that time: {ids}", ids=found),
                    hint=say("write what was found, and what became of it"),
                )
            is_heard = item.topic is ReviewTopic.CUSTOMER_SATISFACTION
            if is_heard and none_heard.search(item.what) and (found := heard_since(qms, review)):
                yield problem(
                    review,
                    *place,
                    message=say("somebody complained in that time: {ids}", ids=found),
                    hint=say("write who complained of what, and what became of it"),
                )


def says_all_reached(text: str, reached: Reached) -> bool:
    """Whether a sentence of a text says that everything was reached, or nothing missed."""
    return any(says_all(one, reached) for one in SENTENCE.split(text))


def says_all(sentence: str, reached: Reached) -> bool:
    """Whether a sentence says so and does not take it back: "all that were not" says it not."""
    of, ways = pattern_of(reached.of), [*pattern_of(reached.ways).finditer(sentence)]
    if pattern_of(reached.missed).search(sentence):
        return goes_with(pattern_of(reached.nothing), of, sentence)
    if not ways or pattern_of(reached.but).search(sentence):
        return False
    some = re.compile(rf"\b(?:{ways_of(reached.some)})(?: \w+)? $", re.IGNORECASE)
    is_some = any(some.search(sentence[: one.start()]) for one in ways)
    return not is_some and goes_with(pattern_of(reached.all), of, sentence)


def goes_with(first: re.Pattern[str], second: re.Pattern[str], sentence: str) -> bool:
    """Whether one stands in a sentence and the other a few words behind."""
    behind = (sentence[found.end() :].split(maxsplit=NEAR_BY) for found in first.finditer(sentence))
    return any(second.search(" ".join(words[:NEAR_BY])) for words in behind)


def said_reached(text: str, reached: Reached, joins: tuple[str, ...]) -> set[str]:
    """What a text lists as reached: "Reached: K-1, K-2", "K-1 and K-2 were reached"."""
    were = rf"(?:(?:{ways_of(reached.helpers)}) )?(?:{ways_of(reached.were)})"
    ahead = re.compile(rf"(?:^|[.;] ){were}: $", re.IGNORECASE)
    behind = re.compile(rf" {were}\b", re.IGNORECASE)
    named: set[str] = set()
    for run in listed(joins).finditer(text):
        before = text[max(0, run.start() - NEAR) : run.start()]
        if ahead.search(before) or behind.match(text, run.end()):
            named.update(re.findall(r"[\w-]+", run[0]))
    return named


def sentences_of_all_well(qms: Qms) -> Iterator[tuple[Information, Path, str, str]]:
    """The sentences in which that may be said, each with the year that it is about."""
    for review in qms.of(ManagementReview):
        year = str(review.date.year - 1)
        for index, item in enumerate(review.inputs):
            yield review, ("inputs", index, "what"), item.what, year
        yield review, ("conclusion",), review.conclusion or "", year
    for report in qms.of(PerformanceReport):
        yield report, ("conclusion",), report.conclusion or "", str(report.year)


def found_since(qms: Qms, review: ManagementReview) -> list[str]:
    """The nonconformities that audits found in the time that a review looks back on."""
    return [
        one.id
        for one in qms.of(AuditFinding)
        if one.grade in NONCONFORMITIES and looked_back(review) <= one.date <= review.date
    ]


def heard_since(qms: Qms, review: ManagementReview) -> list[str]:
    """The complaints of the time that a review looks back on."""
    return [
        one.id
        for one in qms.of(Feedback)
        if one.feedback_type is FeedbackType.COMPLAINT
        and looked_back(review) <= one.date <= review.date
    ]
