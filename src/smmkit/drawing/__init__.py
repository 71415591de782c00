"""Figures as SVG: drawn once for screen and paper, the same bytes each time."""

from __future__ import annotations

from html import escape

from smmkit.drawing import canvas, charts, circles, grids, maps, ways
from smmkit.drawing.over_time import over_time
from smmkit.page import Figure
from smmkit.page.circle import Circle
from smmkit.page.figures import Bars, Flow, HeatMap, Lines, Radar, Scatter, Timeline
from smmkit.page.map import Map
from smmkit.words import Language

DRAWN = {
    Bars: charts.bars,
    Radar: charts.radar,
    HeatMap: grids.heat_map,
    Scatter: grids.scatter,
    Timeline: ways.timeline,
    Flow: ways.flow,
    Circle: circles.circle,
    Map: maps.process_map,
}
"""What draws each kind of drawing by matplotlib; lines over time are written without it."""


def svg(figure: Figure, language: Language) -> str:
    """A figure as an SVG of its own; its title and what it says are in it for who cannot see.

    Its words stay words, set in Inter, or else in what the reader has.
    """

    def say(value: object) -> str:
        return canvas.UNDRAWABLE.sub("\ufffd", language.say(value))

    if isinstance(figure.drawing, Lines):
        body = over_time(figure.drawing, say)
    else:
        with canvas.ours():
            drawn = DRAWN[type(figure.drawing)](figure.drawing, say)  # type: ignore[operator]
            body = canvas.svg_of(drawn)
    title, alt = escape(say(figure.title)), escape(say(figure.alt))
    head, tag, rest = body.partition(">")
    return f'{head} role="img">\n<title>{title}</title>\n<desc>{alt}</desc>{rest}' if tag else body
