"""`smm finding` and `smm action`: a new one, or what became of those there are."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from smmkit.console.following import follow
from smmkit.dialogue.begun import begin


def begin_or_follow(
    kind: str,
    words: list[str],
    on: date | None,
    drawn: tuple[str | None, Path | None],
    as_of: date | None,
    lang: Literal["en", "id"] | None,
) -> int:
    """A new one, as `smm new` makes it; else what the words say with those there are."""
    match words:
        case ["new", *rest] if len(rest) <= 1:
            begin(kind, Path(*rest), lang)
            return 0
    return follow(kind, words, on, drawn, as_of, lang)
