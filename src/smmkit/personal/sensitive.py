"""Health, belief, family or punishment of somebody who is named, whether or not in the register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.labels import Labels
from smmkit.personal.plain import letters_of
from smmkit.personal.runs import WORD
from smmkit.personal.things import persons
from smmkit.personal.words import first_words, word_set, word_ways

LABELS: Final = ("sensitive", "before_creeds", "creeds")
CALLED: Final = first_words("called")
SENSITIVE: Final = re.compile(
    rf"(?<![^\W_])(?:{word_ways('sensitive')}"
    rf"|(?:{word_ways('before_creeds')})[ :]{{1,3}}(?:{word_ways('creeds')})"
    rf"|(?<=\()(?:{word_ways('creeds')})(?=\)))(?![^\W_])"
)
"""In small letters."""

TOLD: Final = Labels(["sensitive", "before_creeds", "creeds"], SENSITIVE)

NAMED: Final = re.compile(
    rf"(?<![^\W_])(?:{word_ways('called')})\.?[ \t]{{1,2}}"
    r"((?-i:[A-Z][a-z']{1,20}(?:[ \t][A-Z][a-z']{0,20}\.?(?![^\W_])){0,3}))(?![^\W_])",
    re.I,
)
NOBODY: Final = word_set(
    "no_names", "parts_of_office", "sensitive", "beginnings_of_regions", "places"
)
REACH: Final = 90
"""So many letters behind a name what is told of somebody begins."""

END: Final = re.compile(r"[!?;\n]|[^\W\d_]{5}\.\s")
"""Where a sentence ends."""


def sensitive(text: str) -> Iterator[Hit]:
    """Whatever is told of somebody behind the name, in the same sentence."""
    low = text.lower()
    if len(low) != len(text) or CALLED.isdisjoint(letters_of(low)):
        return
    for match in TOLD.found(low):
        before = text[max(0, match.start() - REACH) : match.start()]
        ends = [end.end() for end in END.finditer(before)]
        sentence = before[ends[-1] if ends else 0 :]
        for named in NAMED.finditer(sentence):
            called = frozenset(WORD.findall(named[1].lower()))
            if called.isdisjoint(NOBODY) and called.isdisjoint(persons()):
                start = match.start() - len(sentence) + named.start(1)
                yield Hit(Data.SENSITIVE, (start, match.end()), Certainty.LIKELY)
                break
