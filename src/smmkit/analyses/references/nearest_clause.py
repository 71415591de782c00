"""Which clause a person probably meant: the one above, or one that is written nearly so."""

from __future__ import annotations

import re

from smmkit.analyses.references.spelling import closest
from smmkit.corrections.spoken_clauses import in_order, numbers_of_clauses, spanned
from smmkit.words import Message, say

NUMBERED = re.compile(
    r"(?:[^\W\d]{2,9}\.? )?\d{1,2}(?:(?:[-/:]| ?(?:ayat|butir|huruf|angka) )\d{1,2}){1,3}", re.I
)
"""The number of a clause with other signs between its parts: `8-5-2`, `pasal 8 ayat 5`."""


def clauses_named(number: str, known: frozenset[str]) -> list[str]:
    """The clauses that a text names with other words or signs: `klausul 8.5`, `8-5-2`, `8.5 s.d. 8.7`."""
    named = list(dict.fromkeys(one for one in numbers_of_clauses(number) if one in known))
    if (ends := spanned(number)) and len(named) == len(ends):
        first, last = map(in_order, ends)
        same = [one for one in known if one.count(".") == ends[0].count(".") and one[:1].isdigit()]
        named = sorted((one for one in same if first <= in_order(one) <= last), key=in_order)
    joined = ".".join(re.findall(r"\d{1,2}", number))
    if joined in known and NUMBERED.fullmatch(number):
        named = [joined]
    return named


def nearest_clause(number: str, known: frozenset[str]) -> Message | None:
    """The clause that was probably meant: the one above, or one spelled nearly so."""
    named = clauses_named(number, known)
    if len(named) > 1:
        return say("write {words}", words=", ".join(f'"{one}"' for one in named))
    if named and named != [number]:
        return say("did you mean {word}?", word=named[0])
    above = number.rpartition(".")[0]
    found = closest(number, sorted(known), 1) or (above if above in known else None)
    return say("did you mean {word}?", word=found) if found else None
