"""What others have answered: an auditor to the table of clauses or to a checklist, people to a survey."""

from __future__ import annotations

from smmkit.intake.forms import (
    attendance,
    checklists,
    findings_back,
    minutes,
    minutes_head,
    readiness,
    rehearsals,
    survey_results,
    surveys,
    verification,
)
from smmkit.intake.forms.survey_columns import surveys_among
from smmkit.intake.leftover import tell_tables
from smmkit.intake.result import Result
from smmkit.office.grid import Grid


def read(result: Result, grids: list[Grid], kind: str | None, name: str) -> str | None:
    """Read it, if it is there; the kind of what it went into."""
    if kind is None and verification.sheets_of(result, grids):
        verification.read(result, grids)
        return "submission"
    if kind is None and (followed := findings_back.among(grids)):
        findings_back.read(result, grids, followed)
        return "finding"
    if kind is None and (filled := checklists.among(grids)):
        checklists.read(result, grids, filled, name)
        return "audit"
    if kind is None and (verified := readiness.among(grids)):
        readiness.read(result, grids, verified)
        return "verification"
    if kind is None and (rehearsed := rehearsals.among(grids)):
        rehearsals.read(result, grids, rehearsed)
        return "mock-audit"
    if kind in {None, "survey"} and (given := list(surveys_among(result, grids))):
        surveys.read(result, given, name)
        tell_tables(result, grids, [one.grid for one in given].__contains__)
        return "survey"
    if kind in {None, "survey"} and (results := list(survey_results.among(grids))):
        survey_results.read(result, results, name)
        tell_tables(result, grids, [one.grid for one in results].__contains__)
        return "survey"
    if kind in {None, minutes_head.KIND} and minutes.are_here(
        grids, name, is_asked=kind is not None
    ):
        minutes.read(result, grids, name)
        return minutes_head.KIND
    if kind is None:
        attendance.refuse_meetings(grids, name)
    return None
