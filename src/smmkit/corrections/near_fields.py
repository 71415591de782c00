"""The field that a name is a slip of the pen for; by letters alone nothing is taken for a word of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from smmkit.corrections.nothing_yet import is_nothing
from smmkit.corrections.officials import FIELDS, comparable, data, nearest, table
from smmkit.corrections.put_right import as_part
from smmkit.model.fields import Field, fields_of
from smmkit.words import Message, say


def near_field(
    name: str, value: Any, known: Collection[str], fields: Mapping[str, Field]
) -> str | None:
    """The field that was probably meant: none where the name is a word for something else (`contact`
    is no `contract`), or where the value is of another build than that of the field.
    """
    near = nearest(name, known)
    if near is None or (is_word_of_its_own(name) and not is_plural(name, near)):
        return None
    return near if near not in fields or is_of_its_build(value, fields[near]) else None


def field_hint(
    name: str,
    value: Any,
    known: Collection[str],
    fields: Mapping[str, Field],
    otherwise: Message | None,
) -> Message:
    """The field that was probably meant; else where to look, or all that may stand there."""
    if near := near_field(name, value, known, fields):
        return say("did you mean {word}?", word=near)
    return otherwise or say("write one of: {words}", words=", ".join(known))


def is_word_of_its_own(name: str) -> bool:
    """Whether offices call some field so, or any kind has one of this name."""
    said = comparable(name)
    return said in table(FIELDS) or said in map(comparable, data()[FIELDS])


def is_plural(one: str, other: str) -> bool:
    """Whether two names are of one and of several of the same."""
    return comparable(one).removesuffix("s") == comparable(other).removesuffix("s")


def is_of_its_build(value: Any, field: Field) -> bool:
    """Whether fields stand where a field has them, and a plain value where it has none."""
    first = value[0] if isinstance(value, list) and value else value
    if first is None or is_nothing(first):
        return True
    if isinstance(first, dict):
        return field.part is not None
    return field.part is None or as_part(str(first), fields_of(field.part)) is not None
