"""A SWOT analysis: four columns or boxes, or rows that say of which quadrant they are."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import chain
from typing import Any

from smmkit.documents.context import SwotItem
from smmkit.intake.forms.base import Row, rows_of, titled
from smmkit.intake.forms.strategies import WORDS, below, headed, strategies, strategies_of
from smmkit.intake.result import NO_OWNER, Result, items
from smmkit.intake.table import Table
from smmkit.intake.words import meaning
from smmkit.office.grid import Grid
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted

QUADRANTS = ("strength", "weakness", "opportunity", "threat")
BEFORE = re.compile(r"^(?:[A-Z]|\d|[IV]{1,3})[.)]\s*+")
"""What numbers the parts of a table: A. Kekuatan."""

MOST_COLUMNS = 12
FEWEST = 3
"""So many quadrants must be named for boxes to be a SWOT."""


def boxes_of(grid: Grid) -> list[tuple[str, str, Message]]:
    """What stands in the boxes of a grid: the quadrant, its text, and where; below its word, or beside it."""
    found: list[tuple[str, str, Message]] = []
    for row, cells in enumerate(grid.rows):
        for column, text in enumerate(cells[:MOST_COLUMNS]):
            head, _, rest = text.partition("\n")
            quadrant = meaning(head.strip(" :"), "quadrants")
            if quadrant is None or (column and cells[column - 1] == text) or known(found, quadrant):
                continue
            texts = [rest] if rest.strip() else [one for _, one in below(grid, row, column)]
            if not texts:
                texts = [
                    t for t in cells[column + 1 : column + 2] if t and not meaning(t, "quadrants")
                ]
            found += [(quadrant, one, grid.place_of(row, column)) for one in texts]
    return found if len({quadrant for quadrant, _, _ in found}) >= FEWEST else []


def tell_others(result: Result, grid: Grid, strategies: Container[tuple[int, int]]) -> None:
    """Tell what stands in a grid of boxes and in none of them, and is no strategy of a TOWS matrix."""
    taken = [text for _, text, _ in boxes_of(grid)]
    told: set[str] = set()
    for row, cells in enumerate(grid.rows):
        for column, text in enumerate(cells):
            head, _, rest = text.partition("\n")
            is_head = any(meaning(head.strip(" :"), one) for one in WORDS) and rest in {"", *taken}
            is_known = is_head or (row, column) in strategies or text in {*taken, *told}
            if row and column and text and not is_known:
                told.add(text)
                why = say("it stands in no box of the four; not taken")
                result.unread.append((grid.place_of(row, column), text, why))


def known(found: list[tuple[str, str, Message]], quadrant: str) -> bool:
    """Whether a quadrant was met already."""
    return any(one == quadrant for one, _, _ in found)


def read_boxes(result: Result, grids: list[Grid], boxes: list[tuple[str, str, Message]]) -> None:
    """A SWOT from boxes; each line of one is an item, and of what crosses them a strategy."""
    taken = {text for _, text, _ in boxes}
    crossed = [(grid, strategies_of(grid, taken)) for grid in grids]
    found: list[tuple[str, str, dict[str, Any]]] = [
        (quadrant, one, {}) for quadrant, text, _ in boxes for one in items(text)
    ]
    add(result, found, [one for _, several in crossed for one in several.values()])
    for grid, several in crossed:
        if boxes_of(grid):
            tell_others(result, grid, several)


def read(result: Result, tables: list[Table], others: Iterable[Grid] = ()) -> set[int]:
    """A SWOT from rows with their quadrant, weight and rating; which `others` hold strategies of it."""
    crossed = {id(grid): [*strategies_of(grid, set()).values()] for grid in others}
    found: list[tuple[str, str, dict[str, Any]]] = []
    joined: list[tuple[str, str]] = []
    for table in tables:
        last = None
        for row in rows_of(result, table):
            joined += beside(row)
            title, *more = items(row.text("title")) or [""]
            said = row.line("quadrant") or BEFORE.sub("", row.part)
            last = meaning(said, "quadrants") or last
            if title and last:
                found.append((last, title, numbers(row)))
                found += [(last, one, {}) for one in more]
            elif title:
                row.unread("quadrant", say("this is no quadrant of a SWOT"))
    add(result, found, [*joined, *chain(*crossed.values())])
    return {grid for grid, several in crossed.items() if several}


def beside(row: Row) -> list[tuple[str, str]]:
    """The strategy that a row says beside its item: of which pair it is, and its words."""
    pairing, rest = headed(row.text("pairing"), "pairings")
    text = row.text("strategy") or rest
    if pairing and text.strip():
        return [(pairing, text)]
    for role in ("pairing", "strategy"):
        if row.line(role):
            row.unread(role, say("it does not say which two quadrants it joins; not taken"))
    return []


def numbers(row: Row) -> dict[str, Any]:
    """The weight and the rating of an item."""
    return {name: row.field(SwotItem, name, name) for name in ("weight", "rating")}


def add(
    result: Result,
    found: list[tuple[str, str, dict[str, Any]]],
    joined: Sequence[tuple[str, str]] = (),
) -> None:
    """One SWOT with its items and strategies."""
    if not found:
        return
    id_ = result.fresh("SWOT")
    entries = [
        {"id": result.fresh("SW"), "title": titled(text), "quadrant": quadrant, **more}
        for quadrant, text, more in found
    ]
    follow = strategies(result, joined, entries)
    said = result.speech.say(say("SWOT analysis"))
    title = said[:1].upper() + said[1:]
    result.add(
        "swot",
        {
            "kind": "swot",
            "id": id_,
            "title": title,
            "version": Quoted("1"),
            "owner": result.owner,
            "classification": result.class_,
            "clauses": [Quoted("4.1")],
            "items": entries,
            "strategies": follow,
        },
    )
    if result.owner is None:
        result.blanks.append((id_, NO_OWNER))
    heads = (say("Id"), say("Title"), say("Quadrant"))
    rows = [(e["id"], e["title"], e.get("quadrant") or e["pairing"]) for e in (*entries, *follow)]
    result.show(say("{id}: {title}", id=id_, title=title), heads, rows)
