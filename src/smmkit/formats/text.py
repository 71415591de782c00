"""A page as text for a terminal; its frames are ASCII, so that every console can show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from typing import Any

from rich.box import Box
from rich.console import Console, JustifyMethod, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from smmkit.formats import Reader
from smmkit.page import (
    Block,
    Cell,
    Column,
    Fields,
    Figure,
    Heading,
    Page,
    Prose,
    Shape,
    Table,
    Tone,
)
from smmkit.page.figures import Bars, Lines, Number
from smmkit.page.terminal_columns import broadest, folded, in_one_line, least_width, shared_widths
from smmkit.words import harmless

Say = Callable[[Any], str]
STYLES = {
    Tone.PLAIN: "",
    Tone.GOOD: "green",
    Tone.WARN: "bold yellow",
    Tone.BAD: "bold red",
    Tone.MUTED: "dim",
}
MARKS = {Tone.GOOD: "+ ", Tone.WARN: "! ", Tone.BAD: "x "}
FILLS = {Tone.PLAIN: "=", Tone.GOOD: "#", Tone.WARN: "!", Tone.BAD: "x", Tone.MUTED: "."}
RULED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
BLOCKS, SIGNS = "▁▂▃▄▅▆▇█", "_.-=^"
"""What a sparkline is made of, where a terminal has the letters, and where it has not."""
GAP = 2
SHORTEST_BAR, LONGEST_BAR = 10, 50
SPACES = re.compile(r"(?:\x1b\[[\d;]*+m| )++($)?", re.MULTILINE)
"""Spaces, and colours among them; whether a line ends there."""

IS_TEXT = True
"""It may be shown on a terminal."""


def text(page: Page, reader: Reader) -> bytes:
    """Draw a page as lines no longer than the reader's terminal, in colour if that is wanted."""
    out = StringIO()
    console = Console(
        file=out,
        width=reader.width,
        force_terminal=reader.colour,
        color_system="standard" if reader.colour else None,
        highlight=False,
        legacy_windows=False,
        _environ={},  # what this machine wishes of rich has been asked for before
    )

    say = reader.language.say
    console.print(_underlined(harmless(say(page.title)), "="))
    if page.subtitle:
        console.print(Text(harmless(say(page.subtitle)), "dim"))
    headed = False
    for block in page.blocks:
        if not headed:
            console.print()
        for part in _parts(block, headed, say, reader):
            console.print(part)
        headed = isinstance(block, Heading)
    return SPACES.sub(_without_trailing, out.getvalue()).encode()


def _without_trailing(found: re.Match[str]) -> str:
    """Spaces as they are, but none at the end of a line; a colour is ended there all the same."""
    return found[0] if found[1] is None else found[0].replace(" ", "")


def _parts(block: Block, headed: bool, say: Say, reader: Reader) -> Sequence[RenderableType]:
    """A block, one below the other; `headed` is whether a heading stands just above it.

    What a person wrote in several lines keeps them where it stands alone; elsewhere they are one, but
    for those that were put under one another for a cell.
    """

    def line(value: Any) -> str:
        return say(in_one_line(value))

    width = reader.width
    match block:
        case Heading(level=1):
            return [_underlined(line(block.text), "-")]
        case Heading():
            return [Text(line(block.text), "bold")]
        case Prose():
            return [_prose(say(block.text), block.tone)]
        case Fields():
            return [_fields([(line(name), _toned(cell, say)) for name, cell in block.rows])]
        case Table():
            above = [] if headed else [Text(line(block.name), "bold")]
            return [*above, *_table(block, line, width)]
        case Figure(drawing=Bars() as drawing):
            title, alt = Text(line(block.title), "bold"), Text(line(block.alt))
            return [title, _bars(drawing, line, width), alt]
        case Figure(drawing=Lines() as drawing):
            table = _parts(_latest(block, say, width), False, say, reader)
            return [*table, *_sparklines(drawing, line, reader)]
        case Figure():
            return _parts(block.values, False, say, reader)


def _underlined(title: str, line: str) -> Text:
    """A title over a line as long as itself."""
    return Text(f"{title}\n{line * len(title)}", "bold")


def _prose(said: str, tone: Tone) -> RenderableType:
    """Sentences; a tone puts its mark before them."""
    if tone not in MARKS:
        return Text(said, STYLES[tone])
    grid = Grid.grid()
    grid.add_row(Text(MARKS[tone], STYLES[tone]), Text(said))
    return grid


def _fields(rows: Sequence[tuple[str, Text]]) -> Grid:
    """Names and values in two columns."""
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold")
    for name, value in rows:
        grid.add_row(Text(name, "dim"), value)
    return grid


