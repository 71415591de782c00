"""Every stretch of time that a document names: where it begins, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from smmkit.analyses.texts.parts import parts_in
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.model.fields import fields_of

BEGINS, ENDS = ("since", "in_force", "date"), ("until", "date")


class Span(NamedTuple):
    """A stretch of time, both ends named, and the key path of its end."""

    steps: Path
    begins: Any
    ends: Any


def spans(document: Information) -> Iterator[Span]:
    """Every span of a document, in its order."""
    for part, steps in parts_in(document, has_span):
        first, last = first_of(type(part)), last_of(type(part))
        begins, ends = getattr(part, first), getattr(part, last)
        if begins is not None and ends is not None:
            yield Span((*steps, last), begins, ends)


def has_span(class_: type[BaseModel]) -> bool:
    """Whether a class has a field where a span begins, and another one where it ends."""
    return bool(first_of(class_)) and last_of(class_) not in ("", first_of(class_))


def first_of(class_: type[BaseModel]) -> str:
    """The field where the span of a class begins; empty where it has none."""
    return next((name for name in BEGINS if name in fields_of(class_)), "")


def last_of(class_: type[BaseModel]) -> str:
    """The field where it ends: its last day, or the day on which one looked back; empty where it has none."""
    return next((name for name in ENDS if name in fields_of(class_)), "")
