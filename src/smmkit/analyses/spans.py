"""Every stretch of time that a document names: where it begins, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from smmkit.documents import Information
from smmkit.fields import fields_of
from smmkit.location import Path

BEGINS, ENDS = ("since", "in_force", "date"), "until"


class Span(NamedTuple):
    """A stretch of time, both ends named, and the key path of its end."""

    steps: Path
    begins: Any
    ends: Any


def spans(document: Information) -> Iterator[Span]:
    """Every span of a document, in its order."""
    return _spans(document, ())


def _spans(part: BaseModel, steps: Path) -> Iterator[Span]:
    first, below = _shape(type(part))
    if first:
        begins, ends = getattr(part, first), getattr(part, ENDS)
        if begins is not None and ends is not None:
            yield Span((*steps, ENDS), begins, ends)
    for name, many in below:
        value = getattr(part, name)
        for index, item in enumerate(value if many else [value] if value else []):
            yield from _spans(item, (*steps, name, index) if many else (*steps, name))


@cache
def _shape(class_: type[BaseModel]) -> tuple[str, tuple[tuple[str, bool], ...]]:
    """The field where its span begins, if it has one, and the fields that lead to others."""
    fields = fields_of(class_)
    first = next((name for name in BEGINS if name in fields), "") if ENDS in fields else ""
    below = tuple(
        (field.name, field.many)
        for field in fields.values()
        if field.part and any(_shape(field.part))
    )
    return first, below
