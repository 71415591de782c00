"""Health, belief, family, punishment, pay or marks of somebody who is named, in the register or not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.labels import Labels
from smmkit.personal.plain import letters_of
from smmkit.personal.runs import WORD
from smmkit.personal.things import persons
from smmkit.personal.words import first_words, word_set, word_ways

CALLED: Final = first_words("called")
SENSITIVE: Final = re.compile(
    rf"(?<![^\W_])(?:(?P<said>{word_ways('sensitive_said')})|{word_ways('sensitive')}"
    rf"|(?:{word_ways('punished')}) (?:{word_ways('punishments')})"
    rf"|(?:{word_ways('before_creeds')})[ :]{{1,3}}(?:{word_ways('creeds')})"
    rf"|(?<=\()(?:{word_ways('creeds')})(?=\)))(?![^\W_])"
)
"""In small letters."""

TOLD: Final = Labels(
    ["sensitive", "sensitive_said", "punished", "before_creeds", "creeds"], SENSITIVE
)
COUNTED: Final = re.compile(
    rf"(?<![^\W_])(?:(?P<pay>{word_ways('pays')})|{word_ways('marks')})(?:nya)?(?![^\W_])"
)
FIGURES: Final = Labels(["pays", "marks"], COUNTED)
SUM: Final = re.compile(
    rf"(?<![^\W_])(?:{word_ways('before_sums')})\.?[ \t]{{0,2}}\d[\d.,]{{2,20}}"
    rf"|(?<![\d.,])\d[\d.,]{{0,20}} (?:{word_ways('behind_sums')})(?![^\W_])"
)
MARK: Final = re.compile(
    r"(?<![\d./,\-])(?:\d{2,3}|\d{1,2}[.,]\d{1,2})(?![\d/%\-]|[.,]\d| ?persen)"
)

NAMED: Final = re.compile(
    rf"(?<![^\W_])(?:(?:{word_ways('called')})\.?[ \t]{{1,2}}){{1,2}}"
    r"((?-i:[A-Z][a-z']{1,20}(?:[ \t][A-Z][a-z']{0,20}\.?(?![^\W_])){0,3}))(?![^\W_])",
    re.I,
)
NOBODY: Final = word_set(
    "no_names", "parts_of_office", "sensitive", "beginnings_of_regions", "places"
)
DOING: Final = re.compile(r"me(?:[mn]|ng|ny|[lrwy])[a-z]{3,20}")
"""The form of an Indonesian verb by which somebody does something to another, or to a paper."""

SUFFERING: Final = word_set("suffering")
DEALING: Final = word_set("dealing")
REACH: Final = 90
"""So many letters behind the name what is told of somebody begins, and behind its word a figure."""

END: Final = re.compile(r"[!?;\n]|[^\W\d_]{5}\.\s")
"""Where a sentence ends."""

Span = tuple[int, int]


def sensitive(text: str, people: Sequence[Span] = ()) -> Iterator[Hit]:
    """Whatever is told of somebody behind the name, in the same sentence; `people` are names found before."""
    low = text.lower()
    if len(low) != len(text) or not (people or CALLED & letters_of(low)):
        return
    people = sorted(people)
    for start, end, is_said in (*matters(low), *figures(low)):
        if span := of_whom(text, low, start, people, is_said=is_said):
            yield Hit(Data.SENSITIVE, (span[0], end), Certainty.LIKELY)


def matters(low: str) -> Iterator[tuple[int, int, bool]]:
    """Where an illness, a belief or a punishment is, and whether it is said as a verb of somebody."""
    for match in TOLD.found(low):
        is_said = match["said"] is not None and not low.endswith("yang ", 0, match.start())
        yield *match.span(), is_said


def figures(low: str) -> Iterator[tuple[int, int, bool]]:
    """Where a sum stands behind a word for pay, or a mark behind that for an examination."""
    for match in FIGURES.found(low):
        form = SUM if match["pay"] else MARK
        end = END.search(low, match.end(), match.end() + REACH)
        stop = end.start() if end else match.end() + REACH
        if figure := form.search(low, match.end(), stop):
            yield *figure.span(), False


def of_whom(
    text: str, low: str, start: int, people: Sequence[Span], *, is_said: bool
) -> Span | None:
    """Who is named before a place in its sentence, and does not only deal with what stands there."""
    first = max(0, start - REACH)
    for end in END.finditer(text, first, start):
        first = end.end()
    named = (match.span(1) for match in NAMED.finditer(text, first, start) if is_name(match[1]))
    near = people[bisect_left(people, (first, 0)) : bisect_left(people, (start, 0))]
    for span in (*named, *near):
        if is_said or not is_dealt_with(low[span[1] : start]):
            return span
    return None


def is_name(text: str) -> bool:
    """Whether what follows a form of address is a name."""
    called = frozenset(WORD.findall(text.lower()))
    return called.isdisjoint(NOBODY) and called.isdisjoint(persons())


def is_dealt_with(between: str) -> bool:
    """Whether somebody does something about a matter that is another's: handles it, reports on it."""
    words = WORD.findall(between.rpartition(",")[2])
    return any(
        word in DEALING or (word not in SUFFERING and DOING.fullmatch(word)) for word in words
    )
