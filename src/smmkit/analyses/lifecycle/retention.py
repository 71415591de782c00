"""Until which day a document has to be kept, as its own words say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.calendar_ends import months_after
from smmkit.documents import Document, Information, Record
from smmkit.qms import Qms
from smmkit.standards.vocabulary import pattern_of
from smmkit.standards.vocabulary.counts import kept_for
from smmkit.standards.vocabulary.parts import Keeping
from smmkit.words import Message, say

YEAR: Final = 12
CYCLE: Final = 36
"""Months of a year, and of a cycle of certification."""


@dataclass(frozen=True, slots=True)
class Kept:
    """That a document has to be kept: until a day, or without an end that can be told; and why."""

    until: date | None
    why: Message

    def on(self, day: date) -> bool:
        """Whether it still has to be kept on a day; the last one counts."""
        return self.until is None or day <= self.until


def kept(document: Information, qms: Qms) -> Kept | None:
    """How long a document has to be kept; None where it says nothing of it.

    Why: what cannot be understood protects: what is destroyed too early cannot be had back.
    """
    said = " ".join((document.retention or "").split())
    if not said:
        return None
    words = qms.fact(vocabulary).keeping
    begin, months = beginning(document, said, words), months_in(said, qms)
    if pattern_of(words.for_ever).search(said) or begin is None or not months:
        return Kept(None, say("no day can be told: {text}", text=said))
    until = months_after(begin, months)
    return Kept(until, say("kept until {day}: {text}", day=until, text=said))


def beginning(document: Information, text: str, words: Keeping) -> date | None:
    """The day from which the time is counted; None where it has not begun."""
    match document:
        case Record():
            begins = None if pattern_of(words.closed).search(text) else document.date
            return document.closed or begins
        case Document():
            ends = pattern_of(words.while_it_holds).search(text)
            return document.withdrawn if ends else document.effective
    return None


def months_in(text: str, qms: Qms) -> int:
    """The months that all spans of time of a text come to."""
    words, numbers = qms.fact(vocabulary).keeping, qms.fact(vocabulary).numbers
    found = 0
    for match in kept_for(words, any_count(qms)).finditer(text):
        number, unit = match[1].casefold(), match[2].casefold()
        count = 1 if number in words.one else count_of(number, numbers) or 0
        found += count * (1 if unit in words.months else YEAR if unit in words.years else CYCLE)
    return found
