"""The control chart of a KPI: its limits, and what in it is no chance."""

from __future__ import annotations

from smmkit.analyses.kpis.control_chart import FEWEST, ControlChart, Signal
from smmkit.analyses.kpis.periods import named
from smmkit.documents.objective import Kpi
from smmkit.page import Block, Cell, Fields, Figure, Heading, Prose, Shape, Tone
from smmkit.page.figures import Line, Lines
from smmkit.page.readings import Reading, table_of
from smmkit.words import rounded, say


def controlled(kpi: Kpi, found: ControlChart | None) -> list[Block]:
    """The chart with its limits, and each special cause; or why there is none."""
    heading = Heading(say("Control chart"))
    if found is None:
        few = say("A control chart needs {n} numbers at least.", n=FEWEST)
        return [heading, Prose(few, Tone.MUTED)]
    readings: list[Reading[Signal]] = [
        Reading(say("Sign"), lambda one: one.cause, Shape.CODE),
        Reading(say("Meaning"), lambda one: Cell(one.meaning, Tone.WARN), width=3),
        Reading(say("Complete in"), lambda one: [*map(named, one.periods)], width=3),
    ]
    signals = table_of(
        say("No chance"), readings, found.signals, say("Nothing but chance is seen in it.")
    )
    return [heading, limits(found), figure(kpi, found), signals]


def limits(found: ControlChart) -> Fields:
    """Mean and limits of single values, from the moving range."""
    return Fields(
        (
            (say("Mean"), Cell(rounded(found.centre))),
            (say("Lower limit"), Cell(rounded(found.lower))),
            (say("Upper limit"), Cell(rounded(found.upper))),
        )
    )


def figure(kpi: Kpi, found: ControlChart) -> Figure:
    """The values between their limits."""
    count = len(found.periods)
    flat = [
        Line(name, (rounded(value),) * count, is_target=True)
        for name, value in (
            (say("Upper limit"), found.upper),
            (say("Mean"), found.centre),
            (say("Lower limit"), found.lower),
        )
    ]
    values = tuple(rounded(value) for value in found.values)
    return Figure(
        say("{id}: limits of chance", id=kpi.id),
        say(
            "{n} values around {mean}, between {low} and {high}; signs of special causes: {signs}",
            n=count,
            mean=rounded(found.centre),
            low=rounded(found.lower),
            high=rounded(found.upper),
            signs=len(found.signals),
        ),
        Lines(
            tuple(map(named, found.periods)), (Line(say("Actual"), values), *flat), kpi.measured_in
        ),
    )
