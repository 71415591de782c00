"""What a document says in its own words: texts of fields that take no id, day, file or listed word."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final
from weakref import WeakKeyDictionary

from pydantic import BaseModel

from smmkit.analyses.texts.empty_words import is_own_text
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.model.fields import fields_of, is_part
from smmkit.yaml_text.source import Source

Said = tuple[Path, str]
"""A text, with its key path."""

DIGIT: Final = re.compile(r"\d")


_KEPT: Final[WeakKeyDictionary[Source, list[Said]]] = WeakKeyDictionary()
"""What was gathered already, while the text that it was read from is held."""


def own_words(document: Information) -> list[Said]:
    """Every text of a document in its own words; gathered once for all who look through them."""
    kept = _KEPT.get(document.source)
    if kept is None:
        kept = _KEPT[document.source] = []
        _gather(document.source.values, type(document), (), kept)
    return kept


def with_digits(document: Information) -> list[Said]:
    """Those texts of a document in its own words that have a digit: days, ids, counts."""
    return [said for said in own_words(document) if DIGIT.search(said[1])]


def _gather(
    values: dict[str, Any], class_: type[BaseModel], above: Path, found: list[Said]
) -> None:
    telling = _telling(class_)
    for name, below in values.items():
        if name not in telling:
            continue
        is_own, part = telling[name]
        for steps, one in each(below, (*above, name)):
            if part and isinstance(one, dict):
                _gather(one, part, steps, found)
            elif is_own and isinstance(one, str):
                found.append((steps, one))


def each(value: Any, steps: Path) -> list[tuple[Path, Any]]:
    """A value, or those of a list, also in lists below it, each with its key path."""
    if not isinstance(value, list):
        return [(steps, value)]
    return [one for i, below in enumerate(value) for one in each(below, (*steps, i))]


@cache
def _telling(class_: type[BaseModel]) -> dict[str, tuple[bool, type[BaseModel] | None]]:
    """The fields of a class that say something, or have parts: whether it is in own words, and its part."""
    fields = fields_of(class_).values()
    found = {f.name: (is_own_text(f), f.type if is_part(f.type) else None) for f in fields}
    return {name: (is_own, part) for name, (is_own, part) in found.items() if is_own or part}
