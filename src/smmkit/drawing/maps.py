"""A map of boxes in bands: in the middle each with its ways, above and below what serves them."""

from __future__ import annotations

from math import ceil
from typing import Any

from smmkit.drawing.canvas import WIDTH, Say, fitting, free
from smmkit.drawing.palette import COLOURS, GROUNDS, HAIR, INK, SOFT, TINT
from smmkit.page import Tone
from smmkit.page.map import Box, Map

SIDE, HEAD, ROW, HIGH, GAP, PAD = 29.0, 6.0, 15.5, 11.5, 5.0, 2.0
"""Millimetres: who is outside, the name of a band, from box to box, a box, between bands, around."""
ACROSS, LETTER = 4, 1.5
"""So many boxes stand beside each other at most; millimetres that a letter takes, about."""
Place = tuple[float, float]


def process_map(drawing: Map, say: Say) -> Any:
    """Bands one below the other between who gives from outside and who takes."""
    columns = {
        n: (layers(drawing) if n == drawing.middle else spread(drawing, n))
        for n in range(len(drawing.bands))
    }
    columns = {n: found for n, found in columns.items() if found}
    highs = {n: HEAD + ROW * max(map(len, found)) for n, found in columns.items()}
    height = sum(highs.values()) + GAP * (len(highs) - 1) + 2
    figure, axes = free(max(height, 30.0))
    top, places, half = 1.0, dict[str, Place](), 10.0
    for n, found in columns.items():
        band(axes, top, highs[n], say(drawing.bands[n]))
        room = (WIDTH - 2 * SIDE - 2 * PAD) / len(found)
        half = min(room * (0.38 if n == drawing.middle else 0.47), 26.0)
        for at, column in enumerate(found):
            first = top + HEAD + (highs[n] - HEAD - ROW * len(column)) / 2
            for down, one in enumerate(column):
                place = SIDE + PAD + room * (at + 0.5), first + ROW * (down + 0.5)
                if n == drawing.middle:
                    places[one.id] = place
                box(axes, place, half, one, say)
        if n == drawing.middle:
            core = half
        if top > 1.0:
            between(axes, top, passed(drawing, n))
        top += highs[n] + GAP
    if places:
        ways(axes, drawing, places, core)
    sides(axes, drawing, height, say)
    return figure


def spread(drawing: Map, band: int) -> list[list[Box]]:
    """The boxes of a band in columns, in rows of few."""
    own = [one for one in drawing.boxes if one.band == band]
    return [own[n::ACROSS] for n in range(min(ACROSS, len(own)))]


def layers(drawing: Map) -> list[list[Box]]:
    """The boxes of the middle in columns: a box stands after those before it that hand on to it."""
    own = [one for one in drawing.boxes if one.band == drawing.middle]
    order = {one.id: n for n, one in enumerate(own)}
    steps = [0] * len(own)
    ahead = sorted(
        (order[one.giver], order[one.taker])
        for one in drawing.handed
        if one.giver in order and one.taker in order
    )
    for giver, taker in ahead:
        if giver < taker:
            steps[taker] = max(steps[taker], steps[giver] + 1)
    most = max(steps, default=0) + 1
    shrunk = [ceil((step + 1) * min(ACROSS, most) / most) for step in steps]
    return [
        [one for one, at in zip(own, shrunk, strict=True) if at == n] for n in sorted({*shrunk})
    ]


def band(axes: Any, top: float, high: float, name: str) -> None:
    """The ground of a band, with its name."""
    from matplotlib.patches import Rectangle

    look: dict[str, Any] = {"facecolor": TINT, "edgecolor": HAIR, "linewidth": 0.6}
    axes.add_patch(Rectangle((SIDE, top), WIDTH - 2 * SIDE, high, **look))
    axes.text(SIDE + 1.5, top + 3, fitting(name, 60, 1), va="center", fontsize=7, color=SOFT)


