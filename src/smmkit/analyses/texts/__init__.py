"""The texts of a document, and whether one says the same as another."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any

from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.yaml_text.source import HOLDING

WORDS = re.compile(r"[^\W\d_]{2,}")


def squeezed(text: str) -> str:
    """A text without what does not matter when two are compared: case, breaks, the last full stop."""
    return " ".join(text.casefold().split()).rstrip(".")


def strings(qms: Qms) -> frozenset[str]:
    """Every text among the values of the documents, each once.

    Why: ids, days, units and names stand in a hundred documents each; what is asked of every text is
    asked of each of them once, and a document is then looked through by what was found.
    """
    return frozenset().union(*(document.source.strings for document in qms.documents))


def texts_in(value: Any, of: Container[str] | None = None) -> list[tuple[Path, str]]:
    """Every text in a value as it was read, or those `of` some that are looked for, with their key paths."""
    found: list[tuple[Path, str]] = []
    _gather(value, (), found, of)
    return found


def _gather(
    value: Any, steps: Path, found: list[tuple[Path, str]], of: Container[str] | None
) -> None:
    """Add the texts in a value.

    Why: every text of a folder comes through here; nested generators would hand it on once a level.
    """
    if isinstance(value, str):
        if of is None or value in of:
            found.append((steps, value))
    elif isinstance(value, HOLDING):
        for step, below in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(below, str):
                if of is None or below in of:
                    found.append(((*steps, step), below))
            elif below and isinstance(below, HOLDING):
                _gather(below, (*steps, step), found, of)
