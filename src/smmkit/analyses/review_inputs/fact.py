"""One fact for a management review: a sentence with its figures, and the documents that it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.few import at_most
from smmkit.page import Tone
from smmkit.words import Message, say

FEW = 8
"""So many ids stand in one sentence."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence, the ids of its sources, and what it means to a reader."""

    text: Message
    ids: tuple[str, ...]
    tone: Tone = Tone.PLAIN

    FOR_PROGRAMS: ClassVar = {"text": "text", "about": "ids", "tone": "tone"}


@dataclass(frozen=True, slots=True)
class Time:
    """The time that is looked at: from its first day to the day of judgement."""

    since: date
    until: date

    def has(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.since <= day <= self.until


def few(ids: Iterable[str]) -> list[str]:
    """The first ids, and a sign that there are more."""
    return at_most(FEW, dict.fromkeys(ids))


def tally(ids: Iterable[str]) -> Message | int:
    """How many there are, and the first of them."""
    known = list(dict.fromkeys(ids))
    return say("{n} ({ids})", n=len(known), ids=few(known)) if known else 0


def bad_if(wrong: object) -> Tone:
    """Bad where something is wrong, else good."""
    return Tone.BAD if wrong else Tone.GOOD
