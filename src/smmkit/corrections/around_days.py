"""What people write around a day: that it is one, and the time of day."""

from __future__ import annotations

import re
from typing import Final

from smmkit.small_words import small_words

AROUND: Final = re.compile(
    r"(?:[^\W\d]{3,9}(?: [^\W\d]{3,7})?, *+)?"
    rf"(?:(?:{small_words('day')})\b\.?:? *+)?(.{{1,40}}?)"
    rf"(?: *+\b(?:m|masehi)\b\.?|,?[ t](?:(?:{small_words('clock')})\.? )?"
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: *(?:wi(?:b|ta|t)|z|utc|[+-]\d\d:?\d\d))?)?",
    re.IGNORECASE,
)
"""What may stand around a day: Tanggal, M, the time of day."""


def without_time(text: str) -> str:
    """A day without what stands around it."""
    said = " ".join(text.split())
    bare = AROUND.fullmatch(said)
    return bare[1] if bare else said
