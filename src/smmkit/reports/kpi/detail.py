"""One KPI by itself: what it is, how it stands, what it is compared with, and what is no chance in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.consistency.comparisons import Comparison, comparison
from smmkit.analyses.kpis.control_chart import ControlChart, control_chart
from smmkit.analyses.kpis.history import Measured, history
from smmkit.analyses.kpis.kpi import result_shown
from smmkit.analyses.kpis.periods import named
from smmkit.analyses.kpis.printed import as_set
from smmkit.analyses.kpis.result import Result
from smmkit.analyses.kpis.smart import Judged, smart
from smmkit.analyses.kpis.targets import target_of
from smmkit.analyses.kpis.workdays import reporting
from smmkit.analyses.kpis.years import Forecast, forecast
from smmkit.analyses.organization.wishes import is_wished
from smmkit.documents.objective import Kpi, Objective
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Shape, Table, Text, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp
from smmkit.reports.kpi.comparing import compared
from smmkit.reports.kpi.controlling import controlled
from smmkit.reports.kpi.tables import (
    MISSING,
    achieved,
    aimed,
    amount,
    chart,
    formula_table,
    holding,
    measured,
    not_measured,
    reached,
    sources_of,
    status,
    wanted,
)
from smmkit.words import say


@dataclass(frozen=True)
class KpiDetail(Report):
    """Everything that is known of one KPI."""

    kpi: Kpi
    objective: Objective
    period: str

    schema: ClassVar = "smmkit-kpi-detail/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "period": "period",
        "kpi": "now",
        "values": "values",
        "forecast": "foreseen",
        "comparison": "comparison",
        "smart": "smart",
        "control_chart": "control",
    }

    @property
    def year(self) -> str:
        """The year that the period lies in."""
        return self.period[:4]

    @cached_property
    def now(self) -> Result:
        """How it stands."""
        return result_shown(self.qms, self.objective, self.kpi, self.period)

    @cached_property
    def values(self) -> list[Measured]:
        """Every value until the end of the period."""
        return history(self.qms, self.kpi, self.period)

    @cached_property
    def foreseen(self) -> Forecast | None:
        """What the year will come to."""
        return forecast(self.qms, self.objective, self.kpi, self.year)

    @cached_property
    def comparison(self) -> Comparison:
        """What it is compared with."""
        return comparison(self.qms, self.objective, self.kpi, self.year)

    @cached_property
    def smart(self) -> list[Judged]:
        """Whether it is SMART."""
        return smart(self.qms, self.objective, self.kpi, self.year)

    @cached_property
    def control(self) -> ControlChart | None:
        """The limits of chance."""
        return control_chart(self.qms, self.kpi, self.year)

    def page(self, commit: Origin) -> Page:
        """Facts, chart, values, comparisons, SMART, limits of chance."""
        title = say("{id}: {title}", id=self.kpi.id, title=self.kpi.title)
        blocks: list[Block] = [Fields((*self.facts(), *self.standing()))]
        if len(self.values) > 1:
            blocks.append(chart(self.kpi, self.values))
        blocks += [
            Heading(say("Values")),
            values_table(self.values),
            *not_measured([self.now]),
            *compared(self.comparison, is_wished(self.qms, "performance-report")),
            Heading(say("SMART")),
            smart_table(self.smart),
            *controlled(self.kpi, self.control),
            Heading(say("Formulas")),
            formula_table([self.now]),
        ]
        return Page(title, stamp(self.qms, commit), tuple(blocks))

    def facts(self) -> Iterator[tuple[Text, Cell]]:
        """What it is."""
        kpi, days = self.kpi, self.qms.fact(reporting)[0]
        own = kpi.reporting_days
        yield say("Objective"), Cell(f"{self.objective.id} {self.objective.title}")
        if self.objective.perspective:
            yield say("Perspective"), Cell(self.objective.perspective.label)
        yield say("Units"), Cell(self.objective.units)
        yield say("Unit of measure"), Cell(kpi.measured_in)
        yield (
            say("Formula"),
            Cell(
                say(
                    "{written} ({source})",
                    written=self.now.formula.written,
                    source=sources_of(self.now),
                )
            ),
        )
        if kpi.calculation:
            yield say("How its value is counted"), Cell(kpi.calculation)
        yield say("Over the year"), Cell(kpi.aggregation.label)
        yield (
            say("Reporting time"),
            Cell(say("{n} working days after the period", n=days if own is None else own)),
        )
        if kpi.data_source:
            yield say("Source of data"), Cell(kpi.data_source)

    def standing(self) -> Iterator[tuple[Text, Cell]]:
        """How it stands."""
        now = self.now
        yield say("Period"), Cell(named(now.last_complete or now.period))
        yield say("Target"), wanted(now)
        yield say("Actual"), measured(now)
        if now.value_status:
            yield say("Name of the value"), Cell(now.value_status)
        yield say("Achievement"), achieved(now)
        yield say("Status"), Cell(*status(now))
        if self.foreseen:
            aim = target_of(self.qms, self.kpi, self.year)
            is_missed = self.foreseen.achievement is not None and self.foreseen.achievement < 100
            yield (
                say("Forecast for {year}", year=self.year),
                Cell(
                    say(
                        "{value}; target {target} ({method})",
                        value=amount(self.foreseen.value, None, aim.value, aim.up_to).value,
                        target=aimed(aim.value, aim.up_to, aim.word).value,
                        method=self.foreseen.method.label,
                    ),
                    Tone.WARN if is_missed else Tone.PLAIN,
                ),
            )


def values_table(found: list[Measured]) -> Table:
    """Every value with its parts, its target and what it achieved."""
    readings: list[Reading[Measured]] = [
        Reading(say("Period"), lambda one: named(one.period)),
        Reading(say("Numerator"), lambda one: as_typed(one.numerator), Shape.NUMBER),
        Reading(say("Denominator"), lambda one: as_typed(one.denominator), Shape.NUMBER),
        Reading(say("Actual"), beside_its_target, Shape.NUMBER),
        Reading(say("Target"), wanted, Shape.NUMBER),
        Reading(say("Achievement"), lambda one: reached(one.achievement), Shape.NUMBER),
    ]
    if not any(one.numerator is not None for one in found):
        readings = [one for n, one in enumerate(readings) if n not in (1, 2)]
    return table_of(say("Values"), readings, found, say("Nothing was measured yet."))


def beside_its_target(one: Measured) -> Cell:
    """What was measured, with as many places as are true beside the target."""
    return Cell(one.word or as_set(one.value, one.target, one.target_up_to))


def as_typed(number: Decimal | None) -> Cell:
    """A number with the places that it was written with."""
    return MISSING if number is None else Cell(number)


def smart_table(found: list[Judged]) -> Table:
    """Each letter with what shows it, and what lacks."""
    readings: list[Reading[Judged]] = [
        Reading(say("Letter"), lambda one: f"{one.letter.value}", Shape.CODE),
        Reading(say("Meaning"), lambda one: one.letter.label, width=2),
        Reading(
            say("Holds"),
            holding,
        ),
        Reading(say("What shows it"), lambda one: one.shown, width=4),
        Reading(say("What lacks"), lambda one: (*one.lacking, *one.unknown), width=4),
    ]
    return table_of(say("SMART"), readings, found)
