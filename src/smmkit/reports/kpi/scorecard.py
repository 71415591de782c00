"""KPIs in groups, as tables: the sums of each group, then each group by itself."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.kpis.scorecard import Group
from smmkit.page import Block, Cell, Heading, Prose, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import percent
from smmkit.reports.kpi.tables import table
from smmkit.words import say


def group_table(groups: list[Group]) -> Table:
    """A row for each group."""
    readings: list[Reading[Group]] = [
        Reading(say("Group"), lambda one: one.title, width=4),
        Reading(say("Indicators"), lambda one: len(one.kpis), Shape.NUMBER),
        Reading(say("Measured"), lambda one: one.measured, Shape.NUMBER),
        Reading(say("On target"), lambda one: one.reached, Shape.NUMBER),
        Reading(
            say("Red"), lambda one: Cell(one.red, Tone.BAD if one.red else Tone.PLAIN), Shape.NUMBER
        ),
        Reading(
            say("Mean achievement, each cut at 100"), lambda one: percent(one.mean), Shape.NUMBER, 2
        ),
    ]
    return table_of(say("Scorecard"), readings, groups)


def group_blocks(groups: list[Group]) -> Iterator[Block]:
    """Each group under its name; a group without a KPI says so."""
    for group in groups:
        yield Heading(group.title)
        if group.kpis:
            yield table([*group.kpis])
        else:
            yield Prose(say("No indicator."), Tone.WARN)
