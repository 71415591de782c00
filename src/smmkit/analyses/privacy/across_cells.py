"""Data that go on from one cell to the next: a number in boxes or parts, a name in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from smmkit.office.pieces import Piece
from smmkit.personal import Certainty, Data, Names, hits

MOST: Final = 20
"""Cells over which a number goes."""

LONGEST_PART: Final = 12
"""Letters of a cell that holds a part of a number."""

LONGEST: Final = 40
"""Letters of a cell that holds a part of a name."""


def across(found: list[Piece], names: Names) -> Iterator[Piece]:
    """Cells that follow each other, as one piece, where only together they tell of a person."""
    number: list[Piece] = []
    before = None
    for piece in found:
        text = piece.text.strip()
        is_part = len(text) <= LONGEST_PART and text.replace(" ", "").isdigit()
        if number and not (is_part and len(number) < MOST):
            yield from as_one(number, names)
            number = []
        if is_part and (number or piece.context):
            number.append(piece)
        is_name = text.replace(" ", "").isalpha() and len(text) <= LONGEST
        if is_name and before and is_named([before, piece], names):
            yield from as_one([before, piece], names)
        before = piece if is_name else None
    yield from as_one(number, names)


def is_named(both: list[Piece], names: Names) -> bool:
    """Whether two cells may hold the name of a person, and none of them has it alone."""
    return names.may_be_in(" ".join(one.text for one in both).lower()) and not any(
        hits(one.text, one.context, names) for one in both
    )


def as_one(cells: list[Piece], names: Names) -> Iterator[Piece]:
    """Cells as one piece, where what they hold goes over more than one."""
    if len(cells) < 2:
        return
    text = " ".join(one.text.strip() for one in cells)
    first = cells[0]
    for hit in hits(text, first.context, names):
        if (
            hit.certainty is Certainty.SURE
            and hit.kind is not Data.BIRTH
            and " " in text[slice(*hit.span)]
        ):
            yield Piece(first.place, text[slice(*hit.span)], first.context)
