"""The words of words.yaml, and which of them a text means."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from smmkit.yaml_text.reading import read_ours

HOME = Path(__file__).with_name("words.yaml")

NEAR = 88
"""From this likeness up (0 to 100) a word counts as one with a slip of the pen."""

BRACKETS = re.compile(r"\([^)]*+\)?")
"""What stands in brackets; where they are never closed, up to the end, so that it is looked at once."""

SHORTEST = 5
"""Shorter words must be written as they are: `no` is not `ne`."""

SHORT = 200
"""Longer texts are no words: no slip of the pen makes them one."""

FEWEST_LETTERS = 3

SPACED = re.compile(
    r"\s?[^\W\d_](?:\s[^\W\d_]){2,40}(?:\s{2,9}[^\W\d_](?:\s[^\W\d_]){0,40}){0,9}\s?"
)
BETWEEN_SPACED = re.compile(r"\s{2,9}")
"""A heading with spaces between its letters, and more of them between its words: N A M A."""

NUMBERED = re.compile(r"\d{1,2}[a-z]?(?: [\dx%]{1,9}){0,9}")
"""The number of a column, and of which others it is counted: `8 = 6 x 7`."""


@cache
def data() -> dict[str, Any]:
    """Everything that words.yaml says."""
    return read_ours(HOME.read_text("utf-8"))


@cache
def table(*names: str) -> dict[str, str]:
    """Every word below these keys, with what it means; the first meaning of a word wins."""
    lists = data()
    for name in names:
        lists = lists[name]
    found: dict[str, str] = {}
    for meaning, words in lists.items():
        for word in data()[words] if isinstance(words, str) else words:
            found.setdefault(comparable(str(word)), str(meaning))
    return found


def comparable(text: str) -> str:
    """A text for comparing: small letters and digits, one space between words."""
    return compared(text) if len(text) <= SHORT else compared.__wrapped__(text)


@lru_cache(10_000)
def compared(text: str) -> str:
    """The same, remembered: headings and words are asked for again and again."""
    if SPACED.fullmatch(text):
        text = " ".join("".join(word.split()) for word in BETWEEN_SPACED.split(text.strip()))
    low = re.sub(r"[^\w%#]+|_", " ", text.casefold())
    return " ".join(low.split())


def without_brackets(text: str) -> str:
    """A text with a space for what stands in brackets."""
    return BRACKETS.sub(lambda found: " " if found[0].endswith(")") else found[0], text)


def meaning(text: str, *names: str) -> str | None:
    """What a text means by the words below these keys: written so, or with a slip of the pen.

    What stands in brackets may be left out: `Waktu (menit)`, `Kemungkinan (K)`; what means the same may
    stand beside one another: `Department / Process`.
    """
    whole = comparable(text)
    inner = comparable(without_brackets(text))
    known = table(*names)
    for said in (whole, inner):
        if said in known:
            return known[said]
    parts = {known.get(comparable(part)) for part in text.split("/")} if "/" in text else set()
    if len(parts) == 1 and (same := parts.pop()):
        return same
    for said in (whole, inner):
        if SHORTEST <= len(said) <= SHORT and (near := nearest(said, names)):
            return known[near]
    return None


@lru_cache(10_000)
def nearest(said: str, names: tuple[str, ...]) -> str | None:
    """The word below these keys of which a text is written with a slip of the pen."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(said, long_words(names), scorer=fuzz.ratio, score_cutoff=NEAR)
    return near[0] if near else None


@cache
def long_words(names: tuple[str, ...]) -> list[str]:
    """The words below these keys that are long enough for a slip of the pen."""
    return [word for word in table(*names) if len(word) >= SHORTEST]


def holds(text: str, words: list[str]) -> bool:
    """Whether one of these words stands in a text, whole."""
    said = f" {comparable(text)} "
    return any(f" {comparable(str(word))} " in said for word in words)


def begins(text: str, words: list[str]) -> bool:
    """Whether a text begins with one of these words, whole."""
    said = f"{comparable(text)} "
    return any(said.startswith(f"{comparable(str(word))} ") for word in words)


@cache
def any_of(name: str) -> str:
    """A pattern for each word of a list, the longer first."""
    return "|".join(map(re.escape, sorted(data()[name], key=len, reverse=True)))


def is_numbering(cells: tuple[str, ...]) -> bool:
    """Whether a row numbers the columns: (1), (2), (3); or 1, 2, 3 = 1 x 2."""
    said = [comparable(text) for text in cells if text]
    letters = [text.partition(" ")[0] for text in said]
    if len(said) > FEWEST_LETTERS and letters == [chr(ord("a") + n) for n in range(len(said))]:
        return True
    numbers = [text for text in said if NUMBERED.fullmatch(text)]
    follow = [int(re.sub(r"\D", "", text.split()[0])) for text in dict.fromkeys(numbers)]
    return (
        len(said) > 2
        and numbers == said
        and follow == list(range(follow[0], follow[0] + len(follow)))
    )
