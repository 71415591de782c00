"""Heat map with its numbers, and points in a grid of steps."""

from __future__ import annotations

from typing import Any

from smmkit.drawing.canvas import Say, blank, fitting
from smmkit.drawing.palette import COLOURS, GROUNDS, INK, MARKS, SOFT
from smmkit.page import Tone
from smmkit.page.figures import HeatMap, Scatter

ROW, STEP, AROUND = 8.0, 17.0, 24.0
"""Millimetres: a row of a heat map, a step of a grid, what stands around them."""
IN_A_FIELD = 12
"""So many points are named in one field; of the others their number is said."""


def heat_map(drawing: HeatMap, say: Say) -> Any:
    """Every number on a ground of its tone, with the mark of that tone."""
    figure, axes = blank(ROW * max(len(drawing.rows), 1) + AROUND)
    for up, (_, cells) in enumerate(drawing.rows):
        for across, cell in enumerate(cells):
            _field(axes, across, up, cell.tone)
            mark = f"{MARKS[cell.tone]} " if cell.tone in MARKS else ""
            axes.text(
                across,
                up,
                mark + fitting(say(cell.value), 12, 1),
                ha="center",
                va="center_baseline",
                color=INK if cell.tone is Tone.PLAIN else COLOURS[cell.tone],
            )
    letters = max(60 // max(len(drawing.columns), 1), 6)
    axes.set_xticks(
        range(len(drawing.columns)), [fitting(say(c), letters, 3) for c in drawing.columns]
    )
    axes.set_yticks(range(len(drawing.rows)), [fitting(say(row), 40, 2) for row, _ in drawing.rows])
    axes.xaxis.tick_top()
    _frame(axes, len(drawing.columns), len(drawing.rows))
    axes.invert_yaxis()
    return figure


def scatter(drawing: Scatter, say: Say) -> Any:
    """The names of the points in their fields; the lowest step of both is at the lower left."""
    figure, axes = blank(STEP * len(drawing.up) + AROUND)
    for up, tones in enumerate(drawing.tones):
        for across, tone in enumerate(tones):
            _field(axes, across, up, tone)
            inside = [
                fitting(say(one.name), 14, 1)
                for one in drawing.points
                if (one.across, one.up) == (across, up)
            ]
            axes.text(
                across,
                up,
                _inside(inside),
                ha="center",
                va="center",
                fontsize=6.5,
                color=INK,
            )
            mark = MARKS.get(tone, "")
            axes.text(across - 0.46, up + 0.32, mark, fontsize=6.5, color=COLOURS[tone])
    axes.set_xticks(range(len(drawing.across)), [fitting(say(n), 18, 2) for n in drawing.across])
    axes.set_yticks(range(len(drawing.up)), [fitting(say(n), 24, 2) for n in drawing.up])
    axes.set_xlabel(fitting(say(drawing.across_name), 60, 1), color=SOFT)
    axes.set_ylabel(fitting(say(drawing.up_name), 40, 1), color=SOFT)
    _frame(axes, len(drawing.across), len(drawing.up))
    return figure


def _inside(names: list[str]) -> str:
    """The names of a field, two in a line; of more than fit, how many."""
    seen, more = names[:IN_A_FIELD], len(names) - IN_A_FIELD
    rows = [", ".join(seen[n : n + 2]) for n in range(0, len(seen), 2)]
    return "\n".join([*rows, f"+{more}"] if more > 0 else rows)


def _field(axes: Any, across: int, up: int, tone: Tone) -> None:
    """The ground of one field."""
    from matplotlib.patches import Rectangle

    place = (across - 0.5, up - 0.5)
    axes.add_patch(Rectangle(place, 1, 1, facecolor=GROUNDS[tone], edgecolor="white"))


def _frame(axes: Any, across: int, up: int) -> None:
    """The fields fill the axes, without ticks and spines."""
    axes.set(xlim=(-0.5, max(across, 1) - 0.5), ylim=(-0.5, max(up, 1) - 0.5))
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
