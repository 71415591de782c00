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
from smmkit.standards.vocabulary import ways_of

WORD = re.compile(r"[^\W\d_]+")
STOPS = re.compile(r"\s{0,3}(?:[,(.;]|\Z|(?:dari|di antara|of|among)\b)", re.IGNORECASE)
"""How a clause goes on whose element stands before the word: "unsur waktu terendah, 2,93"."""
SHORTEST = 4
"""A word of so many letters may name a question."""
NEAR = 3
"""So many words beside "lowest" may name it."""
NUMBER = r"[0-9]{1,9}(?:,[0-9]{1,6})?"
YEAR = r"(?: (?:(?:pada|in|untuk|for) )?(?:tahun )?(?P<year>[12][0-9]{3})\b)?"


def of_ends(qms: Qms, clause: str, survey: Survey) -> Iterator[Found]:
    """That one element of a survey is said to be the lowest or the highest, where another is."""
    outcome = qms.fact(outcomes).get(survey.id)
    asked = [one for one in outcome.result.asked if one.score is not None] if outcome else []
    course = qms.fact(vocabulary).course
    for choose, words in ((min, course.lowest), (max, course.highest)):
        end = choose((one.score or Decimal(0) for one in asked), default=None)
        for match in re.finditer(rf"\b(?:{ways_of(words)})\b", clause, re.IGNORECASE):
            named = named_beside(asked, clause, match, frozenset(course.linking))
            if named and named.score != end:
                best = next(one for one in asked if one.score == end)
                yield f"{match[0]}: {named.question.title}", survey.id, best.question.title


def named_beside(
    asked: Sequence[Asked], clause: str, match: re.Match[str], linking: frozenset[str]
) -> Asked | None:
    """The question that is named right behind a word, else right before it where the clause pauses there."""
    behind = [one.casefold() for one in WORD.findall(clause[match.end() :])[: NEAR * 2]]
    if found := named_by(asked, behind, linking):
        return found
    before = [one.casefold() for one in WORD.findall(clause[: match.start()])[-NEAR * 2 :]]
    is_end = STOPS.match(clause, match.end())
    return named_by(asked, [*reversed(before)], linking) if is_end else None


def named_by(asked: Sequence[Asked], words: Sequence[str], linking: frozenset[str]) -> Asked | None:
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
    clause: str, unit: str, years: Sequence[str], known: Sequence[Decimal], called: Sequence[str]
) -> Iterator[str]:
    """What a clause calls the average of a year, or its target, in a unit, where no known number is it."""
    asked = (
        rf"\b(?:{ways_of(tuple(called))})(?: (?:setahun|tahunan|sebesar|adalah|mencapai|selama|was|is|of))"
        rf"{{0,2}}{YEAR} (?P<number>{NUMBER})\s?{unit}{YEAR.replace('year', 'then')}"
    )
    for match in re.finditer(asked, clause, re.IGNORECASE):
        said = Decimal(match["number"].replace(",", "."))
        is_ours = {match["year"], match["then"]} <= {None, *years}
        if is_ours and known and all(differs(said, one) for one in known):
            yield match[0]
