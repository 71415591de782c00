"""What is said around a number: whose it is, and of which thing it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from smmkit.personal.runs import Window
from smmkit.personal.things import is_of_thing, persons
from smmkit.personal.weights import weights

People = Sequence[tuple[int, int]]
"""Where in a text somebody is named, in their order."""

REACH: Final = 64
"""So many letters before or behind a number somebody is named whose it is."""

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
        if self.is_named(window):
            yield "named"
        if not persons().isdisjoint(self.said):
            yield "person"
        if not weights().lists["private"].isdisjoint(self.said):
            yield "private"

    def is_named(self, window: Window) -> bool:
        """Whether somebody is named beside a number, in the same line."""
        start, end = window.span
        text, at = window.run.text, bisect_left(self.people, (start - REACH, 0))
        for low, high in self.people[at : at + 2]:
            first, last = min(high, end), max(low, start)
            if low < end + REACH and "\n" not in text[first:last]:
                return True
        return False

    def of_things(self, window: Window) -> Iterator[str]:
        """The signs that it is that of a thing."""
        text, start = window.run.text, window.span[0]
        if not weights().lists["other"].isdisjoint(self.near):
            yield "other"
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
