"""A list of what stands in one text, or in lines below one another without hyphens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smmkit.corrections.by_id import NO_IDS, Ids, coded, coded_by_part, each_coded
from smmkit.corrections.nothing_yet import is_nothing
from smmkit.corrections.spoken_clauses import in_order, numbers_of_clauses, spanned
from smmkit.corrections.spoken_spans import ids_between
from smmkit.corrections.spoken_values import UP_TO
from smmkit.corrections.spoken_words import Right, word
from smmkit.model.marks import CLAUSE, RefersTo
from smmkit.small_words import small_words
from smmkit.yaml_text.scalars import scalar

if TYPE_CHECKING:
    from smmkit.model.fields import Field

MOST: Final = 60
"""A longer value is not put right in a sentence."""


def as_list(text: str, field: Field, ids: Ids = NO_IDS) -> Right | None:
    """A list of what stands with commas in one text, where its items are ids, clauses, or words."""
    if field.part is not None or is_nothing(text):
        return None
    short = field.reference is not None or field.enum is not None
    if short and (within := BRACKETS.fullmatch(text)):
        text = within[1]
    between = COMMAS if short else SEMICOLON if SEMICOLON.search(text) else BULLETS
    text = NUMBERED.sub("", text) if isinstance(field.reference, RefersTo) else text
    pieces = parted(text, between, field, ids)
    if field.reference is not None and len(pieces) == 1 and BARE_IDS.fullmatch(text):
        pieces = re.split(r"[ /|+]+", text)
    if field.reference is CLAUSE:
        pieces = [number for piece in pieces for number in numbers_of_clauses(piece)]
        ends = spanned(text)
        if ends and len(pieces) == len(ends) and in_order(ends[0])[:-1] != in_order(ends[1])[:-1]:
            return None
    if short and field.reference is not CLAUSE and FROM_ID.search(text):
        pieces = [one for piece in pieces for one in (ids_between(piece) or [piece])]
        if any(map(FROM_ID.search, pieces)):
            return None
    if isinstance(field.reference, RefersTo):
        titles = [coded(piece, field, ids) != piece for piece in pieces]
        both = zip(pieces, titles, strict=True)
        pieces = [piece if titled else piece.rstrip(" .;:") for piece, titled in both]
    pieces = [one for piece in pieces for one in each_coded(piece, field, ids)]
    known = {*ids.values()} if ids else set()
    parts = [None if one in known else coded_by_part(one, field, ids) for one in pieces]
    named = (part or one for part, one in zip(parts, pieces, strict=True))
    pieces = [*dict.fromkeys(named)] if field.reference is not None else [*named]
    meant = [word(piece, field) for piece in pieces] if field.enum is not None else []
    for index, one in enumerate(meant):
        pieces[index] = one.yaml if one and one.is_certain else pieces[index]
    are_words = field.is_open or all(one and one.is_certain for one in meant)
    items = [f'"{p}"' if re.fullmatch(r"[\d.]+", p) else scalar(p) for p in pieces if p]
    is_range = (FROM_TO if field.reference is CLAUSE else FROM_ID).search(text) if short else None
    return (
        Right(f"[{', '.join(items)}]", is_certain=are_words and not is_range and not any(parts))
        if items
        else None
    )


def parted(text: str, between: re.Pattern[str], field: Field, ids: Ids) -> list[str]:
    """What stands between commas; a title that has some of them stays whole: Bidang Mutasi dan Promosi."""
    cuts = [0, *(found.start() for found in between.finditer(text)), len(text)]
    pieces, begin = list[str](), 0
    while begin < len(cuts) - 1:
        start = between.match(text, cuts[begin])
        at = start.end() if start and begin else cuts[begin]
        ends = range(len(cuts) - 1, begin + 1, -1) if ids else ()
        named = (
            end for end in ends if coded(said := text[at : cuts[end]].strip(), field, ids) != said
        )
        end = next(named, begin + 1)
        pieces.append(text[at : cuts[end]].strip())
        begin = end
    return pieces


FROM_TO: Final = re.compile(rf"\d ?{UP_TO} ?\d")
"""From one clause to another: what lies between them is not named."""


FROM_ID: Final = re.compile(rf"\d (?:{UP_TO}) ?[A-Z]")
"""From one id to another: each that lies between them has to be named."""


def one_a_line(lines: list[str], field: Field | None, ids: Ids) -> Right | None:
    """A list of what stands in lines below one another, without hyphens or with numbers."""
    items = items_of(lines, field, ids)
    return Right(f"[{', '.join(items)}]") if items and len("".join(lines)) <= MOST else None


def items_of(lines: list[str], field: Field | None, ids: Ids) -> list[str]:
    """What stands in lines below one another, without hyphens or with numbers, as items of a list."""
    if field is None or field.part is not None:
        return []
    items = (NUMBERED.sub("", line.strip()) for line in lines)
    return [scalar(coded(one, field, ids)) for one in items if one]


NUMBERED: Final = re.compile(r"^(?:[-\u2010-\u2015\u2022*]|\d{1,2}[.)](?!\d)|[a-z][.)])\s*")

BRACKETS: Final = re.compile(r"[(\[]?([^()\[\]]*)[)\]]?")
"""A text of which nothing but the ends may be a bracket: `(P-01)`, `P-01]`."""

BARE_IDS: Final = re.compile(
    r"[A-Z][A-Z0-9._-]{1,20}(?:(?: +| ?[/|+] ?)[A-Z][A-Z0-9._-]{1,20}){1,5}"
)
"""Ids with nothing but spaces or strokes between them."""

COMMAS: Final = re.compile(rf"[,;]| (?:{small_words('and')}|&|/) ")
"""What stands between the items of a list in one text."""

SEMICOLON: Final = re.compile(r";\s+")
"""What stands between sentences of a list in one text; a comma may belong to one of them."""

BULLETS: Final = re.compile(
    r"(?:^|(?<=\s))(?:[\u2010-\u2015\u2022\u2023\u2043\u2212\u25aa\u25cf\uf0b7]|-(?=\S)) *"
)
"""What begins an item on paper, and is no hyphen with a space behind it."""

OTHER_BULLET: Final = re.compile(
    r"([\u2010-\u2015\u2022\u2023\u2043\u2212\u25aa\u25cf\uf0b7]|\d{1,2}[.)]|[a-z][.)]|-(?=\xa0))\s++"
    r"(?=[^\n]* - )"
)
"""How the first item begins on paper, where the others begin with a hyphen and are taken for its text."""
