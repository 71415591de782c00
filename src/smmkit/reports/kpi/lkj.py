"""The performance report of a year as a document: its numbers are those of the KPIs, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

from smmkit.analyses.consistency.comparisons import Comparison, comparison
from smmkit.analyses.kpis.result import Progress, Result
from smmkit.documents.direction import (
    Achievement,
    Direction,
    PerformanceAgreement,
    PerformanceReport,
)
from smmkit.documents.objective import Objective
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, percent, stamp, unread_files
from smmkit.reports.kpi.comparing import compared
from smmkit.reports.kpi.tables import achieved, formula_table, measured, over_time, status, wanted
from smmkit.words import Message, rounded, say


@dataclass(frozen=True)
class LkjReport(Report):
    """The performance report of one year (PermenPANRB 53/2014): plan, achievement, money, conclusion."""

    year: str

    schema: ClassVar = "smmkit-lkj/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "year": "year",
        "report": "report.id",
        "kpis": "comparisons",
        "left_out": "unread",
    }

    @cached_property
    def comparisons(self) -> list[Comparison]:
        """Every KPI with all that it is compared with, by objective."""
        return [
            comparison(self.qms, objective, kpi, self.year)
            for objective in self.qms.of(Objective)
            for kpi in objective.kpis
        ]

    @cached_property
    def results(self) -> list[Result]:
        """Every KPI in the year."""
        return [one.now for one in self.comparisons]

    @cached_property
    def report(self) -> PerformanceReport | None:
        """What has been written about the year; the latest, if there are several."""
        found = [one for one in self.qms.of(PerformanceReport) if str(one.year) == self.year]
        return max(found, key=lambda one: one.date, default=None)

    def page(self, commit: Origin) -> Page:
        """The chapters of the report."""
        blocks: list[Block] = [
            *self.introduction(),
            *self.planning(),
            Heading(say("Chapter III. Accountability")),
            self.summary(),
            *self.by_objective(),
            *over_time(self.qms, self.results),
            *self.money(),
            *self.closing(),
            Heading(say("Formulas")),
            formula_table(self.results),
            *unread_files(self.qms),
        ]
        title = say("Performance report of the year {year}", year=self.year)
        return Page(title, stamp(self.qms, commit), tuple(blocks))

    def introduction(self) -> list[Block]:
        """Chapter I: who reports, vision and missions."""
        home = self.qms.settings
        rows: list[tuple[Message, Cell]] = []
        if home:
            rows = [
                (say("Organization"), Cell(home.organization.name)),
                (say("Head"), Cell(home.organization.head)),
                (say("Scope"), Cell(home.scope.statement)),
            ]
        for direction in self.qms.of(Direction)[:1]:
            rows.append((say("Vision"), Cell(direction.vision)))
            rows += [(say("Mission"), Cell(one.title)) for one in direction.missions]
        return [Heading(say("Chapter I. Introduction")), Fields(tuple(rows))]

    def planning(self) -> list[Block]:
        """Chapter II: the agreements of the year, and every target."""
        agreements = [
            one for one in self.qms.of(PerformanceAgreement) if str(one.year) == self.year
        ]
        named = ", ".join(one.id for one in agreements)
        text = (
            say("Agreed in: {ids}.", ids=named)
            if named
            else say("There is no performance agreement for this year.")
        )
        readings: list[Reading[Result]] = [
            Reading(say("Objective"), lambda one: one.objective.title, width=4),
            Reading(say("Id"), lambda one: one.kpi.id, Shape.CODE),
            Reading(say("Indicator"), lambda one: one.kpi.title, width=4),
            Reading(say("Unit of measure"), lambda one: one.kpi.measured_in, width=2),
            Reading(say("Target"), wanted, Shape.NUMBER, 2),
        ]
        return [
            Heading(say("Chapter II. Planning")),
            Prose(text, Tone.PLAIN if named else Tone.WARN),
            table_of(say("Targets"), readings, self.results),
        ]

    def summary(self) -> Table:
        """The statutory table: target, actual, achievement."""
        readings: list[Reading[Result]] = [
            Reading(say("Id"), lambda one: one.kpi.id, Shape.CODE),
            Reading(say("Indicator"), lambda one: one.kpi.title, width=5),
            Reading(say("Target"), wanted, Shape.NUMBER, 2),
            Reading(say("Actual"), measured, Shape.NUMBER, 2),
            Reading(say("Achievement"), achieved, Shape.NUMBER, 2),
            Reading(say("Status"), lambda one: Cell(*status(one)), width=3),
        ]
        return table_of(say("Target, actual value and achievement"), readings, self.results)

    def by_objective(self) -> list[Block]:
        """Each KPI with its five comparisons and the reasons."""
        blocks: list[Block] = []
        for one in self.comparisons:
            title = say("{id}: {title}", id=one.now.kpi.id, title=one.now.kpi.title)
            blocks += [Heading(title, 2), *(b for b in compared(one) if not isinstance(b, Heading))]
        return blocks

    def money(self) -> list[Block]:
        """What was planned and spent, where the report says it."""
        found = [one for one in (self.report.achievements if self.report else ()) if one.budget]
        readings: list[Reading[Achievement]] = [
            Reading(say("Id"), lambda one: one.kpi, Shape.CODE),
            Reading(say("Budget"), lambda one: rupiah(one.budget), Shape.NUMBER, 2),
            Reading(say("Money spent"), lambda one: rupiah(one.spent), Shape.NUMBER, 2),
            Reading(say("Share"), share, Shape.NUMBER),
        ]
        title = say("Budget")
        if not found:
            text = say("No report of this year says what was planned and spent for each indicator.")
            return [Heading(title), Prose(text, Tone.MUTED)]
        return [Heading(title), table_of(title, readings, found)]

    def closing(self) -> list[Block]:
        """Chapter IV: the conclusion, and how many KPIs have reached their targets."""
        judged = [one for one in self.results if one.progress is Progress.MEASURED]
        reached = sum((one.achievement or Decimal(0)) >= 100 for one in judged)
        counts = say(
            "{reached} of {all} indicators have reached their target; {missing} cannot be judged.",
            reached=reached,
            all=len(self.results),
            missing=len(self.results) - len(judged),
        )
        conclusion = self.report.conclusion if self.report else None
        text = conclusion or say("No performance report of this year has a conclusion yet.")
        return [
            Heading(say("Chapter IV. Conclusion")),
            Prose(counts),
            Prose(text, Tone.PLAIN if conclusion else Tone.WARN),
        ]


def rupiah(amount: Decimal | None) -> Any:
    """An amount of money; a dash where nobody says it."""
    return Cell("-", Tone.MUTED) if amount is None else rounded(amount, 0)


def share(one: Achievement) -> Cell:
    """How much of the budget was spent."""
    return percent(one.spent / one.budget * 100 if one.budget and one.spent is not None else None)
