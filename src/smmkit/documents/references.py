"""What a document names, and what stands inside it: found by the types of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from smmkit.documents.base import Entry
from smmkit.location import Path
from smmkit.model.fields import fields_of
from smmkit.model.marks import Reference
from smmkit.model.part import Part


def references(document: Part) -> list[tuple[Path, str, Reference]]:
    """Everything that a document names (ids, clauses, files): where, what, and what is wanted."""
    found: list[tuple[Path, str, Reference]] = []
    _gather(document, _leading(type(document)), (), found)
    return found


def entries(document: Part) -> Iterator[tuple[Path, Entry]]:
    """Every entry inside a document, and its key path."""
    for name, many in _entry_fields(type(document)):
        value = getattr(document, name)
        for index, item in enumerate(value if many else [value] if value else []):
            steps: Path = (name, index) if many else (name,)
            yield steps, item


def named_in(class_: type[BaseModel], values: Any) -> Iterator[tuple[Path, str, Reference]]:
    """What the values of a file name that faults keep from being a document, as far as it can be seen."""
    for name, many, mark, below in _leading(class_):
        value = values.get(name)
        several = enumerate(value) if many and isinstance(value, list) else ()
        for index, item in several if many else [(None, value)]:
            here: Path = (name,) if index is None else (name, index)
            if mark is not None and isinstance(item, str):
                yield here, item, mark
            elif below is not None and isinstance(item, dict):
                for steps, target, wanted in named_in(below, item):
                    yield (*here, *steps), target, wanted


Leading = tuple[tuple[str, bool, Reference | None, type[BaseModel] | None], ...]
"""For each field that leads to a reference: name, whether it is a list, its mark, the part below."""


def _gather(
    part: BaseModel, leading: Leading, steps: Path, found: list[tuple[Path, str, Reference]]
) -> None:
    for name, many, mark, below in leading:
        value = getattr(part, name)
        if not value:
            continue
        for index, item in enumerate(value) if many else ((None, value),):
            here: Path = (*steps, name) if index is None else (*steps, name, index)
            if mark is not None:
                found.append((here, item, mark))
            elif below is not None:
                _gather(item, _leading(below), here, found)


@cache
def _leading(class_: type[BaseModel]) -> Leading:
    return tuple(
        (field.name, field.many, field.reference, field.part)
        for field in fields_of(class_).values()
        if field.reference or (field.part and _leading(field.part))
    )


@cache
def _entry_fields(class_: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    return tuple(
        (field.name, field.many)
        for field in fields_of(class_).values()
        if field.part and issubclass(field.part, Entry)
    )
