"""Lines over time, written straight as SVG: a page has hundreds of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape
from math import ceil, floor, log10

from smmkit.drawing.canvas import BROWSERS, FAMILY, INCH, WIDTH, Say, fitting
from smmkit.drawing.palette import HAIR, INK, LINES, SOFT
from smmkit.page import Text
from smmkit.page.figures import Line, Lines, Number

POINT = 72 / INCH
BROAD, HIGH = WIDTH * POINT, 62 * POINT
TOP, BELOW, LEGEND, SIDE, LETTER, SIZE = 8.0, 16.0, 16.0, 44.0, 4.5, 8.0
"""Points: what is free above and below, the legend, room for the last number, a letter, its size."""
TICKS, LARGEST, AIR, WHOLE = 5, 10**15, 0.18, 100.0
SIGN = 2.3


def over_time(drawing: Lines, say: Say) -> str:
    """Values over time; the last of each line bears its number, and a target is dashed."""
    heights = [[_height(value) for value in line.values] for line in drawing.lines]
    ticks = _ticks(
        [one for line in heights for one in line if one is not None], drawing.measured_in
    )
    names = [say(Decimal(f"{tick:.10g}")) for tick in ticks]
    measured = fitting(say(drawing.measured_in), 40, 1)
    left = max(map(len, names)) * LETTER + 10 + (12 if measured else 0)
    frame = _Frame(left, ticks[0], ticks[-1], max(len(drawing.periods), 1))
    parts = [*_axes(frame, list(zip(ticks, names, strict=True)), drawing.periods, say)]
    if measured:
        middle = (TOP + frame.floor) / 2
        turned = f' transform="rotate(-90 8 {middle:.1f})"'
        parts.append(_text(8, middle, measured, SOFT, "middle", turned))
    for number, (line, values) in enumerate(zip(drawing.lines, heights, strict=True)):
        parts += _line(frame, line, values, number, say)
    parts += _legend(drawing.lines, say)
    font = f"font-family:{FAMILY}{BROWSERS};font-size:{SIZE:g}px"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{BROAD:.2f}pt" height="{HIGH:.2f}pt" '
        f'viewBox="0 0 {BROAD:.2f} {HIGH:.2f}" style="{font}" version="1.1">\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


class _Frame:
    """Where a period and a value lie on the paper."""

    def __init__(self, left: float, low: float, high: float, periods: int) -> None:
        self.left, self.low, self.high = left, low, high
        self.step = (BROAD - SIDE - left) / periods
        self.floor = HIGH - LEGEND - BELOW

    def x(self, period: int) -> float:
        """The middle of a period."""
        return self.left + self.step * (period + 0.5)

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.floor - (value - self.low) / (self.high - self.low) * (self.floor - TOP)


def _height(value: Number | None) -> float | None:
    """A value as it is drawn; what is missing, or beyond all measure, is not."""
    if value is None:
        return None
    drawn = Decimal(value)
    return float(drawn) if drawn.is_finite() and abs(drawn) <= LARGEST else None


def _ticks(values: Sequence[float], measured_in: Text = "") -> list[float]:
    """Round numbers from below the lowest value to above the highest.

    Not below 0 where no value is, nor above 100 of shares that are not.
    """
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    air = (high - low) * AIR or abs(high) * AIR or 1.0
    low, high = low - air if low < 0 else max(low - air, 0.0), high + air
    is_capped = measured_in == "%" and bool(values) and max(values) <= WHOLE < high
    high = WHOLE if is_capped else high
    rough = (high - low) / TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(n * power for n in (1, 2, 2.5, 5, 10) if n * power >= rough)
    first = floor(low / step)
    count = (ceil(high / step) if is_capped else floor(high / step) + 1) - first
    return [(first + n) * step for n in range(count + 1)]


def _axes(
    frame: _Frame, ticks: list[tuple[float, str]], periods: Sequence[Text], say: Say
) -> Iterator[str]:
    """A hair line for each tick, and the names of ticks and periods."""
    for tick, name in ticks:
        y = frame.y(tick)
        yield (
            f'<line x1="{frame.left:.1f}" y1="{y:.1f}" x2="{BROAD - SIDE:.1f}" y2="{y:.1f}" '
            f'stroke="{HAIR}" stroke-width="0.5"/>'
        )
        yield _text(frame.left - 4, y + 2.8, name, INK, "end")
    names = [fitting(say(period), 14, 1) for period in periods]
    every = ceil((max(map(len, names), default=0) + 1) * LETTER / frame.step)
    for place in range(0, len(names), every):
        yield _text(frame.x(place), frame.floor + 11, names[place], INK, "middle")


def _line(
    frame: _Frame, line: Line, values: Sequence[float | None], number: int, say: Say
) -> Iterator[str]:
    """One line with signs of its own; where a value is missing, it is broken."""
    colour = SOFT if line.is_target else LINES[number % len(LINES)]
    path, is_down = [], False
    for place, value in enumerate(values):
        if value is not None:
            path.append(f"{'L' if is_down else 'M'} {frame.x(place):.1f} {frame.y(value):.1f}")
        is_down = value is not None
    if not path:
        return
    dash = ' stroke-dasharray="4 2"' if line.is_target else ""
    yield f'<path d="{" ".join(path)}" fill="none" stroke="{colour}" stroke-width="1.6"{dash}/>'
    last = max(place for place, value in enumerate(values) if value is not None)
    shown = values[last] or 0.0
    if line.is_target:
        return
    yield _signs(
        [(frame.x(n), frame.y(v)) for n, v in enumerate(values) if v is not None], number, colour
    )
    yield _text(frame.x(last) + 5, frame.y(shown) - 4, say(line.values[last]), INK, "start")


def _signs(points: Sequence[tuple[float, float]], number: int, colour: str) -> str:
    """The sign of a line at each of its points: a disc, a square, a triangle, a diamond, ..."""
    s = SIGN
    shapes = (
        None,
        [(-s, -s), (s, -s), (s, s), (-s, s)],
        [(0, -s), (s, s), (-s, s)],
        [(0, -s), (s, 0), (0, s), (-s, 0)],
        [(-s, -s), (s, -s), (0, s)],
        [(-s, 0), (0, -s), (s, 0), (0, s / 2)],
    )
    shape = shapes[number % len(shapes)]
    if shape is None:
        discs = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{s}"/>' for x, y in points)
        return f'<g fill="{colour}">{discs}</g>'
    drawn = " ".join(
        "M " + " L ".join(f"{x + dx:.1f} {y + dy:.1f}" for dx, dy in shape) + " z"
        for x, y in points
    )
    return f'<path d="{drawn}" fill="{colour}"/>'


def _legend(lines: Sequence[Line], say: Say) -> Iterator[str]:
    """The names of the lines, each behind a piece of it."""
    x, y = 4.0, HIGH - 5
    for number, line in enumerate(lines):
        name = fitting(say(line.name), 60 if len(lines) < 4 else 24, 1)
        colour = SOFT if line.is_target else LINES[number % len(LINES)]
        dash = ' stroke-dasharray="4 2"' if line.is_target else ""
        yield (
            f'<line x1="{x:.1f}" y1="{y - 3:.1f}" x2="{x + 16:.1f}" y2="{y - 3:.1f}" '
            f'stroke="{colour}" stroke-width="1.6"{dash}/>'
        )
        if not line.is_target:
            yield _signs([(x + 8, y - 3)], number, colour)
        yield _text(x + 20, y, name, INK, "start")
        x += 34 + len(name) * LETTER


def _text(x: float, y: float, said: str, colour: str, anchor: str, more: str = "") -> str:
    """Words at a place."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}"{more}>'
        f"{escape(said)}</text>"
    )
