"""The texts of a document, and whether one says anything, or the same as another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from smmkit.location import Path

NOTHING = re.compile(
    r"\b(nanti|menyusul|belum (?:sempat|selesai|dikerjakan|dilakukan|dilaksanakan|ada|siap)"
    r"|tidak sempat|tidak ada waktu|tbd|to be (?:done|defined|determined)|later|todo|n/a"
    r"|not (?:yet|done|ready)|no time|x{3,}|lorem)\b",
    re.IGNORECASE,
)
WORDS = re.compile(r"[^\W\d_]{2,}")
FEWEST = 3
"""So many words are needed to say why."""

LONG = 12
"""From so many words on, a "not yet" among them no longer stands for the whole."""


def says_nothing(reason: str) -> bool:
    """Whether a reason is a placeholder, or puts off to another day, instead of saying why."""
    words = len(WORDS.findall(reason))
    return words < FEWEST or (words < LONG and NOTHING.search(reason) is not None)


def squeezed(text: str) -> str:
    """A text without what does not matter when two are compared: case, breaks, the last full stop."""
    return " ".join(text.casefold().split()).rstrip(".")


def texts_in(value: Any, steps: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in values as they were read, each with its key path."""
    match value:
        case str():
            yield steps, value
        case dict():
            for key, below in value.items():
                yield from texts_in(below, (*steps, key))
        case list():
            for index, below in enumerate(value):
                yield from texts_in(below, (*steps, index))
