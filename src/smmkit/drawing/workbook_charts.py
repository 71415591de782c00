"""Figures as the charts of a workbook, beside the values that they are drawn from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import singledispatch
from typing import Any

from smmkit.drawing.palette import COLOURS, LINES
from smmkit.page import Cell, Column, Drawing, Figure, Shape, Table, Tone
from smmkit.page.figures import MISSING, Bars, Line, Lines, Radar, Scatter, Timeline
from smmkit.words import Language, say

Cells = Callable[[int], list[Any]]
"""The cells of a column below its head, as xlsxwriter wants them."""
WIDTH, LEAST, ROW = 680, 320, 26
"""Pixels: how broad a chart is, how high at least, and what each bar adds."""


def plotted(figure: Figure) -> Table:
    """The values of a figure with what a chart needs besides: steps and days as numbers.

    What is missing is an empty cell. Why: Excel draws a dash as 0.
    """
    table = figure.values
    rows = [tuple(Cell(None) if cell == MISSING else cell for cell in row) for row in table.rows]
    titles, more = _beside(figure.drawing)
    columns = [Column(title, Shape.NUMBER) for title in titles]
    joined = (
        (*row, *map(Cell, extra)) for row, extra in zip(rows, more or [()] * len(rows), strict=True)
    )
    return replace(table, columns=(*table.columns, *columns), rows=tuple(joined))


def _beside(drawing: Drawing) -> tuple[tuple[Any, ...], list[tuple[int, ...]]]:
    """Columns of numbers that only a chart needs, and what stands in them."""
    match drawing:
        case Scatter():
            titles = tuple(
                say("{name} (step)", name=name) for name in (drawing.across_name, drawing.up_name)
            )
            return titles, [(one.across + 1, one.up + 1) for one in drawing.points]
        case Timeline():
            return (say("Days"),), [((s.end - s.start).days + 1,) for s in drawing.spans]
    return (), []


def add_chart(book: Any, sheet: Any, figure: Figure, language: Language) -> None:
    """The chart of a figure beside its values on this sheet; a table of words has none."""
    table = plotted(figure)
    last = max(len(table.rows), 1)

    def cells(column: int) -> list[Any]:
        return [sheet.get_name(), 1, column, last, column]

    chart = _chart(figure.drawing, book, cells, language)
    if chart is None or not table.rows:
        return
    chart.set_title({"name": language.say(figure.title)[:255], "name_font": {"size": 12}})
    chart.set_size({"width": WIDTH, "height": max(LEAST, ROW * len(table.rows) + 120)})
    options = {"description": language.say(figure.alt), "x_offset": 20}
    sheet.insert_chart(1, len(table.columns), chart, options)


@singledispatch
def _chart(drawing: Drawing, book: Any, cells: Cells, language: Language) -> Any:
    """The chart for a kind of drawing; None where its table says all."""


@_chart.register
def _(drawing: Bars, book: Any, cells: Cells, language: Language) -> Any:
    """Stacked bars, the first row at the top."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for n, share in enumerate(drawing.shares, start=1):
        fill = {"color": COLOURS[share.tone]}
        name = language.say(share.name)
        chart.add_series(
            {"name": name, "categories": cells(0), "values": cells(n), "fill": fill, "gap": 40}
        )
    chart.set_x_axis({"min": 0, "max": 100, "num_format": "0"})
    chart.set_y_axis({"reverse": True})
    chart.set_legend({"position": "bottom"})
    return chart


@_chart.register
def _(drawing: Lines, book: Any, cells: Cells, language: Language) -> Any:
    """Lines over the periods, a gap where a value is missing."""
    chart = book.add_chart({"type": "line"})
    _add_lines(chart, drawing.lines, cells, language)
    chart.set_y_axis({"name": language.say(drawing.measured_in), "num_format": "General"})
    return chart


@_chart.register
def _(drawing: Radar, book: Any, cells: Cells, language: Language) -> Any:
    """Lines round a centre."""
    chart = book.add_chart({"type": "radar", "subtype": "with_markers"})
    _add_lines(chart, drawing.lines, cells, language)
    chart.set_y_axis({"min": 0, "max": float(drawing.most)})
    return chart


@_chart.register
def _(drawing: Scatter, book: Any, cells: Cells, language: Language) -> Any:
    """Points at their steps, each with its name."""
    chart = book.add_chart({"type": "scatter"})
    sheet, _first, column, _last, _ = cells(0)
    names = [{"value": [sheet, n, column, n, column]} for n in range(1, len(drawing.points) + 1)]
    chart.add_series(
        {
            "categories": cells(3),
            "values": cells(4),
            "marker": {"type": "circle", "size": 9, "fill": {"color": LINES[0]}},
            "data_labels": {"custom": names, "value": True, "position": "right"},
        }
    )
    whole = {"min": 0, "major_unit": 1, "num_format": "0"}
    across, up = language.say(drawing.across_name), language.say(drawing.up_name)
    chart.set_x_axis({"name": across, "max": len(drawing.across) + 1, **whole})
    chart.set_y_axis({"name": up, "max": len(drawing.up) + 1, **whole})
    chart.set_legend({"none": True})
    return chart


@_chart.register
def _(drawing: Timeline, book: Any, cells: Cells, _language: Language) -> Any:
    """Bars that begin on their day: what comes before each is drawn without a colour."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    chart.add_series({"categories": cells(0), "values": cells(1), "fill": {"none": True}})
    points = [{"fill": {"color": COLOURS[span.tone]}} for span in drawing.spans]
    chart.add_series({"categories": cells(0), "values": cells(3), "points": points, "gap": 40})
    least = min((span.start for span in drawing.spans), default=None)
    chart.set_x_axis({"num_format": "yyyy-mm-dd", "min": least, "date_axis": True} if least else {})
    chart.set_y_axis({"reverse": True})
    chart.set_legend({"none": True})
    return chart


def _add_lines(chart: Any, lines: Sequence[Line], cells: Cells, language: Language) -> None:
    """Each line in its colour, a target dashed and grey."""
    for n, line in enumerate(lines):
        colour = COLOURS[Tone.MUTED] if line.is_target else LINES[n % len(LINES)]
        look = {"color": colour, "width": 2, "dash_type": "dash" if line.is_target else "solid"}
        marker = {"type": "none" if line.is_target else "automatic"}
        chart.add_series(
            {
                "name": language.say(line.name),
                "categories": cells(0),
                "values": cells(n + 1),
                "line": look,
                "marker": marker,
            }
        )
    chart.show_blanks_as("gap")
    chart.set_legend({"position": "bottom"})
