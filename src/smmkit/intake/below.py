"""What stands below a table on its sheet and is no row of it: a signature block, notes, a legend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.intake.words import any_of
from smmkit.office.grid import Grid
from smmkit.small_words import small_words

WIDEST: Final = 3
"""So many different texts a row below a table has at most: two who sign, and who knows of it."""

DEEPEST: Final = 200
"""So many rows at the end of a table are looked at: who signs, and a legend, have fewer."""

MONTH: Final = (
    r"(?:jan|feb|peb|mar|apr|mei|may|jun|jul|ag|aug|sep|okt|oct|nov|nop|des|dec)[a-z]{0,7}"
)
GAP: Final = r"[.\u2026_ ]{2,40}"
NIP: Final = re.compile(r"(?:nip|nrp|nik)\b[ .:]{0,3}(?:[\d ]{8,30}|[.\u2026_ -]{2,40})", re.I)
OPENS: Final = re.compile(
    rf"(?:{any_of('signing_opens')})(?: oleh)?[ ,:;]{{0,3}}"
    rf"|(?:{any_of('signing_places')}) di\b.{{0,60}}"
    r"|pada tanggal\b.{0,40}"
    rf"|(?:{any_of('remarks_below')})\s{{0,3}}:.{{0,2000}}"
    rf"|[^\W\d][^\d,;:]{{1,40}},\s{{0,3}}(?:(?:{small_words('day')}) )?(?:\d{{1,2}}|{GAP})\s{{0,3}}"
    rf"(?:{MONTH}\s{{0,3}}|{GAP})?(?:20\d\d|20{GAP}|{GAP})?",
    re.I | re.S,
)
"""How the first line of what stands below a table reads: `Mengetahui,`, `Kupang, 5 Januari 2026`."""

LABELLED: Final = re.compile(r"[^\W\d][^:\d]{2,40}:\s.{1,200}", re.S)
"""A line at the left that says one thing of the whole table: `Tanggal evaluasi: 15 Desember 2025`."""


def below_table(grid: Grid, first: int, heading: set[tuple[str, ...]]) -> Iterator[int]:
    """The rows that are none of the table any more, up to where its heading comes again."""
    start = first
    while start < len(grid.rows):
        again = (n for n in range(start, len(grid.rows)) if grid.rows[n] in heading)
        end = next(again, len(grid.rows))
        opening = opened(grid, start, end)
        if opening is not None:
            yield from range(opening, end)
        start = end + 1


def opened(grid: Grid, start: int, end: int) -> int | None:
    """The row at which what stands below a table begins; None where rows of the table go on to the end."""
    top, start = end, max(start, end - DEEPEST)
    while top > start and len(texts_of_row(grid.rows[top - 1])) <= WIDEST:
        top -= 1
    top = max(top, start + 1)
    for row in range(top, end):
        texts = texts_of_row(grid.rows[row])
        if texts and all(OPENS.fullmatch(" ".join(text.split())) for text in texts):
            return row
        if len(texts) == 1 and not rows_after(grid, row, end) and LABELLED.fullmatch(texts[0]):
            return row
    signed = [n for n in range(top, end) if any(map(is_nip, texts_of_row(grid.rows[n])))]
    gaps = [n for n in range(top, signed[0] if signed else end) if not texts_of_row(grid.rows[n])]
    if signed or all(
        len(texts_of_row(grid.rows[n])) < 2 for n in range(min(gaps, default=end), end)
    ):
        return gaps[0] if gaps else None
    return None


def rows_after(grid: Grid, row: int, end: int) -> bool:
    """Whether a row below another, or its own first cell, says that it is one of a table."""
    below = range(row + 1, end)
    return not grid.cell(row, 0) or any(len(texts_of_row(grid.rows[n])) > 1 for n in below)


def is_nip(text: str) -> bool:
    """Whether a text is the number of who signs."""
    return NIP.fullmatch(" ".join(text.split())) is not None


def texts_of_row(cells: tuple[str, ...]) -> list[str]:
    """The different texts of a row."""
    return [text for text in dict.fromkeys(cells) if text.strip()]
