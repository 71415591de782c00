"""The comparisons of a performance report, of one KPI or of all."""

from __future__ import annotations

from decimal import Decimal

from smmkit.analyses.consistency.comparisons import Comparison, Efficiency
from smmkit.analyses.kpis.result import Result
from smmkit.page import Block, Cell, Fields, Heading, Prose, Shape, Table, Text, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import percent
from smmkit.reports.kpi.tables import (
    MISSING,
    achieved,
    aimed,
    amount,
    measured,
    reached,
    status,
    wanted,
)
from smmkit.words import Message, say

NOT_THERE = say("not there")


def compared(one: Comparison, in_report: bool = True) -> list[Block]:
    """The five comparisons of one KPI, each said, also where there is nothing to compare with.

    Where no standard asks for a performance report, only what is there.
    """
    readings: list[Reading[Result]] = [
        Reading(say("Year"), lambda year: year.period, Shape.CODE),
        Reading(say("Target"), wanted, Shape.NUMBER),
        Reading(say("Actual"), measured, Shape.NUMBER),
        Reading(say("Achievement"), achieved, Shape.NUMBER),
        Reading(say("Status"), lambda year: Cell(*status(year)), width=2),
    ]
    table = table_of(say("This year and those before"), readings, (one.now, *one.before))
    if in_report:
        title = say("Comparisons of the performance report")
        return [Heading(title), table, Fields(tuple(rows(one))), *reasons(one)]
    known = tuple(row for row in rows(one) if row[1].value is not NOT_THERE)
    why = reasons(one) if one.analysis else []
    return [Heading(say("Comparisons")), table, Fields(known), *why]


def rows(one: Comparison) -> list[tuple[Text, Cell]]:
    """What the value is held against besides its target, and at what cost it was reached."""
    plan = one.plan
    return [
        (say("Change since the year before"), change(one)),
        (
            say("Target at the end of the strategic plan"),
            Cell(
                say(
                    "{target} in {year}; reached so far: {share}",
                    target=aimed(plan.target, None, plan.word).value,
                    year=str(plan.year),
                    share=reached(plan.reached).value,
                )
            )
            if plan
            else Cell(NOT_THERE, Tone.MUTED),
        ),
        (
            say("National standard"),
            Cell(
                say(
                    "{value} ({source}); reached: {share}",
                    value=amount(one.benchmark).value,
                    source=one.now.kpi.benchmark_source or "-",
                    share=reached(one.against_benchmark).value,
                )
            )
            if one.benchmark is not None
            else Cell(NOT_THERE, Tone.MUTED),
        ),
        (say("Efficiency"), efficiency(one)),
    ]


def reasons(one: Comparison) -> list[Block]:
    """Why it came out so."""
    if one.analysis:
        return [Prose(say("Why it came out so: {text}", text=one.analysis))]
    return [Prose(say("No performance report says why it came out so."), Tone.MUTED)]


def change(one: Comparison) -> Cell:
    """How much more or less than the year before, in the measure of the KPI."""
    now, before = one.now.actual, one.before[0].actual if one.before else None
    if now is None or before is None or one.now.actual_word:
        return MISSING
    return Cell(signed(now - before))


def signed(number: Decimal) -> Message:
    """A difference with its sign."""
    shown = amount(abs(number)).value
    if number < 0:
        return say("{n} lower", n=shown)
    return say("{n} higher", n=shown) if number else say("as before")


def efficiency(one: Comparison) -> Cell:
    """What was reached beside what was spent."""
    if one.efficiency is None:
        return Cell(NOT_THERE, Tone.MUTED)
    tones = {Efficiency.EFFICIENT: Tone.GOOD, Efficiency.INEFFICIENT: Tone.WARN}
    return Cell(
        say(
            "{word}: {achieved} achieved with {spent} of the budget",
            word=one.efficiency.label,
            achieved=achieved(one.now).value,
            spent=percent(one.spent).value,
        ),
        tones.get(one.efficiency, Tone.PLAIN),
    )


def comparison_table(found: list[Comparison]) -> Table:
    """One row for each KPI: this year, the last, the plan, the standard, the cost, the reason."""

    def before(one: Comparison) -> Cell:
        return measured(one.before[0]) if one.before else MISSING

    readings: list[Reading[Comparison]] = [
        Reading(say("Id"), lambda one: one.now.kpi.id, Shape.CODE),
        Reading(say("Indicator"), lambda one: one.now.kpi.title, width=4),
        Reading(say("Target"), lambda one: wanted(one.now), Shape.NUMBER),
        Reading(say("Actual"), lambda one: measured(one.now), Shape.NUMBER),
        Reading(say("Achievement"), lambda one: achieved(one.now), Shape.NUMBER),
        Reading(say("Year before"), before, Shape.NUMBER),
        Reading(
            say("End of the plan"),
            lambda one: reached(one.plan.reached if one.plan else None),
            Shape.NUMBER,
        ),
        Reading(say("National standard"), lambda one: reached(one.against_benchmark), Shape.NUMBER),
        Reading(say("Budget spent"), lambda one: percent(one.spent), Shape.NUMBER),
        Reading(say("Why"), lambda one: one.analysis or MISSING, width=5),
    ]
    return table_of(say("Comparisons"), readings, found)
