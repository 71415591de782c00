"""Every task that a document names: what is to be done, by when, and when it was."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from smmkit.documents import Information
from smmkit.documents.base import Task
from smmkit.fields import fields_of
from smmkit.location import Path


def tasks(document: Information) -> Iterator[tuple[Path, Task]]:
    """Every task of a document with its key path, in its order."""
    return _tasks(document, ())


def _tasks(part: BaseModel, steps: Path) -> Iterator[tuple[Path, Task]]:
    if isinstance(part, Task):
        yield steps, part
        return
    for name, many in _ways(type(part)):
        value = getattr(part, name)
        for index, item in enumerate(value if many else [value] if value else []):
            yield from _tasks(item, (*steps, name, index) if many else (*steps, name))


@cache
def _ways(class_: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields of a class that lead to tasks."""
    return tuple(
        (field.name, field.many)
        for field in fields_of(class_).values()
        if field.part and (issubclass(field.part, Task) or _ways(field.part))
    )
