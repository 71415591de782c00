"""Patterns that find how a sentence counts, in the words of a vocabulary.

`count` is the pattern of a whole number in digits or words, `unit` that of a unit of measure. What each
finds stands as an example in its first line.
"""

from __future__ import annotations

import re
from functools import cache

from smmkit.standards.vocabulary.parts import Counting, Course, Keeping, NothingFound, Tally
from smmkit.standards.vocabulary.patterns import ways_of

NUMBER = r"[0-9]{1,9}(?:,[0-9]{1,6})?"
SCORE = r"[0-9]{1,3}(?:,[0-9]{1,2})?"
AGAIN = r"(?: \([\w ]{1,40}\))?"
"""The same number once more, in words or in digits: 5 (five)."""


@cache
def of_so_many(words: Counting, count: str) -> re.Pattern[str]:
    """57 of 86 officers: the part, the whole, the noun."""
    noun = r"(?:\s+([a-z]{4,30}))?"
    return made(
        rf"(?<![\w,.-])({count})\s+(?:{ways_of(words.of)})\s+({count})(?![\w%-]|,[0-9]){noun}"
    )


@cache
def counted_things(words: Counting, count: str) -> re.Pattern[str]:
    """All seven officers, kesepuluhnya, two other files: the word before, how many, of what, of others."""
    return made(
        rf"(?:\b([^\W\d_]{{2,12}})\s+)?\b(?:ke|all\s+)?({count})(?:nya)?\b(?![.,:/-][0-9])"
        rf"(?:\s+([^\W\d_]{{4,20}}))?(?:\s+({ways_of(words.further)})\b)?"
    )


@cache
def aimed_at(words: Counting, count: str, unit: str) -> re.Pattern[str]:
    """82 % of 90, or of the target of 90: the number that was to be reached."""
    ahead = rf"(?:{unit}|\b(?:{ways_of(words.target)}))\s+(?:(?:{ways_of(words.of)})\s+)?"
    end = rf"(?=\W*\Z|\s+(?:{ways_of(words.goes_on)}|{unit}))"
    return made(rf"{ahead}([0-9]{{1,6}}(?:,[0-9]{{1,4}})?|{count}){end}")


@cache
def behind_id(words: Counting, count: str, unit: str, id_: str) -> re.Pattern[str]:
    """IKU-06 two cases: the number, of the year that is spoken of and no other."""
    only, years = ways_of(words.only), ways_of(words.years)
    past = rf"(?:(?:{ways_of(words.then)}|{years})\s+)?(?:(?:{years})\s+)?[12][0-9]{{3}}\b"
    return made(rf"{re.escape(id_)}\s+(?:(?:{only})\s+)?({count})\s*{unit}(?!\s+{past})")


@cache
def every_so_many(words: Counting, count: str) -> re.Pattern[str]:
    """Every seventh, every file the seventh: the number."""
    every, ordinal = ways_of(words.every), ways_of(words.ordinal)
    return made(rf"\b(?:{every}) (?:[a-z]{{2,20}} )?(?:{ordinal})-?({count})\b")


@cache
def out_of(words: Counting, count: str, called: tuple[str, ...]) -> re.Pattern[str]:
    """Of 112 requests: the number; `called` are the words for them."""
    return made(rf"\b(?:{ways_of(words.of)}) ({count}) (?:{ways_of(called)})\b")


@cache
def so_many(count: str, called: tuple[str, ...]) -> re.Pattern[str]:
    """Three working days: the number; `called` are the words for them."""
    return made(rf"\b({count}){AGAIN} (?:{ways_of(called)})\b")


@cache
def so_late(delayed: tuple[str, ...], count: str, called: tuple[str, ...]) -> re.Pattern[str]:
    """Late by three working days: the number; `called` are the words for them."""
    return made(rf"\b(?:{ways_of(delayed)}) ({count}){AGAIN} (?:{ways_of(called)})\b")


