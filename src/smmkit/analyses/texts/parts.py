"""The parts of a document of some sort, at any depth, each with its key path."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from smmkit.location import Path
from smmkit.model.fields import fields_of

Wanted = Callable[[type[BaseModel]], bool]
"""Which classes of parts are looked for; one and the same function each time, since it is kept."""


def parts_in(part: BaseModel, wanted: Wanted) -> list[tuple[BaseModel, Path]]:
    """Every part of a sort that stands in a part, itself included, in the order of their fields."""
    found: list[tuple[BaseModel, Path]] = []
    _gather(part, _shape(type(part), wanted), (), found)
    return found


def _gather(
    part: BaseModel, shape: _Shape, steps: Path, found: list[tuple[BaseModel, Path]]
) -> None:
    if shape.own:
        found.append((part, steps))
    for name, many, inner in shape.below:
        value = getattr(part, name)
        if not value:
            continue
        for here, item in placed(value, many, (*steps, name)):
            if inner.below:
                _gather(item, inner, here, found)
            else:  # the most are; it is looked for itself, else none would lead to it
                found.append((item, here))


def placed(value: Any, many: bool, steps: Path) -> list[tuple[Path, Any]]:
    """The value of a field, or each of its values, where it takes a list, with their key paths."""
    return [((*steps, index), one) for index, one in enumerate(value)] if many else [(steps, value)]


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


class _Shape:
    """Whether a class is looked for, and its fields that lead to others that are: name, list, shape."""

    __slots__ = ("below", "own")

    def __init__(self, *, own: bool) -> None:
        self.own = own
        self.below: list[tuple[str, bool, _Shape]] = []


@cache
def _shape(class_: type[BaseModel], wanted: Wanted) -> _Shape:
    """The shape of a class; one may stand in itself."""
    shape = _Shape(own=wanted(class_))
    for field in fields_of(class_).values():
        if field.part:
            inner = shape if field.part is class_ else _shape(field.part, wanted)
            if inner is shape or inner.own or inner.below:
                shape.below.append((field.name, field.many, inner))
    return shape
