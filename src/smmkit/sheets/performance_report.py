"""The report on the performance of a year: the table of measurement, the reasons, the conclusion."""

from __future__ import annotations

from typing import Any, cast

from smmkit.analyses.kpis.periods import named
from smmkit.analyses.kpis.printed import told_aim
from smmkit.arranging.content import arranged
from smmkit.document_view import DocumentView
from smmkit.documents import Information
from smmkit.documents.direction import Achievement, PerformanceReport
from smmkit.documents.objective import Kpi
from smmkit.model.fields import label
from smmkit.page import Block, Heading, Page, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import say


def performance_report(document: Information, qms: Qms) -> dict[str, Any]:
    """Objective, indicator, target, actual value and achievement in the order of the regulation."""
    report = cast("PerformanceReport", document)
    view = DocumentView(qms, report)
    numbered = list(enumerate(report.achievements, 1))
    readings: list[Reading[tuple[int, Achievement]]] = [
        Reading(say("No."), lambda row: row[0], Shape.CODE),
        Reading(say("Quality objective"), lambda row: objective_of(qms, row[1].kpi), width=4),
        Reading(say("Performance indicator"), lambda row: view.title_of(row[1].kpi), width=4),
        Reading(say("Unit"), lambda row: unit_of(qms, row[1].kpi)),
        Reading(label(Achievement, "period"), lambda row: named(row[1].period)),
        Reading(label(Achievement, "target"), lambda row: wanted(row[1]), Shape.NUMBER),
        Reading(say("Actual value"), lambda row: row[1].actual_word or row[1].actual, Shape.NUMBER),
        Reading(say("Achievement (%)"), lambda row: row[1].achievement, Shape.NUMBER),
    ]
    blocks: list[Block] = [
        Heading(say("Measurement of performance")),
        table_of("", readings, numbered),
    ]
    told = [row for row in numbered if row[1].analysis]
    if told:
        why: list[Reading[tuple[int, Achievement]]] = [
            Reading(say("No."), lambda row: row[0], Shape.CODE),
            Reading(say("Performance indicator"), lambda row: row[1].kpi, Shape.CODE),
            Reading(label(Achievement, "analysis"), lambda row: row[1].analysis, width=8),
        ]
        blocks += [Heading(label(Achievement, "analysis")), table_of("", why, told)]
    return arranged(view, Page("", "", tuple(blocks)), apart="achievements", head="year", flat=True)


def wanted(one: Achievement) -> Any:
    """The target as the report prints it: a word, a number, of a range both ends."""
    is_number = one.target_up_to is None and one.target_word is None
    return one.target if is_number else told_aim(one.target, one.target_up_to, one.target_word)


def objective_of(qms: Qms, kpi: str) -> Any:
    """The objective that an indicator belongs to."""
    home = qms.homes[kpi][0] if kpi in qms.homes else None
    return say("{id}: {title}", id=home.id, title=home.title) if home else "-"


def unit_of(qms: Qms, kpi: str) -> str:
    """The unit of measure of an indicator."""
    found = qms.get(kpi, Kpi)
    return found.measured_in if found else ""
