"""The KPI report: target, actual, achievement and status, with the formula beside every number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.kpis.kpi import is_counted, results
from smmkit.analyses.kpis.periods import named
from smmkit.analyses.kpis.result import Progress, Result
from smmkit.analyses.kpis.scorecard import Group, Grouping, grouped, mean_achievement
from smmkit.analyses.organization.units import called
from smmkit.analyses.status.numbers import Whose
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Tone
from smmkit.reports import Report, stamp, unread_files
from smmkit.reports.kpi.scorecard import group_blocks, group_table
from smmkit.reports.kpi.tables import formula_table, full_table, not_measured, over_time, table
from smmkit.words import Message, Percent, say


@dataclass(frozen=True)
class KpiReport(Report):
    """Every KPI in a period, or those of a unit; in groups, where that is asked for."""

    period: str
    unit: str | None = None
    by: Grouping | None = None
    bare: bool = False
    """Whether only the table is wanted, with all its columns; below that of the groups."""

    most_charts: int | None = None
    """Charts are drawn for no more KPIs than this; without it, for all."""

    schema: ClassVar = "smmkit-kpi/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "period": "period",
        "unit": "unit",
        "kpis": "kpis",
        "groups": "groups",
        "left_out": "unread",
    }

    @cached_property
    def kpis(self) -> list[Result]:
        """How each stands, in the order of the objectives."""
        found = results(self.qms, self.period)
        whose = Whose(self.unit)
        return [one for one in found if whose.has(self.qms, one.objective)]

    @cached_property
    def counted(self) -> list[Result]:
        """Those that count; one whose objective is not approved yet promises nothing."""
        return [one for one in self.kpis if is_counted(self.qms, one)]

    @cached_property
    def groups(self) -> list[Group]:
        """The same in groups; none, where that is not asked for."""
        return grouped(self.qms, self.counted, self.by) if self.by else []

    def page(self, commit: Origin) -> Page:
        """The table or the groups, and every formula that was used for them."""
        title: Message = say("Key performance indicators, {period}", period=named(self.period))
        if self.unit:
            title = say(
                "Key performance indicators of {unit}, {period}",
                unit=called(self.qms, self.unit),
                period=named(self.period),
            )
        if self.bare:
            means = [group_table(self.groups)] if self.by else []
            return Page(title, stamp(self.qms, commit), (*means, full_table(self.kpis)))
        if self.by:
            body: list[Block] = [group_table(self.groups), *group_blocks(self.groups)]
        else:
            body = [table(self.kpis)]
        blocks: list[Block] = [
            Fields(counted(self.counted, self.kpis)),
            *body,
            *remarks(self.kpis),
            *not_measured(self.kpis),
            *unread_files(self.qms),
            *self.charts(),
            Heading(say("Formulas")),
            formula_table(self.kpis),
            Prose(
                say(
                    "A missing value is missing and never counts as 0; while one is, nothing is achieved."
                )
            ),
        ]
        return Page(title, stamp(self.qms, commit), tuple(blocks))

    def charts(self) -> list[Block]:
        """Each KPI over time; where there are too many, how to see one."""
        if self.most_charts is not None and len(self.kpis) > self.most_charts:
            return [Prose(say("Over time, one by one: smm kpi {id}", id=self.kpis[0].kpi.id))]
        return over_time(self.qms, self.kpis)


def counted(found: list[Result], shown: list[Result]) -> tuple[tuple[Message, Cell], ...]:
    """How many there are, how many could be judged, and how these stand."""
    measured = [one for one in found if one.progress is Progress.MEASURED]
    reached = sum(one.achievement is not None and one.achievement >= 100 for one in measured)
    counts = {*map(id, found)}
    left = [one.kpi.id for one in shown if id(one) not in counts]
    rows = [
        (say("Indicators that count") if left else say("Indicators"), Cell(len(found))),
        (say("Measured"), Cell(len(measured))),
        (say("On target"), Cell(reached)),
    ]
    red = sum(one.band is not None and one.band.tone is Tone.BAD for one in measured)
    if red:
        rows.append((say("Red"), Cell(red, Tone.BAD)))
    if left:
        told = say("{count}: {steps}", count=len(left), steps=left)
        rows.append((say("Not counted: not approved, or no longer in force"), Cell(told)))
    mean = mean_achievement(found)
    if mean is not None:
        rows.append((say("Mean achievement, each cut at 100"), Cell(Percent(mean))))
    return tuple(rows)


def remarks(found: list[Result]) -> list[Block]:
    """What must be known to read the table: periods that still run, means of rates."""
    said: list[Message] = []
    if any(one.last_complete for one in found):
        said.append(
            say(
                '"Last complete" is the last period whose values are all there; a value is due when the '
                "time to report it is over."
            )
        )
    if any(one.is_part_of_sum for one in found):
        said.append(say("A part of a sum has no status by the target of the whole."))
    means = [one.kpi.id for one in found if one.is_mean_of_rates]
    if means:
        said.append(
            say("The mean of percentages, not the percentage of all cases: {ids}", ids=means)
        )
    return [Prose(one) for one in said]
