"""The schema by which pydantic-core judges a part, made straight from its annotations.

Why: pydantic asks every annotation, of every field that a kind inherits, for all that it may be, and
looks for plugins among all that is installed. Our parts are made of few types, so fifty kinds cost a
fifth of that. What is said of a value is the same: a test holds every kind against pydantic's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from inspect import get_annotations
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic_core import PydanticUndefined
from pydantic_core import core_schema as core

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

LIMITS = ("ge", "le", "min_length", "pattern", "strict")
"""What an annotation may ask of a value."""

PLAIN: dict[Any, Callable[..., core.CoreSchema]] = {
    str: core.str_schema,
    int: core.int_schema,
    bool: core.bool_schema,
    Decimal: core.decimal_schema,
    Any: core.any_schema,
}

_made: dict[type, core.CoreSchema] = {}
"""The schemas of parts that are made already: many kinds share a part."""


_inherited: dict[type, dict[str, core.ModelField]] = {}


@dataclass(slots=True)
class _Making:
    """The parts that are being made, and those of them that stand in themselves, by name."""

    open: set[str] = field(default_factory=set)
    circles: dict[str, core.CoreSchema | None] = field(default_factory=dict)


def schema_of(class_: type[BaseModel]) -> core.CoreSchema:
    """The schema of a part and of all that it is made of.

    Raises:
        TypeError: a field has a type that no part has had yet; it needs a line in `_limited`.
    """
    making = _Making()
    schema = _part(class_, making)
    circles = [circle for circle in making.circles.values() if circle]
    return core.definitions_schema(schema, circles) if circles else schema


def _part(class_: type[BaseModel], making: _Making) -> core.CoreSchema:
    if class_ in _made:
        return _made[class_]
    name = f"{class_.__module__}.{class_.__qualname__}"
    if name in making.open or name in making.circles:
        making.circles.setdefault(name, None)
        return core.definition_reference_schema(name)
    making.open.add(name)
    schema = _model(class_, making)
    making.open.discard(name)
    if name in making.circles:
        making.circles[name] = {**schema, "ref": name}
        return core.definition_reference_schema(name)
    if not making.circles:
        _made[class_] = schema
    return schema


def _model(class_: type[BaseModel], making: _Making) -> core.ModelSchema:
    extra: Any = class_.model_config["extra"]
    return core.model_schema(
        class_,
        core.model_fields_schema(_fields(class_, making), model_name=class_.__name__),
        frozen=True,
        post_init=getattr(class_, "__pydantic_post_init__", None),
        config=core.CoreConfig(title=class_.__name__, extra_fields_behavior=extra),
    )


def _fields(class_: type[BaseModel], making: _Making) -> dict[str, core.ModelField]:
    """The fields of a class; those that it only inherits are made once for all its kin."""
    if class_ in _inherited:
        return _inherited[class_]
    own = get_annotations(class_)
    known = {name: f for base in class_.__bases__ for name, f in _kin(base, making).items()}
    fields = {
        name: _field(info, making) if name in own else known[name]
        for name, info in class_.model_fields.items()
    }
    if not making.circles:
        _inherited[class_] = fields
    return fields


def _kin(base: type, making: _Making) -> dict[str, core.ModelField]:
    """The fields that a base gives to those below it."""
    return _fields(base, making) if hasattr(base, "model_fields") else {}


def _field(info: FieldInfo, making: _Making) -> core.ModelField:
    schema = _typed(info.annotation, info.metadata, making)
    if info.default_factory is not None:
        factory: Any = info.default_factory
        schema = core.with_default_schema(schema, default_factory=factory)
    elif info.default is not PydanticUndefined:
        schema = core.with_default_schema(schema, default=info.default)
    return core.model_field(schema)


def _typed(annotation: Any, metadata: list[Any], making: _Making) -> core.CoreSchema:
    """The schema of an annotation, with what stands beside it in `Annotated`."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _typed(inner, [*more, *metadata], making)
    if origin in {Union, UnionType}:
        (option,) = (option for option in get_args(annotation) if option is not NoneType)
        return core.nullable_schema(_typed(option, metadata, making))
    own = next((m for m in metadata if hasattr(m, "__get_pydantic_core_schema__")), None)
    if own is None:
        return _limited(annotation, metadata, making)
    made: core.CoreSchema = own.__get_pydantic_core_schema__(
        annotation, lambda _: _limited(annotation, metadata, making)
    )
    return made


def _limited(annotation: Any, metadata: list[Any], making: _Making) -> core.CoreSchema:
    """The schema of a type, within its limits."""
    flat = [limit for mark in metadata for limit in getattr(mark, "metadata", [mark])]
    limits = {
        name: value
        for limit in flat
        for name in LIMITS
        if (value := getattr(limit, name, None)) is not None
    }
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation in PLAIN:
        return PLAIN[annotation](**limits)
    if origin is Literal:
        return core.literal_schema(list(inner))
    if origin is tuple:
        return core.tuple_schema([_typed(inner[0], [], making)], variadic_item_index=0, **limits)
    if origin is dict:
        return core.dict_schema(_typed(inner[0], [], making), _typed(inner[1], [], making))
    if hasattr(annotation, "model_fields"):
        return _part(annotation, making)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return core.enum_schema(annotation, list(annotation), sub_type="str")
    if is_dataclass(annotation):
        return _dataclass(annotation, making)
    raise TypeError(annotation)


def _dataclass(class_: Any, making: _Making) -> core.CoreSchema:
    hints = get_type_hints(class_)
    names = [field.name for field in fields(class_)]
    arguments = [
        core.dataclass_field(n, _typed(hints[n], [], making), kw_only=False) for n in names
    ]
    extra = class_.__pydantic_config__["extra"]
    return core.dataclass_schema(
        class_,
        core.dataclass_args_schema(class_.__name__, arguments),
        names,
        frozen=True,
        slots=True,
        config=core.CoreConfig(title=class_.__name__, extra_fields_behavior=extra),
    )
