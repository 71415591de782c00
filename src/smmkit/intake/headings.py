"""The rows of a heading: what is merged, what stands below a gap, what stands over a column."""

from __future__ import annotations

import re
from typing import Final

from smmkit.intake.words import is_numbering
from smmkit.office.grid import Grid

NUMBERING: Final = re.compile(r"(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]?")
"""What numbers a part of a table."""

LONGEST: Final = 100
ITEM: Final = re.compile(r"\d{1,2}[.)]\s+[^\W\d]")
"""What a box says, and no heading: more letters than this, or an item of a list."""


def reaches(cells: tuple[str, ...], key: int) -> bool:
    """Whether a heading is merged over the next column, so that others stand below it."""
    return key + 1 < len(cells) and bool(cells[key]) and cells[key + 1] == cells[key]


def heads_a_part(cells: tuple[str, ...], key: int, new: list[int]) -> bool:
    """Whether a row below a heading is the title of the first part: one text alone, or behind its number."""
    said = {text for text in cells if text}
    if len(said) == 1:
        return new == [0]
    return len(said) == 2 and not cells[key] and NUMBERING.fullmatch(cells[0].strip()) is not None


def is_below_gaps(above: tuple[str, ...], below: tuple[str, ...]) -> bool:
    """Whether a row says something only below headings with a gap beside them, not merged over it."""
    whole = (text and (n + 1 == len(above) or above[n + 1]) for n, text in enumerate(above))
    return "" in above and not any(
        said for said, is_whole in zip(below, whole, strict=True) if is_whole
    )


def path_of(grid: Grid, top: int, last: int, column: int) -> tuple[str, ...]:
    """What stands over a column; a heading that is not merged reaches over empty cells beside it."""
    path: list[str] = []
    for row in range(top, last + 1):
        text, left = grid.cell(row, column), column
        if not text and row < last and grid.cell(row + 1, column):
            while left > 0 and not text:
                left -= 1
                text = grid.cell(row, left)
        if text and text not in path:
            path.append(text)
    return tuple(path)


def raised(grid: Grid, top: int) -> int:
    """The row of a heading above its columns, where it is merged over some of them; else their own."""
    if not top:
        return top
    above, own = grid.rows[top - 1], grid.rows[top]
    merged = [
        bool(text) and text in {*above[max(n - 1, 0) : n], *above[n + 1 : n + 2]}
        for n, text in enumerate(above)
    ]
    fits = all(
        not text or not own[n] or text == own[n] or merged[n] for n, text in enumerate(above)
    )
    is_text = any(len(text) > LONGEST or ITEM.match(text) for text in above)
    is_heading = len({*above} - {""}) > 1 and any(merged) and not (is_numbering(above) or is_text)
    return top - 1 if fits and is_heading else top
