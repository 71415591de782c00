"""The KPI report: target, actual, achievement and status, with the formula beside every number."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.formulas import FORMULAS
from smmkit.analyses.kpi import Progress, Result, results
from smmkit.git import Commit
from smmkit.page import Block, Cell, Column, Fields, Heading, Page, Prose, Shape, Table, Text, Tone
from smmkit.qms import Qms
from smmkit.reports import figure, left_out, percent, stamp
from smmkit.words import Language, rounded, say

SCHEMA = "smmkit-kpi/1"


def page(qms: Qms, period: str, commit: Commit | None) -> Page:
    """The report as a Page."""
    found = results(qms, period)
    blocks: list[Block] = [
        Fields(
            (
                (say("Indicators"), Cell(len(found))),
                (say("Measured"), Cell(sum(r.progress is Progress.MEASURED for r in found))),
            )
        ),
        table(found),
        *left_out(qms),
        Heading(say("Formulas")),
        formula_table(found),
        Prose(
            say(
                "A missing value is missing and never counts as 0; while one is, nothing is achieved."
            )
        ),
    ]
    return Page(
        say("Key performance indicators, {period}", period=period),
        stamp(qms, commit),
        tuple(blocks),
    )


def table(found: list[Result]) -> Table:
    """One row for each KPI."""
    columns = (
        Column(say("Id"), Shape.CODE),
        Column(say("Indicator"), width=5),
        Column(say("Unit of measure"), width=2),
        Column(say("Target"), Shape.NUMBER, 2),
        Column(say("Actual"), Shape.NUMBER, 2),
        Column(say("Formula"), Shape.CODE, 2),
        Column(say("Achievement"), Shape.NUMBER, 2),
        Column(say("Status"), width=3),
    )
    return Table(say("Indicators"), columns, tuple(map(row, found)))


def row(result: Result) -> tuple[Cell, ...]:
    """One KPI."""
    return (
        Cell(result.kpi.id),
        Cell(result.kpi.title),
        Cell(result.kpi.measured_in),
        amount(result.target, result.target_word),
        amount(result.actual, result.actual_word),
        Cell(result.kpi.formula.value),
        percent(result.achievement),
        Cell(*status(result)),
    )


def amount(number: Any, word: str) -> Cell:
    """A value in its own measure; a dash where it is missing."""
    if number is None:
        return Cell("-", Tone.MUTED)
    return Cell(word or rounded(number))


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
    used = sorted({result.kpi.formula for result in found})
    columns = (
        Column(say("Formula"), Shape.CODE, 2),
        Column(say("Meaning"), width=3),
        Column(say("As written"), width=5),
        Column(say("Source"), width=3),
        Column(say("Version"), Shape.CODE),
    )
    rows = tuple(
        (
            Cell(formula.value),
            Cell(formula.label),
            Cell(FORMULAS[formula].written),
            Cell(FORMULAS[formula].source),
            Cell(FORMULAS[formula].version),
        )
        for formula in used
    )
    return Table(say("Formulas"), columns, rows)


def data(qms: Qms, period: str, language: Language) -> dict[str, Any]:
    """The report for programs."""
    return {
        "schema": SCHEMA,
        "as_of": qms.as_of.isoformat(),
        "period": period,
        "kpis": [entry(result, language) for result in results(qms, period)],
        "left_out": [stub.path for stub in qms.stubs],
    }


def entry(result: Result, language: Language) -> dict[str, Any]:
    """One KPI; null is missing."""
    kpi, formula = result.kpi, FORMULAS[result.kpi.formula]
    return {
        "id": kpi.id,
        "title": kpi.title,
        "objective": result.objective.id,
        "measured_in": kpi.measured_in,
        "period": result.period,
        "target": figure(result.target),
        "target_word": result.target_word or None,
        "actual": figure(result.actual),
        "actual_word": result.actual_word or None,
        "formula": kpi.formula.value,
        "formula_written": language.say(formula.written),
        "formula_version": formula.version,
        "aggregation": kpi.aggregation.value,
        "cap": figure(kpi.cap),
        "achievement": figure(result.achievement),
        "progress": result.progress.value,
        "status": language.say(result.band.label) if result.band else None,
        "scale": kpi.scale,
        "measured": result.measured,
        "due": result.due,
        "missing": list(result.missing),
    }
