"""The answers of surveys, read from their tables."""

from __future__ import annotations

from smmkit.analyses.references.tables import table_of
from smmkit.cells import Cells
from smmkit.documents.customers import Survey
from smmkit.location import SourceError
from smmkit.qms import Qms


def tables_of_answers(qms: Qms) -> dict[str, Cells | SourceError]:
    """The table of every survey, or why its file is none, by the id of the survey."""
    found: dict[str, Cells | SourceError] = {}
    for survey in qms.of(Survey):
        if survey.answers is None:
            continue
        columns = {"service", *(question.id.lower() for question in survey.questions)}
        table = table_of(qms, survey, survey.answers, columns.__contains__)
        if table is not None:
            found[survey.id] = table
    return found


def answers_of(qms: Qms) -> dict[str, Cells]:
    """The table of every survey whose file can be read as one, by its id."""
    tables = qms.fact(tables_of_answers)
    return {id_: table for id_, table in tables.items() if isinstance(table, Cells)}
