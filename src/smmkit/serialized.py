"""An analysis as data for programs: what it holds, under the names that it declares itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from math import isfinite
from operator import attrgetter
from typing import Any

from smmkit.documents import Thing
from smmkit.words import Language, Message, Percent, Words, places_set, rounded


def serialized(value: Any, language: Language) -> Any:
    """A value as JSON knows it; what is missing is null, a thing is its id.

    An analysis says in `FOR_PROGRAMS` which of its parts programs get, each by its path from there:
    `"score": "totals.conformity"`. Words of data are spoken in the language of the answer.

    Raises:
        TypeError: a value is of a sort that programs have not been given yet.
    """
    if paths := getattr(value, "FOR_PROGRAMS", None):
        return {key: part(value, path, language) for key, path in paths.items()}
    match value:
        case Enum():
            return value.value
        case None | str() | bool() | int() | float():
            return value
        case Decimal():
            return figure(value)
        case Percent():
            return finite(rounded(value.value, value.places))
        case date():
            return value.isoformat()
        case Message() | Words():
            return language.say(value)
        case Thing():
            return value.id
        case Mapping():
            return {key: serialized(part, language) for key, part in value.items()}
        case Iterable():
            return [serialized(part, language) for part in value]
    raise TypeError(type(value))


class AsSet(str):
    """The path of a number that somebody has set or measured: programs get all its places."""

    __slots__ = ()


def part(value: Any, path: str, language: Language) -> Any:
    """What stands at a path of a value, as JSON knows it."""
    found = attrgetter(path)(value)
    if isinstance(path, AsSet) and isinstance(found, Decimal):
        return figure(found) if places_set(found) is None else finite(found)
    return serialized(found, language)


def figure(value: Decimal | None) -> float | None:
    """A number for programs: rounded half up to two decimals."""
    return None if value is None else finite(rounded(value))


def finite(value: Decimal) -> float | None:
    """A number for programs; None where it is beyond what they can hold: JSON knows no infinity."""
    found = float(value)
    return found if isfinite(found) else None
