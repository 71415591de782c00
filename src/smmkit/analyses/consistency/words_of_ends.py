"""Which element of a survey sentences call the lowest, and what they call the average or target of a KPI."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from smmkit.analyses.consistency.counts_of_records import Found
from smmkit.analyses.consistency.saying import differs
from smmkit.analyses.surveys.counting import Asked
from smmkit.analyses.surveys.surveys import outcomes
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.customers import Survey
from smmkit.qms import Qms
from smmkit.standards.vocabulary import pattern_of
from smmkit.standards.vocabulary.counts import pauses
from smmkit.standards.vocabulary.parts import Course

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4
"""A word of so many letters may name a question."""
NEAR = 3
"""So many words beside "lowest" may name it."""


def of_ends(qms: Qms, clause: str, survey: Survey) -> Iterator[Found]:
    """That one element of a survey is said to be the lowest or the highest, where another is."""
    outcome = qms.fact(outcomes).get(survey.id)
    asked = [one for one in outcome.result.asked if one.score is not None] if outcome else []
    course = qms.fact(vocabulary).course
    for choose, words in ((min, course.lowest), (max, course.highest)):
        end = choose((one.score or Decimal(0) for one in asked), default=None)
        for match in pattern_of(words).finditer(clause):
            named = named_beside(asked, clause, match, course)
            if named and named.score != end:
                best = next(one for one in asked if one.score == end)
                yield f"{match[0]}: {named.question.title}", survey.id, best.question.title


def named_beside(
    asked: Sequence[Asked], clause: str, match: re.Match[str], course: Course
) -> Asked | None:
    """The question that is named right behind a word, else right before it where the clause pauses there."""
    behind = [one.casefold() for one in WORD.findall(clause[match.end() :])[: NEAR * 2]]
    if found := named_by(asked, behind, course.linking):
        return found
    before = [one.casefold() for one in WORD.findall(clause[: match.start()])[-NEAR * 2 :]]
    is_end = pauses(course).match(clause, match.end())
    return named_by(asked, [*reversed(before)], course.linking) if is_end else None


def named_by(asked: Sequence[Asked], words: Sequence[str], linking: Sequence[str]) -> Asked | None:
    """The only question with the first words in its title, or as its element, after words that link."""
    start = next((n for n, word in enumerate(words) if word not in linking), len(words))
    for word in words[start : start + NEAR]:
        found = [one for one in asked if len(word) >= SHORTEST and word in names_of(one)]
        if len(found) == 1:
            return found[0]
        if not found:
            return None
    return None


def names_of(one: Asked) -> set[str]:
    """The words by which a question is known."""
    title = {word.casefold() for word in WORD.findall(one.question.title)}
    return title | {one.question.element or ""}


def of_average(
    clause: str, asked: re.Pattern[str], years: Sequence[str], known: Sequence[Decimal]
) -> Iterator[str]:
    """What a clause calls the average of a year, or its target, and is no known number."""
    for match in asked.finditer(clause):
        said = Decimal(match["number"].replace(",", "."))
        is_ours = {match["year"], match["then"]} <= {None, *years}
        if is_ours and known and all(differs(said, one) for one in known):
            yield match[0]
