"""Days of birth in a table that has become lines of text: of a page, or between strokes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.words import word_ways

MONTHS: Final = rf"(?:{word_ways('months')})[a-z]{{0,6}}"
"""By its first letters, since each office shortens it in its own way."""

DAY: Final = re.compile(
    r"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])(?:[ \t]{0,2}[-/. ][ \t]{0,2})"
    rf"(?:(?:0?[1-9]|1[0-2])|(?:{MONTHS}))(?:[ \t]{{0,2}}[-/. ][ \t]{{0,2}})(?P<y>(?:19|20)\d\d)"
    r"|(?P<z>(?:19|20)\d\d)[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01]))(?!\d)",
    re.I,
)
OTHERS: Final = re.compile(rf"(?<![^\W_])(?:{word_ways('columns')})(?![^\W_])", re.I)
"""What stands over the other columns of a list of people."""

PROSE: Final = re.compile(r"[.;:]\s|[.;:]\Z|(?<!tempat),", re.I)
"""What stands in a sentence, not over columns."""

LONGEST, BARREN = 240, 3
"""Letters of a line of headings; lines without a day, after which a table has ended."""


def in_column(text: str, at: int) -> Iterator[Hit]:
    """The days below a line of headings in which a label stands: of each line the earliest.

    Why the earliest: of the days in a list of people nothing comes before the birth.
    """
    start = text.rfind("\n", max(0, at - LONGEST), at) + 1
    end = text.find("\n", at, at + LONGEST)
    heading = text[start:end].strip() if end >= 0 else ""
    if not heading or PROSE.search(heading) or not OTHERS.search(heading):
        return
    barren = 0
    while barren < BARREN and 0 <= end < len(text):
        begin, end = end + 1, text.find("\n", end + 1)
        line = slice(begin, end if end >= 0 else len(text))
        days = list(DAY.finditer(text, line.start, line.stop))
        if not days:
            barren += 1
            continue
        barren = 0
        first = min(days, key=lambda day: day["y"] or day["z"])
        yield Hit(Data.BIRTH, first.span(), Certainty.LIKELY)
