"""Days that people name by the one on which they speak: today, yesterday."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from smmkit.small_words import small_words

AGO: Final = {"today": 0, "yesterday": 1}
"""How many days ago each is, by the name of its small words."""


def near_day(text: str, today: date) -> date | None:
    """The day that a word names by today; None where it names none."""
    for name, ago in AGO.items():
        if ways_to_say(name).fullmatch(text.strip()):
            return today - timedelta(ago)
    return None


@cache
def ways_to_say(name: str) -> re.Pattern[str]:
    """A pattern that finds a word for today, or for the day before."""
    return re.compile(small_words(name), re.IGNORECASE)
