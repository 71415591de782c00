"""What people write where nothing is to be written yet."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel

from smmkit.corrections.key_paths import value_at
from smmkit.corrections.officials import comparable, data
from smmkit.location import Path
from smmkit.model.fields import field_at
from smmkit.words import Message, say

NOTHING_YET: Final = "nothing_yet"
"""The list of what people write there."""


def is_nothing(value: Any) -> bool:
    """Whether a value says that there is none yet: `-`, `n/a`, `belum ada`."""
    said = comparable(str(value))
    is_sign = isinstance(value, str) and not said.strip("._") and value.strip() != ""
    return is_sign or said in data()[NOTHING_YET]


def instead_of_nothing(required: bool | None) -> Message | None:
    """What to do where that stands at a field; nothing is known of one that is asked for in a dialogue."""
    if required is None:
        return None
    if required:
        return say("write one; it has to be there")
    return say("delete the line while there is nothing to be written")


def instead_of_no_thing(type_: type[BaseModel], values: Any, steps: Path) -> Message | None:
    """What to do where it stands in place of the id of a thing, alone or as one of several."""
    several = value_at(values, steps[:-1]) if isinstance(steps[-1], int) else None
    if isinstance(several, list) and len(several) > 1:
        return say("delete it")
    field = field_at(type_, steps)
    return instead_of_nothing(field.required) if field else None
