"""Timeline and flow: what comes after what."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from smmkit.drawing.canvas import WIDTH, Say, blank, fitting, free
from smmkit.drawing.palette import COLOURS, GROUNDS, HAIR, INK, MARKS, SOFT, TINT
from smmkit.page import Tone
from smmkit.page.figures import Arrow, Flow, Step, StepShape, Timeline

Steps = tuple[Step, ...]
Places = list[tuple[float, float]]
SPAN, AROUND = 7.0, 22.0
"""Millimetres: one span of a timeline, and what stands around them all."""
HEAD, ROW, BOX, MARGIN = 9.0, 19.0, 11.0, 14.0
"""Millimetres: the head of the lanes, from step to step, a step, room at the side for leaps."""
BROADEST = 64.0
LETTER = 1.75
"""Millimetres that a letter takes, about."""


def timeline(drawing: Timeline, say: Say) -> Any:
    """A bar for each span, its name at the left; the day of the report stands as a dashed line."""
    from matplotlib import dates

    figure, axes = blank(SPAN * max(len(drawing.spans), 1) + AROUND)
    for place, span in enumerate(drawing.spans):
        start, end = _day(span.start), _day(span.end + timedelta(1))
        colour = COLOURS[span.tone]
        axes.barh(place, end - start, left=start, height=0.55, color=colour, edgecolor=colour)
    names = [
        f"{MARKS.get(span.tone, '')} {fitting(say(span.name), 44, 2)}".strip()
        for span in drawing.spans
    ]
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(max(len(names), 1) - 0.4, -0.6)
    if drawing.day:
        axes.axvline(_day(drawing.day), color=INK, linestyle=(0, (4, 2)), linewidth=1)
        axes.text(_day(drawing.day), -0.7, say(drawing.day), ha="center", fontsize=7, color=SOFT)
    axes.xaxis_date()
    locator = dates.AutoDateLocator(maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(lambda value, _: _named(value, say))
    axes.grid(axis="x")
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    return figure


def _day(day: date) -> int:
    """A day as matplotlib counts them: from 1970."""
    return (day - date(1970, 1, 1)).days


def _named(value: float, say: Say) -> str:
    """The name of a day at the axis; without its number where a month begins."""
    day = date(1970, 1, 1) + timedelta(value)
    said = say(day)
    return said.removeprefix("1 ") if day.day == 1 else said


def flow(drawing: Flow, say: Say) -> Any:
    """Steps from above to below, each in its lane; ways that leap run at the right of all."""
    lanes = max(len(drawing.lanes), *(step.lane + 1 for step in drawing.steps), 1)
    leaps = [arrow for arrow in drawing.arrows if arrow.end != arrow.start + 1]
    side = MARGIN + 4.0 * len(leaps) if leaps else 2.0
    broad = (WIDTH - side) / lanes
    height = HEAD + ROW * max(len(drawing.steps), 1)
    figure, axes = free(height)
    _lanes(axes, [say(name) for name in drawing.lanes], broad, height)
    places = [
        (broad * (step.lane + 0.5), HEAD + ROW * (n + 0.5)) for n, step in enumerate(drawing.steps)
    ]
    width = min(broad * 0.86, BROADEST)
    for step, place in zip(drawing.steps, places, strict=True):
        _sign(axes, step, place, width, say)
    for arrow in drawing.arrows:
        if arrow in leaps:
            at = WIDTH - side + 8.0 + 4.0 * leaps.index(arrow)
            _leap(axes, arrow, places, width, at, say)
        else:
            _down(axes, arrow, drawing.steps, places, say)
    return figure


def _lanes(axes: Any, names: list[str], broad: float, height: float) -> None:
    """The lanes under their names, with a hair line between them."""
    for n, name in enumerate(names):
        text = fitting(name, max(int(broad / LETTER), 6), 2)
        axes.text(broad * (n + 0.5), HEAD / 2, text, ha="center", va="center", color=SOFT)
        axes.plot([broad * (n + 1)] * 2, [0, height], color=HAIR, linewidth=0.6)


def _sign(axes: Any, step: Step, place: tuple[float, float], width: float, say: Say) -> None:
    """One step: a rounded box for an end, a box for work, a diamond for a decision."""
    from matplotlib.patches import FancyBboxPatch, Polygon

    (x, y), half, low = place, width / 2, _half(step)
    look: dict[str, Any] = {"edgecolor": COLOURS[Tone.PLAIN], "linewidth": 0.9}
    letters = int(width / LETTER)
    if step.shape is StepShape.DECISION:
        corners = [(x - half, y), (x, y - low), (x + half, y), (x, y + low)]
        axes.add_patch(Polygon(corners, facecolor=GROUNDS[Tone.WARN], **look))
        letters = int(letters * 0.62)
    else:
        round_ = low if step.shape is StepShape.TERMINAL else 0.8
        style = f"round,pad=0,rounding_size={round_}"
        axes.add_patch(
            FancyBboxPatch((x - half, y - low), width, BOX, boxstyle=style, facecolor=TINT, **look)
        )
    text = fitting(say(step.name), max(letters, 6), 3)
    axes.text(x, y, text, ha="center", va="center", fontsize=7)


def _half(step: Step) -> float:
    """Half the height of a sign; a diamond is higher, since its words stand where it is narrow."""
    return BOX / 2 + (2 if step.shape is StepShape.DECISION else 0)


def _down(axes: Any, arrow: Arrow, steps: Steps, places: Places, say: Say) -> None:
    """The way to the next step, over to its lane half-way."""
    (x, y), (to_x, to_y) = places[arrow.start], places[arrow.end]
    top, end = y + _half(steps[arrow.start]), to_y - _half(steps[arrow.end])
    middle = (top + end) / 2
    _way(axes, [(x, top), (x, middle), (to_x, middle), (to_x, end)])
    answer = fitting(say(arrow.answer), 16, 1)
    axes.text(x + 1, top + 0.4, answer, fontsize=6.5, color=SOFT, va="top")


def _leap(
    axes: Any,
    arrow: Arrow,
    places: Places,
    width: float,
    at: float,
    say: Say,
) -> None:
    """The way to another step than the next: out at the right, along the side, and in again."""
    (x, y), (to_x, to_y) = places[arrow.start], places[arrow.end]
    _way(axes, [(x + width / 2, y), (at, y), (at, to_y), (to_x + width / 2, to_y)])
    axes.text(
        x + width / 2 + 1, y - 0.8, fitting(say(arrow.answer), 16, 1), fontsize=6.5, color=SOFT
    )


def _way(axes: Any, points: list[tuple[float, float]]) -> None:
    """A line through these points, with a head at its end."""
    head = {"arrowstyle": "-|>", "color": INK, "linewidth": 0.9, "shrinkA": 0, "shrinkB": 0}
    axes.plot(*zip(*points[:-1], strict=True), color=INK, linewidth=0.9)
    axes.annotate("", points[-1], points[-2], arrowprops=head)
