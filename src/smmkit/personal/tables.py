"""Tables within a text, as Markdown draws them: what stands over a column says what its numbers are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.words import word_ways

TABLE: Final = re.compile(
    r"^[ \t]*\|([^\n]*)\n[ \t]*\|[ \t]*:?-[-|: \t]*\n((?:[ \t]*\|[^\n]*(?:\n|\Z))+)",
    re.M,
)
LABEL: Final = re.compile(r"(?=.{2,60}\Z)[^\d]*\w[^\d]*")
"""A cell of words alone, behind which the next one stands."""

TELLING: Final = re.compile(rf"(?<![^\W_])(?:{word_ways('telling_columns')})(?![^\W_])", re.I)


def told_cells(text: str) -> Iterator[tuple[int, str, str]]:
    """The cells of tables whose heading tells of people: where each begins, its text, the heading,
    and below it the words in the cell before.
    """
    if "|" not in text or not any(sign in text for sign in ("|-", "| -", "|:", "| :")):
        return
    for table in TABLE.finditer(text):
        headings = [cell.strip() for cell in table[1].split("|")]
        told = {n: one for n, one in enumerate(headings) if TELLING.search(one)}
        if not told:
            continue
        at = table.start(2)
        for line in table[2].splitlines(keepends=True):
            start, before = at + line.index("|") + 1, ""
            for column, cell in enumerate(line[start - at :].rstrip("\r\n").split("|")):
                if column in told and cell.strip():
                    yield start, cell, f"{told[column]}{before}"
                before = f"\n{cell.strip()}" if LABEL.fullmatch(cell) else ""
                start += len(cell) + 1
            at += len(line)
