"""What the fields of a kind refer to: other documents, entries in them, clauses, standards, files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from smmkit.documents import KINDS, class_of
from smmkit.documents.base import FILE, Mark, Names, RefersTo
from smmkit.model import Part


def marks(annotation: Any, metadata: Any) -> Iterator[Mark]:
    """The marks of what a field names, also where it is a list."""
    for item in metadata:
        if isinstance(item, RefersTo | Names):
            yield item
    if get_origin(annotation) is Annotated:
        yield from marks(get_args(annotation)[0], get_args(annotation)[1:])
    else:
        for option in get_args(annotation):
            yield from marks(option, ())


def said_of(annotation: Any) -> type[Part] | None:
    """The part that a field is made of, or a list of."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for a in get_args(annotation) if (found := said_of(a))), None)


def group(mark: Mark) -> str:
    """The name of the list of all that a mark may mean; none for files."""
    if isinstance(mark, RefersTo):
        return "-or-".join(mark.kinds) or "anything"
    return mark.what if mark != FILE else ""


def groups() -> dict[str, Mark]:
    """Every list of ids that some field of some kind asks for."""
    found: dict[str, Mark] = {}
    for kind in KINDS:
        for mark in all_marks(class_of(kind)):
            if name := group(mark):
                found[name] = mark
    return dict(sorted(found.items()))


def all_marks(type_: type[Part]) -> Iterator[Mark]:
    """Every mark in a kind and its parts."""
    for info in type_.model_fields.values():
        yield from marks(info.annotation, info.metadata)
        if below := said_of(info.annotation):
            yield from all_marks(below)
