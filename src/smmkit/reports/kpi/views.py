"""All KPIs seen in other ways: the comparisons of a performance report, SMART, the cascade."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.consistency.cascade import Cascade, Orphan, Thread, cascade
from smmkit.analyses.consistency.comparisons import Comparison, comparison
from smmkit.analyses.kpis.smart import Judged, Letter, smart
from smmkit.analyses.organization.wishes import is_wished
from smmkit.analyses.status.numbers import Whose
from smmkit.documents.objective import Kpi, Objective
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp
from smmkit.reports.kpi.comparing import comparison_table
from smmkit.reports.kpi.tables import holding
from smmkit.words import ClosedList, Message, say


class View(ClosedList):
    """How all KPIs are seen."""

    COMPARISONS = "comparisons"
    SMART = "smart", "SMART"
    CASCADE = "cascade"


Row = tuple[Kpi, list[Judged]]


@dataclass(frozen=True)
class KpiView(Report):
    """All KPIs of a year in one of these ways."""

    year: str
    view: View
    unit: str | None = None

    schema: ClassVar = "smmkit-kpi-view/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "year": "year",
        "view": "view",
        "comparisons": "comparisons",
        "smart": "smart_by_kpi",
        "cascade": "cascade",
        "left_out": "unread",
    }

    @cached_property
    def kpis(self) -> list[tuple[Objective, Kpi]]:
        """Every KPI, or those of a unit."""
        return [
            (objective, kpi)
            for objective in self.qms.of(Objective)
            if Whose(self.unit).has(self.qms, objective)
            for kpi in objective.kpis
        ]

    @cached_property
    def comparisons(self) -> list[Comparison]:
        """Each with what it is compared with."""
        if self.view is not View.COMPARISONS:
            return []
        return [comparison(self.qms, one, kpi, self.year) for one, kpi in self.kpis]

    @cached_property
    def smart(self) -> list[Row]:
        """Each with its letters."""
        if self.view is not View.SMART:
            return []
        return [(kpi, smart(self.qms, one, kpi, self.year)) for one, kpi in self.kpis]

    @property
    def smart_by_kpi(self) -> dict[str, list[Judged]]:
        """The letters by the ids of KPIs."""
        return {kpi.id: letters for kpi, letters in self.smart}

    @cached_property
    def cascade(self) -> Cascade | None:
        """The threads and their ends."""
        return cascade(self.qms, self.year) if self.view is View.CASCADE else None

    def page(self, commit: Origin) -> Page:
        """The one view that is asked for."""
        title: Message = say("Comparisons, {year}", year=self.year)
        if is_wished(self.qms, "performance-report"):
            title = say("Comparisons of the performance report, {year}", year=self.year)
        blocks: list[Block] = [comparison_table(self.comparisons)]
        if self.view is View.SMART:
            title = say("Whether KPIs are SMART, {year}", year=self.year)
            blocks = smart_blocks(self.smart)
        elif self.cascade is not None:
            title = say("Cascade from missions to agreements, {year}", year=self.year)
            blocks = cascade_blocks(self.cascade)
        return Page(title, stamp(self.qms, commit), tuple(blocks))


def smart_blocks(rows: list[Row]) -> list[Block]:
    """A row for each KPI, a column for each letter; then what lacks."""

    def letter(place: int) -> Reading[Row]:
        return Reading(
            list(Letter)[place].value,
            lambda row: holding(row[1][place]),
        )

    readings: list[Reading[Row]] = [
        Reading(say("Id"), lambda row: row[0].id, Shape.CODE),
        Reading(say("Indicator"), lambda row: row[0].title, width=5),
        *map(letter, range(len(Letter))),
    ]
    lacking = [
        (kpi.id, one.letter, what)
        for kpi, letters in rows
        for one in letters
        for what in one.lacking
    ]
    more: list[Reading[tuple[str, Letter, Message | str]]] = [
        Reading(say("Id"), lambda row: row[0], Shape.CODE),
        Reading(say("Letter"), lambda row: row[1].value, Shape.CODE),
        Reading(say("What lacks"), lambda row: row[2], width=5),
    ]
    meaning = Fields(tuple((one.value, Cell(one.label)) for one in Letter))
    return [
        table_of(say("SMART"), readings, rows),
        meaning,
        Heading(say("What lacks")),
        table_of(say("What lacks"), more, lacking, say("Nothing lacks.")),
    ]


def cascade_blocks(found: Cascade) -> list[Block]:
    """Every thread, and every end."""
    readings: list[Reading[Thread]] = [
        Reading(say("Mission"), lambda one: one.mission or Cell("-", Tone.WARN), Shape.CODE),
        Reading(say("Goal"), lambda one: one.goal or Cell("-", Tone.WARN), Shape.CODE),
        Reading(say("Objective"), lambda one: one.objective, Shape.CODE),
        Reading(say("KPI"), lambda one: one.kpi, Shape.CODE),
        Reading(say("Agreements"), lambda one: one.agreements or Cell("-", Tone.MUTED), width=3),
        Reading(
            say("Other targets"),
            lambda one: Cell(one.other_targets, Tone.BAD) if one.other_targets else "",
            width=3,
        ),
    ]
    return [
        table_of(say("Cascade"), readings, found.threads),
        Heading(say("Where the thread ends")),
        orphan_table(found),
    ]


def orphan_table(found: Cascade) -> Table:
    """What nothing above asks for, and what nothing below carries out."""
    readings: list[Reading[Orphan]] = [
        Reading(say("Id"), lambda one: one.id, Shape.CODE),
        Reading(say("Direction"), lambda one: say("upward") if one.upward else say("downward")),
        Reading(say("Why"), lambda one: Cell(one.why, Tone.WARN), width=4),
    ]
    return table_of(say("Orphans"), readings, found.orphans, say("No thread ends."))
