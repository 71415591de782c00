"""What a field of a class takes: asked here alone, once for each class, by all who need to know."""

from __future__ import annotations

import builtins
import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from smmkit.location import Step
from smmkit.model.docstrings import meanings
from smmkit.model.marks import Among, Asks, Label, MayBe, Names, Reference, RefersTo
from smmkit.words import ClosedList, Message, label_message, say

LIMITS: Final = ("ge", "gt", "le", "lt", "min_length", "max_length", "pattern")

M = TypeVar("M")


class Field(NamedTuple):
    """A field of a class, and what it takes."""

    owner: type[BaseModel]
    name: str
    type: Any
    """The type of one value, below lists and options: a class, a Literal, or a mapping."""
    many: bool
    """Whether it takes a list."""
    required: bool
    default: Any
    """What holds where it is left out; of no meaning where it is required."""
    marks: tuple[Any, ...]
    """What is annotated of one value."""
    list_marks: tuple[Any, ...]
    """What is annotated of the list, where it takes one."""
    reference: Reference | None
    """What its text refers to, where it is no text of its own."""
    part: type[BaseModel] | None
    """The part that it is made of, or a list of."""
    limits: Mapping[str, Any]
    """The bounds of one value: `ge`, `min_length`, `pattern`."""
    enum: type[ClosedList] | None
    """The closed list that its words are of; one's own words may stand beside them (`is_open`)."""

    def mark(self, type_: builtins.type[M]) -> M | None:
        """The annotation of this type, of the value or of the list."""
        return next((m for m in (*self.list_marks, *self.marks) if isinstance(m, type_)), None)

    def has(self, mark: Enum) -> bool:
        """Whether this is true of it."""
        return mark in self.marks or mark in self.list_marks

    def asks(self, what: Asks) -> bool:
        """Whether a text has to say this in it."""
        return what in (self.mark(Asks) or Asks(0))

    def may_be(self, what: MayBe) -> bool:
        """Whether a text that is this says all in it."""
        return what in (self.mark(MayBe) or MayBe(0))

    @property
    def is_open(self) -> bool:
        """Whether one's own words may stand where none of its list fits."""
        return self.mark(Among) is not None

    @property
    def choices(self) -> tuple[Any, ...]:
        """All that it may be, where that is a closed list."""
        if get_origin(self.type) is Literal:
            return get_args(self.type)
        if self.enum is None or self.is_open:
            return ()
        return tuple(word.value for word in self.enum)

    @property
    def list_limits(self) -> dict[str, Any]:
        """The bounds of the list: `min_length`."""
        return _limits(self.list_marks)

    @property
    def label(self) -> Message:
        """How it is called in front of a reader: as it is named, unless it is called otherwise."""
        if label := self.mark(Label):
            return label_message(label.text)
        words = self.name.replace("_", " ")
        return label_message(words[:1].upper() + words[1:])

    @property
    def meaning(self) -> Message | None:
        """What it means, as the source says below it; a part says so itself."""
        return meanings(self.owner).get(self.name)


@cache
def fields_of(class_: type[BaseModel]) -> Mapping[str, Field]:
    """The fields of a class, by their names."""
    return {name: _field(class_, name, info) for name, info in class_.model_fields.items()}


def label(class_: type[BaseModel], name: str) -> Message:
    """How a field of a class is called in front of a reader."""
    return fields_of(class_)[name].label


def named(class_: type[BaseModel], path: str) -> Message:
    """A field as a message names it: what it is called, and how it is written, `action.done` too."""
    *above, last = path.split(".")
    for name in above:
        class_ = fields_of(class_)[name].part or class_
    return say("{label} (`{name}:`)", label=label(class_, last), name=path)


def parts_of(class_: type[BaseModel]) -> list[type[BaseModel]]:
    """The parts that a class is made of, each once, in the order in which they are met."""
    found: dict[type[BaseModel], None] = {}
    for field in fields_of(class_).values():
        if field.part and field.part not in found:
            found |= {field.part: None} | dict.fromkeys(parts_of(field.part))
    return list(found)


def fields_at(class_: type[BaseModel], steps: Sequence[Step]) -> Mapping[str, Field]:
    """The fields that may stand at a key path of a class; none where it leads to no part."""
    here: Any = class_
    for step in steps:
        if is_part(here) and step in fields_of(here):
            here = fields_of(here)[str(step)].type
    return fields_of(here) if is_part(here) else {}


def labels_at(class_: type[BaseModel], steps: Sequence[Step]) -> dict[str, Message | None]:
    """The fields that may stand at a key path of a class, with their labels, where they have one."""
    here: Any = class_
    for step in steps:
        if is_part(here) and step in fields_of(here):
            here = fields_of(here)[str(step)].type
    if is_part(here):
        return {name: field.label for name, field in fields_of(here).items()}
    return dict.fromkeys(f.name for f in dataclasses.fields(here)) if is_dataclass(here) else {}


def field_at(class_: type[BaseModel], steps: Sequence[Step]) -> Field | None:
    """The field of a class that a key path leads to; None where it leads to none."""
    here: Any = class_
    field: Field | None = None
    for step in steps:
        if isinstance(step, int):
            continue
        if not is_part(here) or step not in fields_of(here):
            return None
        field = fields_of(here)[str(step)]
        here = field.type
    return field


def is_part(type_: Any) -> bool:
    """Whether a type is a class with fields of its own."""
    return isinstance(type_, type) and issubclass(type_, BaseModel)


def _field(class_: type[BaseModel], name: str, info: FieldInfo) -> Field:
    required = info.is_required()
    default = None if required else info.default
    return _taken(info)._replace(owner=class_, name=name, required=required, default=default)


_known: dict[tuple[int, ...], tuple[FieldInfo, Field]] = {}
"""What is taken, by the annotation: many kinds inherit a field, and it is read once for all of them."""


def _taken(info: FieldInfo) -> Field:
    key = (id(info.annotation), *map(id, info.metadata))
    if key not in _known:
        _known[key] = info, _read(info)  # with the field, so that no other gets its identity
    return _known[key][1]


def _read(info: FieldInfo) -> Field:
    """A field of any class: its type, whether there are many, what is annotated of one and of the list."""
    type_: Any = info.annotation
    marks, list_marks, many = list(info.metadata), [], False
    while not isinstance(type_, type) or get_origin(type_) is tuple:
        origin, options = get_origin(type_), get_args(type_)
        if origin is Annotated:
            type_ = options[0]
            marks += options[1:]
        elif origin is tuple:
            many, type_ = True, options[0]
            list_marks, marks = marks, []
        elif origin in {Union, UnionType}:
            type_ = next(option for option in options if option is not NoneType)
        else:
            break
    flat, of_list = tuple(_flat(marks)), tuple(_flat(list_marks))
    reference = next((mark for mark in flat if isinstance(mark, RefersTo | Names)), None)
    part = type_ if is_part(type_) else None
    enum = type_ if isinstance(type_, type) and issubclass(type_, ClosedList) else None
    among = next((mark for mark in (*of_list, *flat) if isinstance(mark, Among)), None)
    words = among.words if among else enum
    limits = _limits(flat)
    return Field(
        BaseModel, "", type_, many, True, None, flat, of_list, reference, part, limits, words
    )


def _flat(marks: Iterable[Any]) -> Iterator[Any]:
    """What is annotated, one by one: pydantic keeps some of it in a field of its own."""
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else [mark]


def _limits(marks: tuple[Any, ...]) -> dict[str, Any]:
    bounds = ((name, getattr(mark, name, None)) for mark in marks for name in LIMITS)
    return {name: bound for name, bound in bounds if bound is not None}