@cache
def price(money: tuple[str, ...]) -> re.Pattern[str]:
    """Rp50.000, 50.000 rupiah: an amount that is not nought."""
    ahead = rf"\b(?:{ways_of(money)}) ?\.? ?[0.,]{{0,20}}[1-9]"
    behind = rf"\b(?=[0.,]{{0,20}}[1-9])\d[\d.,]{{0,20}} ?(?:{ways_of(money)})\b"
    return made(rf"{ahead}|{behind}")


@cache
def bound(called: tuple[str, ...]) -> re.Pattern[str]:
    """At least 90,5: the number; `called` are the words before it."""
    return made(rf"\b(?:{ways_of(called)}) ([0-9]{{1,9}}(?:[.,][0-9]{{1,6}})?)(?![\w.,]*[0-9])")


@cache
def measured_count(count: str, units: tuple[str, ...]) -> re.Pattern[str]:
    """Ten working days: the number, in digits or in words."""
    return made(rf"\b({count}){unit_ahead(units)}")


@cache
def measured_number(units: tuple[str, ...]) -> re.Pattern[str]:
    """90 %, 4,25: the number; with a unit behind it, or with places, for it is no year and no paper then."""
    whole = rf"[0-9]{{1,9}}(?:[.,][0-9]{{1,6}})?{unit_ahead(units)}"
    return made(rf"(?<![\w.,/-])({whole}|[0-9]{{1,4}},[0-9]{{1,4}}(?![\w.,]*[0-9]))")


@cache
def where_it_began(words: Counting) -> re.Pattern[str]:
    """From, before 33 % to 28 %: the word, so that the number behind it can be left out."""
    return made(rf"\b(?:{ways_of(words.began)}) (?=[0-9])")


@cache
def all_tallied(words: Tally, count: str) -> re.Pattern[str]:
    """Of eleven indicators: the number."""
    return made(rf"\b(?:{ways_of(words.of)}) ({count}) (?:{ways_of(words.things)})\b")


@cache
def reached_tallied(words: Tally, count: str) -> re.Pattern[str]:
    """Six were reached: the number."""
    return made(rf"{some_of(words, count)}(?:{ways_of(words.reached)})\b")


@cache
def missed_tallied(words: Tally, count: str) -> re.Pattern[str]:
    """Five were not, five did not: the number; "five were not on time" says something else."""
    ends = rf"(?=\s*(?:[,.;]|(?:{ways_of(words.joins)})\b|\Z))"
    return made(
        rf"{some_of(words, count)}(?:{ways_of(words.no)})(?: (?:{ways_of(words.ways)}))?{ends}"
    )


@cache
def unmeasured_tallied(words: Tally, count: str) -> re.Pattern[str]:
    """One could not be measured: the number."""
    return made(
        rf"{some_of(words, count)}(?:{ways_of(words.cannot)}) (?:{ways_of(words.measured)})\b"
    )


def some_of(words: Tally, count: str) -> str:
    """A number that is not of the whole, and what is counted."""
    whole = "".join(rf"(?<!\b{re.escape(one)} )" for one in words.of)
    return rf"{whole}\b({count}) (?:(?:{ways_of(words.things)}) )?"


@cache
def months(words: Counting, count: str) -> re.Pattern[str]:
    """In four months, four full months: the number."""
    within = rf"(?:{ways_of(words.within)})\s+({count})\s+(?:{ways_of(words.months)})(?=\W*\Z)"
    return made(rf"\b(?:{within}|({count})\s+(?:{ways_of(words.full_months)}))")


@cache
def decisions(words: Counting, count: str, id_: str) -> re.Pattern[str]:
    """Five decisions of RTM-2020: the number."""
    return made(rf"\b(?:ke)?({count}) (?:{ways_of(words.decisions)}) {re.escape(id_)}")


@cache
def providers(words: Counting, count: str) -> re.Pattern[str]:
    """Three providers were evaluated: the number."""
    return made(rf"\b({count}) (?:{ways_of(words.providers)})\b")


@cache
def findings(words: Counting, count: str, called: tuple[str, ...]) -> re.Pattern[str]:
    """Two minor findings: the number; `called` are the words for their grade."""
    what, grade = ways_of(words.findings), ways_of(called)
    return made(rf"\b({count}) (?:(?:{what}) (?:{grade})|(?:{grade}) (?:{what}))\b")


