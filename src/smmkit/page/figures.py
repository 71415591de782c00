"""What figures show, never how: each draws itself nowhere, and says its values as a table.

All numbers are in the measure of what they count; a missing one is None and is left out, never 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from smmkit.page import Cell, Column, Drawing, Shape, Table, Text, Tone
from smmkit.words import say

Number = Decimal | int | float
MISSING = Cell("-", Tone.MUTED)


@dataclass(frozen=True, slots=True)
class Share:
    """What a part of every bar stands for."""

    name: Text
    tone: Tone


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: how long each of its parts is (0 to 100 together), and its value as it is said."""

    name: Text
    parts: tuple[float, ...]
    value: Any


@dataclass(frozen=True, slots=True)
class Bars(Drawing):
    """A bar of 0 to 100 for each row, cut into the same parts."""

    shares: tuple[Share, ...]
    rows: tuple[Bar, ...]

    def values(self, name: Text) -> Table:
        """A row for each bar, a column for each part."""
        shares = [Column(share.name, Shape.NUMBER) for share in self.shares]
        return Table(
            name,
            (Column(say("Title"), width=3), *shares, Column(say("Value"), Shape.NUMBER)),
            tuple((Cell(bar.name), *map(_number, bar.parts), Cell(bar.value)) for bar in self.rows),
        )


@dataclass(frozen=True, slots=True)
class Line:
    """The values of one thing over the periods; what is aimed at is drawn dashed."""

    name: Text
    values: tuple[Number | None, ...]
    is_target: bool = False


@dataclass(frozen=True, slots=True)
class Lines(Drawing):
    """Values over time, each line with one value for each period."""

    periods: tuple[Text, ...]
    lines: tuple[Line, ...]
    measured_in: Text = ""

    def values(self, name: Text) -> Table:
        """A row for each period, a column for each line."""
        rows = [
            (Cell(period), *(_number(line.values[n]) for line in self.lines))
            for n, period in enumerate(self.periods)
        ]
        lines = [Column(line.name, Shape.NUMBER) for line in self.lines]
        return Table(name, (Column(say("Period"), Shape.CODE), *lines), tuple(rows))


@dataclass(frozen=True, slots=True)
class HeatMap(Drawing):
    """Rows and columns of numbers, each on a ground of its tone."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, tuple[Cell, ...]], ...]

    def values(self, name: Text) -> Table:
        """The same rows and columns."""
        columns = [Column(title, Shape.NUMBER) for title in self.columns]
        return Table(
            name,
            (Column("", width=3), *columns),
            tuple((Cell(title), *cells) for title, cells in self.rows),
        )


@dataclass(frozen=True, slots=True)
class Point:
    """Something that lies in the grid: which step across, which step up, both counted from 0."""

    name: Text
    across: int
    up: int


@dataclass(frozen=True, slots=True)
class Scatter(Drawing):
    """Points in a grid of steps, as risks by likelihood and impact; every field has its tone.

    `tones[up][across]`, both counted from the lower left.
    """

    across: tuple[Text, ...]
    up: tuple[Text, ...]
    across_name: Text
    up_name: Text
    tones: tuple[tuple[Tone, ...], ...]
    points: tuple[Point, ...]

    def values(self, name: Text) -> Table:
        """A row for each point, with the steps that it has reached."""
        columns = (Column(say("Title")), Column(self.across_name), Column(self.up_name))
        rows = [
            (
                Cell(one.name),
                Cell(self.across[one.across]),
                Cell(self.up[one.up], self.tones[one.up][one.across]),
            )
            for one in self.points
        ]
        return Table(name, columns, tuple(rows))


@dataclass(frozen=True, slots=True)
class Radar(Drawing):
    """Values from 0 to `most` on axes round a centre; three axes at least."""

    axes: tuple[Text, ...]
    lines: tuple[Line, ...]
    most: Number = 100

    def values(self, name: Text) -> Table:
        """A row for each axis, a column for each line."""
        rows = [
            (Cell(axis), *(_number(line.values[n]) for line in self.lines))
            for n, axis in enumerate(self.axes)
        ]
        lines = [Column(line.name, Shape.NUMBER) for line in self.lines]
        return Table(name, (Column("", width=3), *lines), tuple(rows))


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasts from a day to a day, both counted in."""

    name: Text
    start: date
    end: date
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Timeline(Drawing):
    """Spans one below the other, and the day of the report as a line through them."""

    spans: tuple[Span, ...]
    day: date | None = None

    def values(self, name: Text) -> Table:
        """A row for each span."""
        columns = (Column(say("Title"), width=3), Column(say("From")), Column(say("Until")))
        rows = [(Cell(one.name, one.tone), Cell(one.start), Cell(one.end)) for one in self.spans]
        return Table(name, columns, tuple(rows))


class StepShape(StrEnum):
    """The signs of a flow chart: where it begins or ends, what is done, what is decided."""

    TERMINAL = "terminal"
    ACTION = "action"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Step:
    """One sign of a flow, and the lane it stands in, counted from 0."""

    name: Text
    shape: StepShape = StepShape.ACTION
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Arrow:
    """The way from one step to another, by their places in the flow, and the answer it takes."""

    start: int
    end: int
    answer: Text = ""


@dataclass(frozen=True, slots=True)
class Flow(Drawing):
    """Steps one below the other in their lanes, and every way between them."""

    steps: tuple[Step, ...]
    arrows: tuple[Arrow, ...]
    lanes: tuple[Text, ...] = ()

    def values(self, name: Text) -> Table:
        """A row for each way out of each step; a step without one is an end."""
        columns = (
            Column(say("No."), Shape.NUMBER),
            Column(say("Step"), width=3),
            Column(say("Answer")),
            Column(say("Next"), Shape.NUMBER),
        )
        rows: list[tuple[Cell, ...]] = []
        for n, step in enumerate(self.steps):
            ways = [arrow for arrow in self.arrows if arrow.start == n]
            rows += [
                (Cell(n + 1), Cell(step.name), Cell(way.answer), Cell(way.end + 1)) for way in ways
            ] or [(Cell(n + 1), Cell(step.name), Cell(""), MISSING)]
        return Table(name, columns, tuple(rows))


def _number(value: Number | None) -> Cell:
    """A value as a number of its table, a share of a bar with one decimal at most."""
    if value is None:
        return MISSING
    return Cell(Decimal(str(round(value, 1))) if isinstance(value, float) else value)
