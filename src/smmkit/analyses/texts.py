"""The texts of a document, and whether one says anything, or the same as another."""

from __future__ import annotations

import re
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


def texts_in(value: Any, steps: Path = ()) -> list[tuple[Path, str]]:
    """Every text in a value as it was read, each with its key path."""
    found: list[tuple[Path, str]] = []
    _gather(value, steps, found)
    return found


def _gather(value: Any, steps: Path, found: list[tuple[Path, str]]) -> None:
    """Add the texts in a value.

    Why: every text of a folder comes through here; nested generators would hand it on once a level.
    """
    if isinstance(value, str):
        found.append((steps, value))
    elif isinstance(value, dict | list):
        for step, below in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(below, str):
                found.append(((*steps, step), below))
            elif below:
                _gather(below, (*steps, step), found)


def strings_in(value: Any) -> list[str]:
    """The same texts without their key paths, in no order: half the time of `texts_in`."""
    found: list[str] = []
    open_ = [value]
    while open_:
        below = open_.pop()
        for one in below.values() if isinstance(below, dict) else below:
            if isinstance(one, str):
                found.append(one)
            elif one and isinstance(one, dict | list):
                open_.append(one)
    return found
