"""Rows of a table among YAML, as they come from Word, Excel or Markdown."""

from __future__ import annotations

import re
from typing import Final

from smmkit.words import harmless, say
from smmkit.yaml_text.lines_around import ABOVE, FIELD, indent
from smmkit.yaml_text.slips import Slip
from smmkit.yaml_text.text_slips import MOST


def pasted_table(lines: list[str], line: int) -> Slip | None:
    """Rows of a table at the place, as they come from Word, Excel or Markdown."""
    start = line
    while line - ABOVE < start > 1 and len(cells_of(lines[start - 2])) > 1:
        start -= 1
    rows = [cells for one in lines[start - 1 : start + 3] if len(cells := cells_of(one)) > 1]
    if len(rows) < MOST_ROWS or len({*map(len, rows)}) > 1:
        return None
    pairs = [(name, cell) for name, cell in zip(*rows[:2], strict=True) if not cell.isdigit()]
    fields = [f"{name}: {cell}" for name, cell in pairs[:3]]
    shown = [f"`{' ' if n else '-'} {harmless(one[:MOST])}`" for n, one in enumerate(fields)]
    column = indent(lines[start - 1]) + 1
    message = say("rows of a table stand here, and YAML has no tables")
    hint = say(
        "write each row as an item: {lines}; or leave the table in Excel, and let `smm import` take it",
        lines=shown,
    )
    return Slip(start, column, message, "", False, hint)


def cells_of(line: str) -> list[str]:
    """The cells of a row: between bars, tabs or semicolons; none of a row that only draws a line."""
    bare = line.strip().removeprefix("- ")
    if BAR.match(bare):
        return [cell.strip() for cell in bare.strip("|").split("|")] if DRAWN.search(bare) else []
    if FIELD.match(line):
        return []
    return [
        cell.strip()
        for cell in bare.split("\t" if "\t" in bare else ";" if CELLS.match(bare) else "\n")
    ]


CELLS: Final = re.compile(r"(?:[^;\n]*;(?! )){2}")
"""Cells with semicolons between them, as in a CSV; in a sentence a space stands behind each."""

BAR: Final = re.compile(r"\|[^\n]*\|$")
DRAWN: Final = re.compile(r"[^\s|:-]")
MOST_ROWS: Final = 2
"""A heading and a row make a table."""
