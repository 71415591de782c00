"""A quality objective with its results: each indicator by year, and its values over time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple, cast

from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.periods import named
from smmkit.analyses.kpis.result import Result
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import target_of
from smmkit.arranging.content import arranged, drawn
from smmkit.document_view import DocumentView, joined
from smmkit.documents import Information
from smmkit.documents.objective import Kpi, Objective
from smmkit.page import Cell, Heading, Page, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.period_days import last_day
from smmkit.qms import Qms
from smmkit.words import rounded, say

YEARS, POINTS = 4, 24
"""So many years stand in the table, and so many values in a drawing: the latest."""


def objective(document: Information, qms: Qms) -> dict[str, Any]:
    """What is to be reached, how, and what has been reached by the day of the sheet."""
    own = cast("Objective", document)
    view = DocumentView(qms, own)
    found = [one for kpi in own.kpis for one in by_year(qms, own, kpi)]
    readings: list[Reading[Result]] = [
        Reading(say("Performance indicator"), lambda one: view.title_of(one.kpi.id), width=4),
        Reading(say("Unit"), lambda one: one.kpi.measured_in),
        Reading(say("Year"), lambda one: one.period, Shape.CODE),
        Reading(say("Target"), aimed, Shape.NUMBER),
        Reading(
            say("Actual value"), lambda one: one.actual_word or one.printed_actual, Shape.NUMBER
        ),
        Reading(say("Achievement"), reached, Shape.NUMBER),
        Reading(say("State"), state, width=2),
    ]
    table = table_of("", readings, found)
    results = Page("", "", (Heading(say("Results on {day}", day=qms.as_of)), table))
    shown = [trend for kpi in own.kpis for trend in trends(qms, kpi)]
    return arranged(view, after=(results, *shown) if found else ())


def by_year(qms: Qms, own: Objective, kpi: Kpi) -> Iterator[Result]:
    """The results of the latest years for which something is measured or aimed at."""
    seen = {one.period[:4] for one in qms.fact(series)[kpi.id].observations}
    asked = {one.period[:4] for one in kpi.targets if one.period[:4] <= str(qms.as_of.year)}
    for year in sorted(seen | asked)[-YEARS:]:
        yield result(qms, own, kpi, year)


def short(value: Decimal | None) -> Decimal | None:
    """A value with two decimals at most."""
    return value if value is None or value == rounded(value) else rounded(value)


def aimed(one: Result) -> Any:
    """The target of a year: a word, a number, or from one to another."""
    if one.target_word or one.target is None or one.target_up_to is None:
        return one.target_word or one.target
    return say("{low} to {high}", low=one.target, high=one.target_up_to)


def reached(one: Result) -> Any:
    """The achievement, where it can be counted."""
    return Cell("-", Tone.MUTED) if one.achievement is None else one.printed_achievement


def state(one: Result) -> Cell:
    """What the scale calls it; else why it cannot be judged."""
    return Cell(one.status, one.band.tone) if one.band else Cell(one.progress.label, Tone.MUTED)


class Point(NamedTuple):
    """A value of a period, and what was aimed at."""

    period: str
    value: Decimal
    aim: Decimal | None


def trends(qms: Qms, kpi: Kpi) -> Iterator[dict[str, Any]]:
    """The values of an indicator over time; none where there are fewer than two."""
    seen = [
        one
        for one in qms.fact(series)[kpi.id].observations
        if one.word is None and last_day(one.period) <= qms.as_of
    ]
    points = [Point(o.period, o.value, target_of(qms, kpi, o.period).value) for o in seen[-POINTS:]]
    if len(points) < 2:
        return
    values = [p.value for p in points] + [p.aim for p in points if p.aim is not None]
    low, high = min(values), max(values)
    span = (high - low) or Decimal(1)

    def at(value: Decimal | None) -> float | None:
        return None if value is None else float((value - low) / span) * 0.9 + 0.05

    first, last = points[0], points[-1]
    yield drawn(
        "trend",
        title=say("{id}: {title}", id=kpi.id, title=kpi.title),
        alt=say(
            "From {first} in {start} to {last} in {end}; dashed: the target. In {unit}.",
            first=short(first.value),
            start=named(first.period),
            last=short(last.value),
            end=named(last.period),
            unit=kpi.measured_in,
        ),
        lowest=joined("", [low]),
        highest=joined("", [high]),
        points=[
            {"period": named(p.period), "at": at(p.value), "aim": at(p.aim), "tone": Tone.PLAIN}
            for p in points
        ],
    )
