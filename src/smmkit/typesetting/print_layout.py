"""The blocks of a page as the templates read them: spoken, with the width of every column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from smmkit.drawing import svg
from smmkit.page import (
    Block,
    Cell,
    Column,
    Fields,
    Figure,
    Heading,
    Link,
    Prose,
    Shape,
    Table,
    Tone,
    links_in,
)
from smmkit.typesetting.markdown import tree
from smmkit.words import Language

PORTRAIT_COLUMNS = 6
PORTRAIT, LANDSCAPE = 56.0, 85.0  # what a line of a table holds, in em
PADDING, LONGEST_WORD = 1.4, 18.0
RARE, LONGEST_RARE = 20, 9.0  # one row in so many, and how wide a word of such may be
MARKS = {Tone.GOOD: "m ", Tone.WARN: "m ", Tone.BAD: "m "}  # as broad as a tone's mark
FLOWING = (Shape.WORDS, Shape.FREE)
SMALLEST = 0.7  # of the letters of a table: smaller ones nobody reads
TALL = 400  # characters: a row with more may be cut by the end of a page
NARROW, BROAD = frozenset("iljtfrI.,:;'|!()[] "), frozenset("mwMW@%—")


def lying(blocks: Iterable[Block]) -> bool:
    """Whether the paper lies down for these blocks, since a table has many columns."""
    return any(isinstance(b, Table) and len(b.columns) > PORTRAIT_COLUMNS for b in blocks)


def spoken(
    block: Block,
    level: int,
    language: Language,
    *,
    landscape: bool,
    letters: float = 1,
    bold: float = 1,
) -> dict[str, Any]:
    """A block under a heading of this level, named after its kind.

    `letters` may be so much broader, and `bold` ones, as in the heads of tables, so much more than these.
    """
    room = (LANDSCAPE if landscape else PORTRAIT) / letters
    return _block(block, level, language, room, bold)


def _block(
    block: Block, level: int, language: Language, room: float, bold: float
) -> dict[str, Any]:
    """A block as its template reads it: spoken, and named after its kind."""
    match block:
        case Heading():
            text = language.say(block.text)
            return {"kind": "heading", "text": text, "level": level, "mark": block.mark}
        case Prose(markdown=True):
            written = tree(language.say(block.text), level)
            return {"kind": "markdown", "tree": written, "tone": block.tone}
        case Prose():
            return {"kind": "prose", "text": language.say(block.text), "tone": block.tone}
        case Fields():
            rows = [(language.say(name), _cell(cell, language)) for name, cell in block.rows]
            return {"kind": "fields", "rows": rows}
        case Table():
            return _table(block, language, room, bold)
        case Figure():
            title, alt = language.say(block.title), language.say(block.alt)
            return {"kind": "figure", "title": title, "alt": alt, "svg": svg(block, language)}


def _table(table: Table, language: Language, room: float, bold: float) -> dict[str, Any]:
    """A table with the share of the line that each of its columns takes."""
    titles = [language.say(column.title) for column in table.columns]
    rows = [[_cell(cell, language) for cell in row] for row in table.rows]
    drawn = ([MARKS.get(Tone(cell["tone"]), "") + cell["text"] for cell in row] for row in rows)
    texts = list(zip(titles, *drawn, strict=True))
    shares, part = _fitted(_shares(table.columns, texts, room, bold), room)
    return {
        "kind": "table",
        "name": language.say(table.name),
        "titles": titles,
        "shapes": [column.shape for column in table.columns],
        "shares": shares,
        "part": part,
        "rows": [
            {"cells": row, "whole": all(len(cell["text"]) < TALL for cell in row)} for row in rows
        ],
        "empty": language.say(table.empty),
    }


def _cell(cell: Cell, language: Language) -> dict[str, Any]:
    """A value as it is read, with its tone; what leads somewhere line by line, with where it leads."""
    lines = links_in(cell.value)
    if not lines:
        return {"text": language.say(cell.value), "tone": cell.tone}
    said = [[language.say(one), one.to if isinstance(one, Link) else ""] for one in lines]
    return {"text": "\n".join(text for text, _ in said), "tone": cell.tone, "lines": said}


def _shares(
    columns: Sequence[Column], texts: Sequence[Sequence[str]], room: float, bold: float
) -> list[float]:
    """The width of each column: the narrow get what they ask for, the broad share what is left.

    Why: typst lets columns of codes starve the columns of words, or cuts both alike.
    """
    least = [_least(column, said, bold) for column, said in zip(columns, texts, strict=True)]
    ideal = [
        _most(column, said, room) if column.shape in FLOWING else need
        for need, column, said in zip(least, columns, texts, strict=True)
    ]
    if sum(ideal) <= room:
        return ideal
    low, high = 0.0, room
    while high - low > 0.01:
        level = (low + high) / 2
        shares = [
            max(need, min(level * column.width, most))
            for need, most, column in zip(least, ideal, columns, strict=True)
        ]
        low, high = (low, level) if sum(shares) > room else (level, high)
    return shares


def _fitted(shares: list[float], room: float) -> tuple[list[float], float]:
    """Columns that fit the line, and how small their letters have to be so that no word breaks."""
    free = PADDING * len(shares)
    part = max(SMALLEST, min(1, (room - free) / max(sum(shares) - free, 1)))
    return [(share - PADDING) * part + PADDING for share in shares], part


def _most(column: Column, said: Sequence[str], room: float) -> float:
    """The width in which nothing has to flow; what is to be written by hand has a third of the line."""
    return room / 3 if column.shape is Shape.FREE else max(map(_em, said)) + PADDING


def _least(column: Column, said: Sequence[str], bold: float) -> float:
    """The least width in which no word, code or number has to break, within reason.

    Why: a long word that only few rows have would starve the other columns on every page; it breaks.
    """
    title, *values = said
    parts = (words_of(value) if column.shape in FLOWING else [value] for value in values)
    widths = sorted(max(map(_em, some)) for some in parts) or [0.0]
    common = widths[-1 - len(widths) // RARE]
    rare = min(widths[-1], LONGEST_RARE) if column.shape in FLOWING else widths[-1]
    widest = max(common, rare, *(_em(word) * bold for word in words_of(title)))
    return min(widest, LONGEST_WORD) + PADDING


def words_of(text: str) -> list[str]:
    """What no line breaks."""
    return re.split(r"[\s/]|-(?!\d)", text)


def _em(text: str) -> float:
    """How wide a text is, about, in the size of its letters."""
    return sum(
        0.28 if c in NARROW else 0.87 if c in BROAD else 0.57 if c.islower() else 0.68 for c in text
    )
