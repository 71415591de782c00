"""What is wrong with a value where a number has to stand, and what to write instead."""

from __future__ import annotations

import re
from string import ascii_letters
from typing import Any, Final

from smmkit.corrections.put_right import NUMBER
from smmkit.corrections.spoken_lists import MOST
from smmkit.corrections.spoken_numbers import RANGE, SHARE, twofold
from smmkit.corrections.spoken_words import Right, time_in
from smmkit.words import Message, say
from smmkit.words.numbers import in_two_ways

THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")
"""A number as it is written in Indonesia, where a point parts thousands."""


def read_twice(error: Any, right: Right | None) -> Message | None:
    """That a number can be read in two ways, where nothing says in which of them it is meant."""
    if error["type"] not in NUMBER or (right and right.is_certain):
        return None
    twice = twofold(str(error.get("written") or error["input"]))
    return in_two_ways(twice) if twice else None


def no_whole_number(error: Any, name: str) -> tuple[Message, Message | None]:
    """Digits alone are asked for."""
    message = say("{name} must be a whole number, without quotes", name=name)
    if name.endswith("days") and time_in(str(error["input"])):
        return message, say("days are counted here: write how many, such as {n}", n=3)
    if between := RANGE.fullmatch(str(error["input"])[:MOST].rstrip(ascii_letters + " ")):
        return message, say("only one can stand here: {words}", words=[*between.groups()])
    return message, say("write digits alone, such as {n}", n=3)


def no_number(error: Any, name: str) -> tuple[Message, Message | None]:
    """A number is asked for, perhaps with decimals."""
    message = say("{name} must be a number, without quotes, with a point: 82.5", name=name)
    between = RANGE.fullmatch(str(error["input"])[:MOST])
    if between is None:
        return message, None
    if SHARE.search(between[0]) or not name.endswith(("].value", "duration.value")):
        return message, say("only one can stand here: {words}", words=[*between.groups()])
    low, high = (text.replace(",", ".") for text in between.groups())
    return message, say("write the range as `value: {low}` and `up_to: {high}`", low=low, high=high)
