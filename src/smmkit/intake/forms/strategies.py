"""The strategies of a TOWS matrix: what stands below their word, or where two quadrants cross."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from smmkit.intake.forms.base import titled
from smmkit.intake.result import Result, items
from smmkit.intake.words import meaning
from smmkit.office.grid import Grid
from smmkit.words import say

MOST_COLUMNS: Final = 12

OF_ITEMS: Final = re.compile(
    r"\(\s?([SWOT]\.?\d{1,2}(?:\s?[,;&+/-]\s?[SWOT]?\.?\d{1,2}){0,9})\s?\)\s?\.?$"
)
ITEM: Final = re.compile(r"([SWOT])?\.?(\d{1,2})")
"""Which items a strategy joins, as it says behind its words: (S1, S2, O1)."""

WORDS: Final = ("quadrants", "pairings")
CROSSED: Final = {
    "so": {"strength", "opportunity"},
    "wo": {"weakness", "opportunity"},
    "st": {"strength", "threat"},
    "wt": {"weakness", "threat"},
}


def headed(text: str, words: str) -> tuple[str | None, str]:
    """What the first line of a cell means, and what stands behind it."""
    head, _, rest = text.partition("\n")
    if said := meaning(head.strip(" :"), words):
        return said, rest
    head, colon, rest = text.partition(":")
    return (meaning(head, words) if colon else None), rest


def below(grid: Grid, row: int, column: int) -> Iterator[tuple[int, str]]:
    """The cells below one, up to the next row with a word of a quadrant or of a pair of them."""
    for at in range(row + 1, len(grid.rows)):
        text = grid.cell(at, column)
        if any(headed(one, words)[0] for one in dict.fromkeys(grid.rows[at]) for words in WORDS):
            return
        if text and text != grid.cell(at - 1, column):
            yield at, text


def strategies_of(grid: Grid, taken: set[str]) -> dict[tuple[int, int], tuple[str, str]]:
    """By their cells the pairs and the texts of the strategies beside what the boxes have taken."""
    found: dict[tuple[int, int], tuple[str, str]] = {}
    above: dict[int, str] = {}
    for row, cells in enumerate(grid.rows):
        left = ""
        for column, text in enumerate(cells[:MOST_COLUMNS]):
            if not text or (column and cells[column - 1] == text):
                continue
            quadrant = headed(text, "quadrants")[0]
            pairing, rest = headed(text, "pairings")
            if quadrant:
                above[column], left = quadrant, left or quadrant
            elif pairing and rest.strip():
                found[row, column] = (pairing, rest)
            elif pairing:
                found |= {(at, column): (pairing, one) for at, one in below(grid, row, column)}
            elif (row, column) not in found and text not in taken:
                pair = {above.get(column, ""), left}
                crossed = next((p for p, both in CROSSED.items() if both == pair), None)
                found |= {(row, column): (crossed, text)} if crossed else {}
    return found


def strategies(
    result: Result, found: Sequence[tuple[str, str]], entries: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The strategies of a SWOT, each with the items that it says it joins; else with a blank."""
    ids: dict[tuple[str, int], str] = {}
    for entry in entries:
        letter = str(entry["quadrant"])[0].upper()
        ids[letter, 1 + sum(one == letter for one, _ in ids)] = entry["id"]
    made = []
    for pairing, text in found:
        for one in items(text):
            id_ = result.fresh("ST")
            said = OF_ITEMS.search(one)
            joined = [ids.get(at, "") for at in named(said[1])] if said else []
            if said and all(joined):
                title = one[: said.start()].rstrip()
            else:
                title, joined = one, [result.blank(id_, say("the items that it joins"))]
            made.append({"id": id_, "title": titled(title), "pairing": pairing, "items": joined})
    return made


def named(text: str) -> Iterator[tuple[str, int]]:
    """The items that a strategy names; a number without a letter goes on with the last one."""
    letter = ""
    for one in ITEM.finditer(text):
        letter = one[1] or letter
        yield letter, int(one[2])
