"""What people write where nothing is to be written yet."""

from __future__ import annotations

from typing import Any, Final

from smmkit.corrections.officials import comparable, data
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
