"""Until which day a document has to be kept, as its own words say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from smmkit.documents import Document, Information, Record
from smmkit.words import Message, say

NUMBERS: Final = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
    "setahun": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
SPAN: Final = re.compile(
    r"\b(\d{1,3}|[a-z]{3,9})(?: (belas|puluh))?(?: \(\w{1,20}(?: \w{1,20})?\))? "
    r"(tahun|bulan|siklus|years?|months?|cycles?)\b"
)
FOR_EVER: Final = re.compile(r"\b(?:permanen|selamanya|seterusnya|for ever|forever|permanent)")
WHILE: Final = re.compile(r"\b(?:selama berlaku|selama masih|while (?:it is )?in force)")
CLOSED: Final = re.compile(r"\b(?:ditutup|selesai|closed|completed)\b")
CYCLE: Final = 36
"""Months of a cycle of certification."""


@dataclass(frozen=True, slots=True)
class Kept:
    """That a document has to be kept: until a day, or without an end that can be told; and why."""

    until: date | None
    why: Message

    def on(self, day: date) -> bool:
        """Whether it still has to be kept on a day; the last one counts."""
        return self.until is None or day <= self.until


def kept(document: Information) -> Kept | None:
    """How long a document has to be kept; None where it says nothing of it.

    Why: what cannot be understood protects: what is destroyed too early cannot be had back.
    """
    said = " ".join((document.retention or "").split())
    if not said:
        return None
    text = said.lower()
    begin = beginning(document, text)
    months = sum(map(months_of, SPAN.finditer(text)))
    if FOR_EVER.search(text) or begin is None or not months:
        return Kept(None, say("no day can be told: {text}", text=said))
    until = later(begin, months)
    return Kept(until, say("kept until {day}: {text}", day=until, text=said))


def beginning(document: Information, text: str) -> date | None:
    """The day from which the time is counted; None where it has not begun."""
    match document:
        case Record():
            return document.closed or (None if CLOSED.search(text) else document.date)
        case Document():
            return document.withdrawn if WHILE.search(text) else document.effective
    return None


def months_of(found: re.Match[str]) -> int:
    """The months of a span of time."""
    word, tens, unit = found.groups()
    number = int(word) if word.isdigit() else NUMBERS.get(word, 0)
    number = number + 10 if tens == "belas" else number * 10 if tens == "puluh" else number
    if unit.startswith(("siklus", "cycle")):
        return number * CYCLE
    return number if unit.startswith(("bulan", "month")) else number * 12


def later(day: date, months: int) -> date:
    """The day so many months later; the last of its month where there is none of its number."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(min(year, 9999), month + 1, min(day.day, last))
        except ValueError:
            continue
    return day
