"""Bars and radar."""

from __future__ import annotations

from decimal import Decimal
from math import nan, pi
from typing import Any

from smmkit.drawing.canvas import Say, blank, fitting
from smmkit.drawing.palette import COLOURS, HAIR, LINES, MARKS, SIGNS, SOFT
from smmkit.page.figures import Bars, Line, Number, Radar

BAR, BROAD_BAR, RADAR = 5.6, 8.0, 100.0
"""Millimetres: the height of one bar with its room, where a name takes two lines, of a radar."""
LEGEND, LARGEST = 10.0, 10**15
MARKED = 4.0
"""A part of a bar from this share on is broad enough to bear the mark of its tone."""


def bars(drawing: Bars, say: Say) -> Any:
    """A line for each bar, from 0 to 100, its value at the end, and what the parts mean below."""
    names = [fitting(say(bar.name), 44, 2) for bar in drawing.rows]
    high = BROAD_BAR if any("\n" in name for name in names) else BAR
    figure, axes = blank(high * max(len(names), 1) + LEGEND + 8)
    for place, bar in enumerate(drawing.rows):
        start = 0.0
        axes.barh(place, 100, color="none", edgecolor=HAIR, linewidth=0.6, height=0.62)
        for share, part in zip(drawing.shares, bar.parts, strict=True):
            axes.barh(place, part, left=start, color=COLOURS[share.tone], height=0.62)
            if part > MARKED and share.tone in MARKS:
                mark = {"color": "white", "weight": "bold", "ha": "center", "va": "center_baseline"}
                axes.text(start + part / 2, place, MARKS[share.tone], fontsize=7, **mark)
            start += part
        axes.text(102, place, fitting(say(bar.value), 30, 1), va="center_baseline")
    axes.set(xlim=(0, 100), ylim=(len(names) - 0.4, -0.6), xticks=range(0, 101, 25))
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    _legend_of_shares(figure, drawing, say)
    return figure


def _legend_of_shares(figure: Any, drawing: Bars, say: Say) -> None:
    """What the parts of the bars stand for, in one line."""
    from matplotlib.patches import Patch

    patches = [
        Patch(color=COLOURS[share.tone], label=f"{MARKS.get(share.tone, '')} {say(share.name)}")
        for share in drawing.shares
    ]
    figure.legend(handles=patches, loc="outside lower left", ncols=max(len(patches), 1))


def _line(axes: Any, places: list[float], line: Line, number: int, say: Say) -> None:
    """One line with a sign of its own; where a value is missing, the line is broken."""
    colour, sign = (SOFT, "") if line.is_target else (LINES[number % 6], SIGNS[number % 6])
    values = [_height(value) for value in line.values]
    axes.plot(
        places,
        values,
        color=colour,
        marker="_" if line.is_target else sign,
        linestyle=(0, (4, 2)) if line.is_target else "-",
        label=fitting(say(line.name), 60, 1).lstrip("_") or " ",
    )


def _height(value: Number | None) -> float:
    """A value as matplotlib draws it; what is missing, or beyond all measure, is not drawn."""
    if value is None:
        return nan
    drawn = float(Decimal(value))
    return drawn if abs(drawn) <= LARGEST else nan


def _legend_of_lines(figure: Any, axes: Any) -> None:
    """The names of the lines below the chart."""
    handles, _ = axes.get_legend_handles_labels()
    if handles:
        figure.legend(handles=handles, loc="outside lower left", ncols=min(len(handles), 3))


def _tick(value: float, say: Say) -> str:
    """A number at an axis, as the language writes it."""
    return say(Decimal(f"{value:.10g}"))


def radar(drawing: Radar, say: Say) -> Any:
    """Values round a centre, each line with a sign of its own."""
    figure, flat = blank(RADAR)
    flat.remove()
    axes = figure.add_subplot(projection="polar")
    if not drawing.axes:
        return figure
    angles = [2 * pi * n / len(drawing.axes) for n in range(len(drawing.axes))]
    axes.set_theta_offset(pi / 2)
    axes.set_theta_direction(-1)
    for number, line in enumerate(drawing.lines):
        closed = Line(line.name, (*line.values, line.values[0]), line.is_target)
        _line(axes, [*angles, 2 * pi], closed, number, say)
    axes.set_xticks(angles, [fitting(say(name), 24, 3) for name in drawing.axes])
    for before, tick in zip(angles, axes.get_xticklabels(), strict=True):
        tick.set_ha("center" if before % pi < 0.1 else "left" if before < pi else "right")
    axes.set_ylim(0, float(drawing.most))
    axes.set_yticks([float(drawing.most) * n / 4 for n in range(1, 5)])
    axes.yaxis.set_major_formatter(lambda value, _: _tick(value, say))
    axes.tick_params(axis="y", labelsize=6.5, labelcolor=SOFT)
    axes.spines["polar"].set_color(HAIR)
    _legend_of_lines(figure, axes)
    return figure
