"""Parts round a centre, each leading to the next."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Any

from smmkit.drawing.canvas import WIDTH, Say, fitting, free
from smmkit.drawing.palette import COLOURS, GROUNDS, HAIR, INK, MARKS, SOFT
from smmkit.page.circle import Circle

HEIGHT, RADIUS, HOLE = 72.0, 31.0, 13.0
"""Millimetres: the figure, its outer ring, what is left free in the middle."""
GAP = 0.05
"""The room between two parts, in radians."""


def circle(drawing: Circle, say: Say) -> Any:
    """A ring of parts, as full as each is reached; an arrow leads from one to the next."""
    figure, axes = free(HEIGHT)
    axes.set_aspect("equal")
    axes.set(xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    middle, count = (WIDTH / 2, HEIGHT / 2), max(len(drawing.arcs), 1)
    for number, arc in enumerate(drawing.arcs):
        start, end = (2 * pi * (number + n) / count - pi / 2 for n in (0, 1))
        _ring(axes, middle, (start + GAP, end - GAP), RADIUS, GROUNDS[arc.tone])
        reached = HOLE + (RADIUS - HOLE) * min(max(arc.share or 0, 0), 100) / 100
        if reached > HOLE:
            _ring(axes, middle, (start + GAP, end - GAP), reached, COLOURS[arc.tone], 0.28)
        _words(axes, middle, (start + end) / 2, say, arc)
        _arrow(axes, middle, end)
    text = fitting(say(drawing.centre), 10, 3)
    axes.text(*middle, text, ha="center", va="center", color=INK, weight="bold")
    return figure


def _ring(
    axes: Any,
    middle: tuple[float, float],
    angles: tuple[float, float],
    outer: float,
    colour: str,
    alpha: float = 1.0,
) -> None:
    """A piece of the ring between two angles, from the hole to a radius."""
    from matplotlib.patches import Polygon

    (start, end), steps = angles, 40
    turns = [start + (end - start) * n / steps for n in range(steps + 1)]
    points = [_at(middle, turn, outer) for turn in turns]
    points += [_at(middle, turn, HOLE) for turn in reversed(turns)]
    axes.add_patch(Polygon(points, facecolor=colour, edgecolor=HAIR, linewidth=0.5, alpha=alpha))


def _words(axes: Any, middle: tuple[float, float], angle: float, say: Say, arc: Any) -> None:
    """The name of a part in the ring, and what is said of it at its side."""
    x, y = _at(middle, angle, (RADIUS + HOLE) / 2)
    mark = f"{MARKS[arc.tone]} " if arc.tone in MARKS else ""
    name = fitting(mark + say(arc.name), 12, 3)
    axes.text(x, y, name, ha="center", va="center", color=INK, weight="bold")
    side = 1 if cos(angle) > 0 else -1
    x, y = middle[0] + side * (RADIUS + 4), middle[1] + sin(angle) * RADIUS * 0.72
    text = fitting(say(arc.value), 30, 4)
    axes.text(x, y, text, ha="left" if side > 0 else "right", va="center", color=SOFT, fontsize=7)


def _arrow(axes: Any, middle: tuple[float, float], angle: float) -> None:
    """A head on the outer edge, where one part leads to the next."""
    head = {"arrowstyle": "-|>", "color": INK, "linewidth": 0.9, "shrinkA": 0, "shrinkB": 0}
    before, after = _at(middle, angle - 0.12, RADIUS + 2), _at(middle, angle + 0.12, RADIUS + 2)
    axes.annotate("", after, before, arrowprops=head)


def _at(middle: tuple[float, float], angle: float, radius: float) -> tuple[float, float]:
    """A point round a centre; angles grow with the clock, since lines are counted downwards."""
    return middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)