@cache
def closed_findings(words: Counting, count: str, closes: tuple[str, ...]) -> re.Pattern[str]:
    """Three findings were closed: the number, what is counted, its grade or its audit, that it is over."""
    what, over = ways_of(words.findings), ways_of(closes)
    grade = ways_of((*words.minor, *words.major))
    said = rf"(?:(?:{grade}) )?(?:{what})(?: (?:{grade}))?"
    return made(rf"\b({count}) {said}(?: [A-Z]{{1,8}}-[\w-]{{1,20}})? (?:{over})\b")


@cache
def nonconformities(
    words: NothingFound, numbers: tuple[str, ...], grades: tuple[str, ...]
) -> re.Pattern[str]:
    """Two major nonconformities, no finding: the number, a grade before, what is counted, a grade behind."""
    number = rf"{ways_of((*words.nothing, *words.single, *numbers))}|[0-9]{{1,2}}"
    grade, what, but = ways_of(grades), ways_of(words.of), ways_of(words.but)
    return made(rf"\b({number}) (?:({grade}) )?({what})(?: ({grade})\b)?(?! (?:{grade}|{but})\b)")


@cache
def kept_for(words: Keeping, count: str) -> re.Pattern[str]:
    """Five years, 5 (five) years: the number, the unit."""
    units = ways_of((*words.months, *words.years, *words.cycles))
    return made(rf"\b({count}|{ways_of(words.one)}){AGAIN} ({units})\b")


@cache
def answers(words: Counting, count: str) -> re.Pattern[str]:
    """83 of 150 answers, when 150 people answered: the number of all."""
    before = rf"(?<=[0-9] )(?:{ways_of(words.of)})|\b(?:{ways_of(words.when)})"
    return made(rf"(?:{before}) ({count}) (?:{ways_of(words.answers)})\b")


@cache
def answered(words: Counting, count: str) -> re.Pattern[str]:
    """Ten people gave 4 for speed: the number, the answer, the word for what was asked."""
    many = rf"\b({count})\s+(?:{ways_of(words.answers)})\s+(?:{ways_of(words.gave)})"
    score = rf"(?:(?:{ways_of(words.score)})\s+)?([0-9]{{1,2}})"
    what = rf"(?:{ways_of(words.about)})\s+(?:(?:{ways_of(words.element)})\s+)?([^\W\d]\w{{2,30}})"
    return made(rf"{many}\s+{score}\s+{what}")


@cache
def pauses(words: Course) -> re.Pattern[str]:
    """Speed is lowest, 2,93: how a clause goes on whose element stands before the word."""
    return made(rf"\s{{0,3}}(?:[,(.;]|\Z|(?:{ways_of(words.among)})\b)")


@cache
def letter(words: Counting) -> re.Pattern[str]:
    """Grade of service B: the letter, which is a capital."""
    return re.compile(rf"\b(?:{ways_of(words.grade)}) ([A-D])\b")


@cache
def end_of_scores(words: Counting, called: tuple[str, ...]) -> re.Pattern[str]:
    """Score lowest, 62: the score."""
    return made(rf"\b(?:{ways_of(words.score)})\s+(?:{ways_of(called)}),?\s+({SCORE})\b")


@cache
def enough(words: Counting, count: str) -> re.Pattern[str]:
    """Auditors enough, four people: what, the number."""
    there, pieces = ways_of(words.enough), ways_of(words.pieces)
    return made(rf"\b([^\W\d]\w{{3,30}})\s+(?:{there}),\s+({count})\s+(?:{pieces})\b")


def unit_ahead(units: tuple[str, ...]) -> str:
    """That one of some units stands behind; a sign needs no end of a word."""
    return rf"(?= ?(?:{ways_of(units)})(?![^\W\d_]))"


def made(pattern: str) -> re.Pattern[str]:
    """A pattern that takes capitals and small letters alike."""
    return re.compile(pattern, re.IGNORECASE)
