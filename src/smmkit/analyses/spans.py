"""Every stretch of time that a document names: where it begins, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from smmkit.analyses.parts import parts_in
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
    for part, steps in parts_in(document, has_span):
        begins, ends = getattr(part, first_of(type(part))), getattr(part, ENDS)
        if begins is not None and ends is not None:
            yield Span((*steps, ENDS), begins, ends)


def has_span(class_: type[BaseModel]) -> bool:
    """Whether a class has a field where a span begins, and one where it ends."""
    return bool(first_of(class_)) and ENDS in fields_of(class_)


def first_of(class_: type[BaseModel]) -> str:
    """The field where the span of a class begins; empty where it has none."""
    return next((name for name in BEGINS if name in fields_of(class_)), "")
