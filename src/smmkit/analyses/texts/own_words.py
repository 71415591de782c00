"""What a document says in its own words: texts of fields that take no id, day, file or listed word."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel

from smmkit.analyses.texts.empty_words import is_own_text
from smmkit.analyses.texts.seen import seen_in
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.model.fields import fields_of, is_part
from smmkit.qms import Qms

Said = tuple[Path, str]
"""A text, with its key path."""


def own_words(qms: Qms, document: Information) -> list[Said]:
    """Every text of a document in its own words; gathered once for all who look through them."""
    return seen_in(qms, document, said_by)


def said_by(document: Information) -> list[Said]:
    """Every text of a document in its own words, as it was read."""
    found: list[Said] = []
    _gather(document.source.values, type(document), (), found)
    return found


def _gather(
    values: dict[str, Any], class_: type[BaseModel], above: Path, found: list[Said]
) -> None:
    telling = _telling(class_)
    for name, below in values.items():
        is_own, part = telling.get(name, (False, None))
        for steps, one in each(below, (*above, name)) if is_own or part else ():
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
