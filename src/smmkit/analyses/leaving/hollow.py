"""Files that are meant to prove something and show nothing: headings, blanks, what a template left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from string import ascii_uppercase
from typing import Final

from smmkit.analyses.references.files import resolve
from smmkit.analyses.references.links import links
from smmkit.analyses.texts import WORDS
from smmkit.analyses.texts.leftovers import leftover
from smmkit.documents import Record, Register
from smmkit.model.marks import FILE
from smmkit.office.columns import is_label
from smmkit.office.pieces import Piece
from smmkit.qms import Qms
from smmkit.words import Message, say

FEWEST: Final = 4
"""With fewer words than this, one that puts off stands for the whole."""

TITLES: Final = 3
"""So many lines stand over the labels of a form."""

LONGEST_LABEL: Final = 60
BLANK: Final = re.compile(r"[\s._…()\[\]\-/:]*")
"""What a form has where something is to be written, or a box that nobody ticked."""

BY: Final = re.compile(r"\b(?:oleh|by)\b", re.IGNORECASE)
SHORTEST: Final = 3
"""A letter or two that stand alone or in a box are a tick, or a sign for a column."""


def proofs(qms: Qms) -> set[str]:
    """The files by which records show something; a form that a procedure brings along is none."""
    return {
        resolve(link.document, link.target)
        for link in qms.fact(links)
        if link.mark is FILE
        and (isinstance(link.document, Record | Register) or "evidence" in link.steps)
    }


def why_hollow(found: Iterable[Piece], later: re.Pattern[str] | None) -> Message | None:
    """Why a paper shows nothing, by what its reader sees of it; None where it shows something.

    `later` is how one puts off to another day; without it the paper need not prove anything.
    """
    shown = [piece for piece in found if says(piece)]
    if not shown:
        return say("nothing stands in it that can be read")
    if later is None:
        return None
    lines = [line.strip() for piece in shown for line in piece.text.splitlines() if line.strip()]
    if left := next(filter(None, map(left_in, lines)), ""):
        return say("a template left {text} in it", text=left)
    if is_bare_table(shown) or is_bare_form(lines):
        return say("only headings stand in it, and nothing below them")
    text = " ".join(lines)
    is_short = len(text) < FEWEST * LONGEST_LABEL and len(WORDS.findall(text)) < FEWEST
    if is_short and later.search(text):
        return say("nothing but this stands in it: {text}", text=text)
    return None


def says(piece: Piece) -> bool:
    """Whether a piece is something that a reader sees, and not what a file says of itself."""
    is_shown = piece.place[0] not in {"property", "author"} and piece.place[-1] != "0"
    return is_shown and not piece.text.isspace()


def left_in(line: str) -> str:
    """What a template left in a line, behind its label or alone; "filled in by the bidder" is none."""
    left = leftover(line) or leftover(behind_label(line) or "")
    says_who = BY.search(left) is not None
    is_tick = len(left.strip("[]")) < SHORTEST
    return "" if says_who or is_tick or BLANK.fullmatch(left) else left


def is_bare_table(shown: list[Piece]) -> bool:
    """Whether a table ends with its headings, or goes on with numbers of rows alone."""
    cells = [piece for piece in shown if piece.place[0] in {"line", "cell", "hidden"}]
    rows = [[*row] for _, row in groupby(cells, key=row_of)]
    headings = next((n for n, row in enumerate(rows) if len(row) > 1), len(rows))
    if not rows or (headings == len(rows) and headings > TITLES):
        return False
    above = rows[headings] if headings < len(rows) else cells
    below = rows[headings + 1 :]
    return all(is_label(piece.text) for piece in above) and all(map(is_number_of_row, below))


def is_number_of_row(row: list[Piece]) -> bool:
    """Whether a row has its number alone; two numbers say something."""
    said = [text for piece in row if (text := piece.text.strip(" ."))]
    return len(said) <= 1 and all(text.isdigit() for text in said)


def row_of(piece: Piece) -> tuple[str, ...]:
    """The row that a cell of a table stands in."""
    if piece.place[0] == "line":
        return piece.place[:2]
    return *piece.place[:-1], piece.place[-1].lstrip(ascii_uppercase)


def is_bare_form(lines: list[str]) -> bool:
    """Whether a form has its title and its labels, and nothing behind any of them."""
    others = [line for line in lines if not is_open(line)]
    return (
        len(others) < len(lines)
        and len(others) <= TITLES
        and all(is_label(line) and line[-1:] != "." and not behind_label(line) for line in others)
    )


def is_open(line: str) -> bool:
    """Whether a line is a label behind which nothing is written, or a blank."""
    value = behind_label(line)
    return BLANK.fullmatch(line if value is None else value) is not None


def behind_label(line: str) -> str | None:
    """What stands behind the label with which a line begins; None where it begins with none."""
    label, colon, value = line.partition(":")
    return value.strip() if colon and len(label) <= LONGEST_LABEL else None