def box(axes: Any, place: Place, half: float, one: Box, say: Say) -> None:
    """A box with its id and name."""
    from matplotlib.patches import FancyBboxPatch

    (x, y), style = place, "round,pad=0,rounding_size=1"
    look: dict[str, Any] = {
        "facecolor": "white",
        "edgecolor": COLOURS[Tone.PLAIN],
        "linewidth": 0.9,
        "zorder": 3,
    }
    axes.add_patch(FancyBboxPatch((x - half, y - HIGH / 2), 2 * half, HIGH, boxstyle=style, **look))
    text = fitting(f"{one.id} {say(one.name)}", max(int(2 * half / LETTER), 6), 4)
    axes.text(x, y, text, ha="center", va="center", fontsize=6, zorder=4, linespacing=1.05)


def ways(axes: Any, drawing: Map, places: dict[str, Place], half: float) -> None:
    """An arrow for each two boxes of which one hands on; with two heads where both do."""
    found = {(one.giver, one.taker) for one in drawing.handed}
    for giver, taker in sorted(found):
        if giver not in places or taker not in places or giver == taker:
            continue
        both = (taker, giver) in found
        if both and taker < giver:
            continue
        start, end = joints(places[giver], places[taker], half)
        bend = 0.0 if start[0] != end[0] else 0.25
        look = {"color": SOFT, "linewidth": 0.6, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 6}
        look["connectionstyle"] = f"arc3,rad={bend}"
        style = "<|-|>" if both else "-|>"
        axes.annotate("", end, start, arrowprops={"arrowstyle": style, **look}, zorder=2)


def joints(start: Place, end: Place, half: float) -> tuple[Place, Place]:
    """Where a way leaves a box and comes in: at the sides that face; in a column, at the right."""
    if start[0] == end[0]:
        return (start[0] + half, start[1]), (end[0] + half, end[1])
    side = half if start[0] < end[0] else -half
    return (start[0] + side, start[1]), (end[0] - side, end[1])


def passed(drawing: Map, band: int) -> str:
    """The arrow of what bands from one on get from those above, and of what they give them."""
    bands = {one.id: one.band for one in drawing.boxes}
    ends = [(bands.get(one.giver), bands.get(one.taker)) for one in drawing.handed]
    inside = [(giver, taker) for giver, taker in ends if giver is not None and taker is not None]
    down = any(giver < band <= taker for giver, taker in inside)
    up = any(taker < band <= giver for giver, taker in inside)
    return f"{'<|' if up else ''}-{'|>' if down else ''}"


def between(axes: Any, top: float, style: str) -> None:
    """An arrow between two bands; none where nothing passes."""
    if style == "-":
        return
    head = {"arrowstyle": style, "color": INK, "linewidth": 1.1, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (WIDTH / 2, top), (WIDTH / 2, top - GAP), arrowprops=head)


def sides(axes: Any, drawing: Map, height: float, say: Say) -> None:
    """Who gives from outside at the left, who takes at the right, each with an arrow."""
    from matplotlib.patches import Rectangle

    broad = SIDE - GAP
    head = {"arrowstyle": "-|>", "color": INK, "linewidth": 1.1, "shrinkA": 0, "shrinkB": 0}
    for names, x, ends in zip(
        drawing.outside(),
        (0.5, WIDTH - broad - 0.5),
        ((broad + 0.5, SIDE), (WIDTH - SIDE, WIDTH - broad - 0.5)),
        strict=True,
    ):
        if not names:
            continue
        look: dict[str, Any] = {
            "facecolor": GROUNDS[Tone.MUTED],
            "edgecolor": HAIR,
            "linewidth": 0.6,
        }
        axes.add_patch(Rectangle((x, 1), broad, height - 2, **look))
        for n, name in enumerate(names):
            y = 1 + (height - 2) * (n + 0.5) / len(names)
            text = fitting(say(name), int(broad / LETTER), 3)
            axes.text(x + broad / 2, y, text, ha="center", va="center", fontsize=6)
        axes.annotate("", (ends[1], height / 2), (ends[0], height / 2), arrowprops=head)
