"""The parts of a document of some sort, at any depth, each with its key path."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from smmkit.fields import fields_of
from smmkit.location import Path

Wanted = Callable[[type[BaseModel]], bool]
"""Which classes of parts are looked for; one and the same function each time, since it is kept."""


def parts_in(part: BaseModel, wanted: Wanted) -> list[tuple[BaseModel, Path]]:
    """Every part of a sort that stands in a part, itself included, in the order of their fields."""
    found: list[tuple[BaseModel, Path]] = []
    _gather(part, wanted, (), found)
    return found


def _gather(
    part: BaseModel, wanted: Wanted, steps: Path, found: list[tuple[BaseModel, Path]]
) -> None:
    own, below = _shape(type(part), wanted)
    if own:
        found.append((part, steps))
    for name, many in below:
        value = getattr(part, name)
        if not value:
            continue
        for index, item in enumerate(value) if many else ((None, value),):
            here: Path = (*steps, name) if index is None else (*steps, name, index)
            _gather(item, wanted, here, found)


class ToDo(NamedTuple):
    """Something to be done by a day: an action, a decision, a shortage; its key path."""

    steps: Path
    due: date | None
    done: date | None


def to_do_in(part: BaseModel) -> Iterator[ToDo]:
    """All that a document asks for."""
    for one, steps in parts_in(part, has_day_to_keep):
        days: Any = one
        yield ToDo(steps, days.due, days.done)


def has_day_to_keep(class_: type[BaseModel]) -> bool:
    """Whether a part is due on a day, and done on one."""
    return {"due", "done"} <= fields_of(class_).keys()


def is_given(value: object) -> bool:
    """Whether a field says something; a zero does, false and an empty list do not."""
    return value is not None and value is not False and value != ()


@cache
def _shape(class_: type[BaseModel], wanted: Wanted) -> tuple[bool, tuple[tuple[str, bool], ...]]:
    """Whether a class is looked for, and its fields that lead to others that are."""
    below = tuple(
        (field.name, field.many)
        for field in fields_of(class_).values()
        if field.part and (field.part is class_ or any(_shape(field.part, wanted)))
    )
    return wanted(class_), below
