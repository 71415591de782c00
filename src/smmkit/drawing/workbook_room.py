"""How much room the words of a workbook take: the width of columns, the height of rows."""

from __future__ import annotations

from collections.abc import Sequence

NARROWEST, BROADEST = 8, 50
LINE, HIGHEST = 15, 400


def broad_for(said: Sequence[str]) -> int:
    """How broad a column is, in letters: as its longest line, within reason."""
    longest = max(len(line) for text in said for line in text.split("\n"))
    return min(max(longest + 3, NARROWEST), BROADEST)


def height_for(said: Sequence[str], broad: Sequence[int]) -> int:
    """How high a row is, in points, for what wraps in columns as broad as these.

    Why: Excel finds out for itself when a person types, but not when it opens a file.
    """
    lines = max(
        sum(1 + len(line) // (width - 1) for line in text.split("\n"))
        for text, width in zip(said, broad, strict=True)
    )
    return min(LINE * lines, HIGHEST)
