"""What is said around a number: whose it is, and of which thing it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from smmkit.personal.accounts import ACCOUNT_WORDS, BANKS
from smmkit.personal.runs import BEFORE, WORD, Window, words_before
from smmkit.personal.things import is_of_thing, persons
from smmkit.personal.weights import weights
from smmkit.personal.words import word_ways

People = Sequence[tuple[int, int]]
"""Where in a text somebody is named, in their order."""

REACH: Final = 64
"""So many letters before or behind a number somebody is named whose it is."""

DESK: Final = re.compile(
    rf"[ \t]{{0,2}}[(,]?[ \t]{{0,2}}(?:{word_ways('desks')})\.?[ \t:]{{0,2}}\d", re.I
)
"""Right behind a number: one desk of a house."""

HOME: Final = re.compile(rf" (?:{word_ways('at_home')})(?![^\W_])", re.I)
"""Right behind a number: where somebody lives."""

BESIDE: Final = re.compile(r"\D*\d.*[;|\t]", re.S)
"""A number, and the end of the part of a line in which it stands."""

CODE: Final = re.compile(
    r"(?:Rp|IDR|S/N|P/N)\.?[ \t:]{0,2}\Z|://(?!wa\.me/|api\.whatsapp\.)\S{1,40}\Z|\d[xX]\Z", re.I
)
"""Right before digits: they are money, the number of a device, or part of an address."""


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a number."""

    near: frozenset[str]
    """The nearest three that say anything, those of the heading, the label behind."""

    said: list[str]
    """All before it, the nearest first, and of the heading."""

    context: str
    people: People

    def of_persons(self, window: Window) -> Iterator[str]:
        """The signs that it is somebody's."""
        if (name := self.name_beside(window)) is not None:
            yield "named"
            is_before = name < window.span[0]
            said = (*self.said, *words_before(window.run.text, name)) if is_before else self.near
            is_own = not weights().lists["own"].isdisjoint(said)
            if is_own or DESK.match(window.run.text, window.span[1]):
                yield "own"
        if HOME.match(window.run.text, window.span[1]):
            yield "home"
        if not persons().isdisjoint(self.said):
            yield "person"
        if not weights().lists["senders"].isdisjoint(self.said[:1]):
            yield "sender"
        if not weights().lists["private"].isdisjoint(self.said):
            yield "private"

    def name_beside(self, window: Window) -> int | None:
        """Where the name of somebody begins that stands beside a number, in the same line."""
        start, end = window.span
        text, at = window.run.text, bisect_left(self.people, (start - REACH, 0))
        for low, high in self.people[at : at + 2]:
            first, last = min(high, end), max(low, start)
            if low < end + REACH and "\n" not in text[first:last]:
                return low
        return None

    def taken(self, window: Window) -> frozenset[str]:
        """The words that stand before another number, in a cell or part of a line before this one."""
        text, start = window.run.text, window.span[0]
        before = BESIDE.match(text[max(0, start - BEFORE) : start])
        return frozenset(WORD.findall(before[0].lower())) if before else frozenset()

    def of_things(self, window: Window) -> Iterator[str]:
        """The signs that it is that of a thing."""
        text, start = window.run.text, window.span[0]
        if not weights().lists["other"].isdisjoint(self.near - self.taken(window)):
            yield "other"
        if BANKS.intersection(self.said[:1]) and not ACCOUNT_WORDS.isdisjoint(self.said[:7]):
            yield "account"
        if window.is_in_word:
            yield "in word"
        if window.is_in_cells:
            yield "cells"
        if window.goes_on:
            yield "goes on"
        if CODE.search(text, max(0, start - 44), start):
            yield "code"
        if is_of_thing(text, start, self.context):
            yield "thing"
