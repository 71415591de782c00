"""How a line of a table is to be parted, which has more or fewer cells than its heading."""

from __future__ import annotations

from smmkit.cells import DELIMITERS, Cells
from smmkit.words import Message, say

MOST = 80
"""No longer line is shown as it should be."""


def other_way(cells: Cells, line: int) -> Message | None:
    """How to write a line whose cells are not parted as those of the heading; None where nobody knows."""
    text, ours, most = cells.lines[line - 1], cells.delimiter, len(cells.heading)
    others = [sign for sign in DELIMITERS if sign != ours and sign in text]
    bare = text.strip().strip('"')
    for sign in (ours, *others) if len(text) <= MOST else ():
        pieces = [cell.strip(' "') for cell in bare.split(sign)]
        if sign == ours == "," and len(pieces) == most + 1:
            pieces = with_point(pieces)
        if len(pieces) == most and (sign == ours or ours not in text):
            right = ours.join(pieces).replace("\t", "<TAB>")
            return say("the heading parts its cells otherwise: write {words}", words=f"`{right}`")
    if not others:
        return None
    return say(
        "part the cells of this line by {sign}, as the heading does",
        sign=ours.replace("\t", "<TAB>"),
    )


def with_point(cells: list[str]) -> list[str]:
    """The cells of a line, put together again what a decimal comma has parted, if that is clear."""
    two = [n for n in range(len(cells) - 1) if cells[n].isdecimal() and cells[n + 1].isdecimal()]
    if len(two) != 1:
        return cells
    at = two[0]
    return [*cells[:at], f"{cells[at]}.{cells[at + 1]}", *cells[at + 2 :]]