def _table(table: Table, say: Say, width: int) -> Sequence[RenderableType]:
    """Rows under columns; where the terminal is too narrow for that, one record after another."""
    rows = [[_toned(cell, say) for cell in row] for row in table.rows]
    titles = [say(column.title) for column in table.columns]
    if not rows:
        return [Text(say(table.empty), "italic dim")]
    least = [
        least_width(column, titles[n], [row[n].plain for row in rows])
        for n, column in enumerate(table.columns)
    ]
    if sum(least) + GAP * (len(least) - 1) > width:
        records = [_fields(list(zip(titles, row, strict=True))) for row in rows]
        return [part for record in records for part in (record, "")][:-1]
    wished = [
        max(need, *(broadest(cell) for cell in (Text(title), *(row[n] for row in rows))))
        for n, (title, need) in enumerate(zip(titles, least, strict=True))
    ]
    shares = shared_widths(wished, least, width - GAP * (len(least) - 1))
    grid = Grid(
        box=RULED,
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),
        header_style="bold",
    )
    for title, column, share in zip(titles, table.columns, shares, strict=True):
        justify: JustifyMethod = "right" if column.shape is Shape.NUMBER else "left"
        grid.add_column(Text(title), justify=justify, width=share, overflow="fold")
    for row in rows:
        grid.add_row(*(folded(cell, share) for cell, share in zip(row, shares, strict=True)))
    return [grid]


def _toned(cell: Cell, say: Say) -> Text:
    """A value with its mark, in its colour."""
    return Text(MARKS.get(cell.tone, "") + say(cell.value), STYLES[cell.tone])


def _latest(figure: Figure, say: Say, width: int) -> Table:
    """The values of lines over time, lying down, with as many of the last periods as fit."""
    table = figure.values
    names = max((len(say(column.title)) for column in table.columns), default=0)
    broad = max((len(say(cell.value)) for row in table.rows for cell in row), default=0) + GAP
    rows = table.rows[-max((width - names) // (broad or 1), 1) :]
    columns = (table.columns[0], *(Column(row[0].value, Shape.NUMBER) for row in rows))
    lines = [(Cell(c.title), *(row[n] for row in rows)) for n, c in enumerate(table.columns)][1:]
    return replace(table, columns=columns, rows=tuple(lines))


def _sparklines(lines: Lines, say: Say, reader: Reader) -> list[Text]:
    """What was measured as one row of bars for each line, from the lowest value to the highest."""
    steps = BLOCKS if reader.blocks else SIGNS
    drawn = []
    for line in lines.lines:
        known = [value for value in line.values if value is not None]
        if line.is_target or len(known) < 3 or len(lines.lines) > 2:
            continue
        bars = sparkline(line.values, steps)[-max(reader.width - len(say(line.name)) - GAP, 1) :]
        drawn.append(Text(f"{say(line.name)}  {bars}", "dim"))
    return drawn


def sparkline(values: Sequence[Number | None], steps: str) -> str:
    """A sign for each value, higher where it is; a space where there is none."""
    known = [value for value in values if value is not None]
    low, high = min(known), max(known)
    broad, top = Decimal(high) - Decimal(low), len(steps) - 1
    return "".join(
        " "
        if value is None
        else steps[
            int((Decimal(value) - Decimal(low)) / broad * top + Decimal("0.5"))
            if broad
            else top // 2
        ]
        for value in values
    )


def _bars(bars: Bars, say: Say, width: int) -> Grid:
    """A line for each bar: its name, its parts each in a sign of their own, its value."""
    values = [say(bar.value) for bar in bars.rows]
    names = [say(bar.name) for bar in bars.rows]
    beside = min(max(map(len, names), default=0), width // 3) + max(map(len, values), default=0)
    length = max(min(width - beside - 2 * GAP - 2, LONGEST_BAR), SHORTEST_BAR)
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    grid.add_column(max_width=width // 3, overflow="fold")
    grid.add_column(no_wrap=True, min_width=length + 2)
    grid.add_column(justify="right", no_wrap=True)
    tones = [share.tone for share in bars.shares]
    for name, bar, value in zip(names, bars.rows, values, strict=True):
        parts = list(zip(tones, bar.parts, strict=True))
        grid.add_row(Text(name), _bar(parts, length), Text(value))
    return grid


def _bar(parts: Sequence[tuple[Tone, float]], length: int) -> Text:
    """One bar of so many signs; each part ends where its sum does, so that nothing adds up."""
    bar, end = Text("["), 0.0
    for tone, share in parts:
        end += share
        signs = min(round(end * length / 100), length) - (len(bar) - 1)
        bar.append(FILLS[tone] * max(signs, 0), STYLES[tone])
    return bar.append(" " * (length + 1 - len(bar)) + "]")
