"""SMM852 range-upside-down."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pydantic import BaseModel

from smmkit.analyses.texts.parts import parts_in
from smmkit.documents import Information
from smmkit.model.fields import fields_of
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM852", "range-upside-down", of=Information, source="own rule")
def range_upside_down(document: Information, qms: Qms) -> Problems:  # noqa: ARG001
    """A range ends above where it begins.

    Why: from 9 up to 3 is nothing; one of the numbers, or their order, is wrong.
    """
    for part, steps in parts_in(document, has_range):
        ends = given(part, UPPER)
        low = next(iter(given(part, LOWER)), None) if ends else None
        for name, high in ends:
            if (low is None and name == "highest") or (low and not is_empty(low[1], name, high)):
                continue
            said = say("the range ends at {high} and begins nowhere", high=high)
            if low is not None:
                said = say("the range ends at {high} and begins at {low}", high=high, low=low[1])
            hint = say("write the lower number first, and the higher one as the end")
            yield problem(document, *steps, name, message=said, hint=hint)


LOWER = ("value", "at_least", "above", "lowest")
UPPER = ("up_to", "below", "highest")


def has_range(class_: type[BaseModel]) -> bool:
    """Whether a class of parts has a number to which something goes."""
    return not fields_of(class_).keys().isdisjoint(UPPER)


def given(part: BaseModel, names: tuple[str, ...]) -> list[tuple[str, Decimal]]:
    """The fields of these names that have a number, and the number."""
    values = [(name, getattr(part, name)) for name in known(type(part), names)]
    return [(name, value) for name, value in values if value is not None]


@cache
def known(class_: type[BaseModel], names: tuple[str, ...]) -> tuple[str, ...]:
    """Which of these fields a class has."""
    return tuple(name for name in names if name in fields_of(class_))


def is_empty(low: Decimal, name: str, high: Decimal) -> bool:
    """Whether nothing lies in a range; a range of one number is one, unless its end is left out."""
    return high < low or (high == low and name != "up_to")
