"""The KPI report: target, actual, achievement and status, with the formula beside every number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.history import Measured, history
from smmkit.analyses.kpi import results
from smmkit.analyses.kpi_result import Progress, Result
from smmkit.documents.objective import Kpi
from smmkit.figures import Line, Lines
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Figure, Heading, Page, Prose, Shape, Table, Text, Tone
from smmkit.qms import Qms
from smmkit.readings import Reading, table_of
from smmkit.reports import Report, percent, stamp, unread_files
from smmkit.words import Message, rounded, say


@dataclass(frozen=True)
class KpiReport(Report):
    """Every KPI in a period."""

    period: str

    schema: ClassVar = "smmkit-kpi/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "period": "period",
        "kpis": "kpis",
        "left_out": "unread",
    }

    @cached_property
    def kpis(self) -> list[Result]:
        """How each stands, in the order of the objectives."""
        return results(self.qms, self.period)

    def page(self, commit: Origin) -> Page:
        """The table, and every formula that was used for it."""
        measured = sum(one.progress is Progress.MEASURED for one in self.kpis)
        blocks: list[Block] = [
            Fields(
                (
                    (say("Indicators"), Cell(len(self.kpis))),
                    (say("Measured"), Cell(measured)),
                )
            ),
            table(self.kpis),
            *not_measured(self.kpis),
            *unread_files(self.qms),
            *over_time(self.qms, self.kpis),
            Heading(say("Formulas")),
            formula_table(self.kpis),
            Prose(
                say(
                    "A missing value is missing and never counts as 0; while one is, nothing is achieved."
                )
            ),
        ]
        title = say("Key performance indicators, {period}", period=self.period)
        return Page(title, stamp(self.qms, commit), tuple(blocks))


def table(found: list[Result]) -> Table:
    """One row for each KPI."""
    readings: list[Reading[Result]] = [
        Reading(say("Id"), lambda one: one.kpi.id, Shape.CODE),
        Reading(say("Indicator"), lambda one: one.kpi.title, width=5),
        Reading(say("Unit of measure"), lambda one: one.kpi.measured_in, width=2),
        Reading(say("Target"), wanted, Shape.NUMBER, 2),
        Reading(say("Actual"), lambda one: amount(one.actual, one.actual_word), Shape.NUMBER, 2),
        Reading(say("Formula"), lambda one: one.kpi.formula.value, Shape.CODE, 2),
        Reading(say("Achievement"), lambda one: percent(one.achievement), Shape.NUMBER, 2),
        Reading(say("Status"), lambda one: Cell(*status(one)), width=3),
    ]
    return table_of(say("Indicators"), readings, found)


def over_time(qms: Qms, found: list[Result]) -> list[Block]:
    """A chart for each KPI that has at least two values until the end of the period."""
    charts = [(one, history(qms, one.kpi, one.period)) for one in found]
    figures = [chart(one.kpi, measured) for one, measured in charts if len(measured) > 1]
    return [Heading(say("Over time")), *figures] if figures else []


def chart(kpi: Kpi, measured: list[Measured]) -> Figure:
    """The values of a KPI over time, and what it was to reach."""
    lines = [Line(say("Actual"), tuple(one.value for one in measured))]
    targets = tuple(one.target for one in measured)
    if any(target is not None for target in targets):
        lines.append(Line(say("Target"), targets, is_target=True))
    first, last = measured[0], measured[-1]
    return Figure(
        say("{id}: {title}", id=kpi.id, title=kpi.title),
        say(
            "From {first} in {start} to {last} in {end}; the dashed line is the target.",
            first=first.word or rounded(first.value),
            start=first.period,
            last=last.word or rounded(last.value),
            end=last.period,
        ),
        Lines(tuple(one.period for one in measured), tuple(lines), kpi.measured_in or ""),
    )


def amount(number: Decimal | None, word: str | None) -> Cell:
    """A value in its own measure; a dash where it is missing."""
    if number is None:
        return Cell("-", Tone.MUTED)
    return Cell(word or rounded(number))


def wanted(result: Result) -> Cell:
    """The target; of a range both ends."""
    if result.target is None or result.target_up_to is None:
        return amount(result.target, result.target_word)
    low, high = rounded(result.target), rounded(result.target_up_to)
    return Cell(say("{low} to {high}", low=low, high=high))


def not_measured(found: list[Result]) -> list[Block]:
    """The periods that can have no value, each with the reason."""
    rows = [(one.kpi.id, *each) for one in found for each in one.not_measured.items()]
    readings: list[Reading[tuple[str, str, Message | str]]] = [
        Reading(say("Id"), lambda row: row[0], Shape.CODE),
        Reading(say("Period"), lambda row: row[1], Shape.CODE),
        Reading(say("Reason"), lambda row: row[2], width=5),
    ]
    title = say("Cannot be measured")
    return [Heading(title), table_of(title, readings, rows)] if rows else []


def status(result: Result) -> tuple[Text, Tone]:
    """The label of the scale; without one, how far the measuring has come."""
    if result.band:
        return result.band.label, result.band.tone
    word = result.progress.label
    if result.progress is Progress.INCOMPLETE:
        text = say(
            "{word}: {n} of {m}, missing {missing}",
            word=word,
            n=result.measured,
            m=result.due,
            missing=result.missing,
        )
        return text, Tone.WARN
    return word, Tone.PLAIN if result.progress is Progress.MEASURED else Tone.WARN


def formula_table(found: list[Result]) -> Table:
    """Every formula that is used, as it is written, with its source and version."""
    readings: list[Reading[Result]] = [
        Reading(say("Formula"), lambda one: one.kpi.formula.value, Shape.CODE, 2),
        Reading(say("Meaning"), lambda one: one.kpi.formula.label, width=3),
        Reading(say("As written"), lambda one: one.formula.written, width=5),
        Reading(say("Source"), sources_of, width=3),
        Reading(say("Version"), lambda one: one.formula.version, Shape.CODE),
    ]
    used = {result.kpi.formula: result for result in found}
    return table_of(say("Formulas"), readings, [used[formula] for formula in sorted(used)])


def sources_of(result: Result) -> Message | str:
    """Where a formula is written down, as far as that was there on the day."""
    return "; ".join(result.sources) or say("agreed here; no rule of that day is known")
