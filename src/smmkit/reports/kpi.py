"""The KPI report: target, actual, achievement and status, with the formula beside every number."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.formulas import FORMULAS
from smmkit.analyses.kpi import Progress, Result, results
from smmkit.documents.objective import Formula
from smmkit.git import Commit
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Table, Text, Tone
from smmkit.qms import Qms
from smmkit.readings import Reading, table_of
from smmkit.reports import left_out, percent, stamp
from smmkit.serialized import serialized
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
    readings: list[Reading[Result]] = [
        Reading(say("Id"), lambda one: one.kpi.id, Shape.CODE),
        Reading(say("Indicator"), lambda one: one.kpi.title, width=5),
        Reading(say("Unit of measure"), lambda one: one.kpi.measured_in, width=2),
        Reading(say("Target"), lambda one: amount(one.target, one.target_word), Shape.NUMBER, 2),
        Reading(say("Actual"), lambda one: amount(one.actual, one.actual_word), Shape.NUMBER, 2),
        Reading(say("Formula"), lambda one: one.kpi.formula.value, Shape.CODE, 2),
        Reading(say("Achievement"), lambda one: percent(one.achievement), Shape.NUMBER, 2),
        Reading(say("Status"), lambda one: Cell(*status(one)), width=3),
    ]
    return table_of(say("Indicators"), readings, found)


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
    readings: list[Reading[Formula]] = [
        Reading(say("Formula"), lambda one: one.value, Shape.CODE, 2),
        Reading(say("Meaning"), lambda one: one.label, width=3),
        Reading(say("As written"), lambda one: FORMULAS[one].written, width=5),
        Reading(say("Source"), lambda one: FORMULAS[one].source, width=3),
        Reading(say("Version"), lambda one: FORMULAS[one].version, Shape.CODE),
    ]
    used = sorted({result.kpi.formula for result in found})
    return table_of(say("Formulas"), readings, used)


def data(qms: Qms, period: str, language: Language) -> dict[str, Any]:
    """The report for programs: the same results, serialised."""
    report = {
        "schema": SCHEMA,
        "as_of": qms.as_of,
        "period": period,
        "kpis": results(qms, period),
        "left_out": [stub.path for stub in qms.stubs],
    }
    made: dict[str, Any] = serialized(report, language)
    return made
