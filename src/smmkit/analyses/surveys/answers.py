"""The answers of surveys, read from their tables."""

from __future__ import annotations

from smmkit.analyses.references.files import exists, resolve
from smmkit.cells import Cells
from smmkit.documents.customers import Survey
from smmkit.location import SourceError
from smmkit.qms import Qms
from smmkit.yaml_text.decoding import MAX_READ


def tables_of_answers(qms: Qms) -> dict[str, Cells | SourceError]:
    """The table of every survey, or why its file is none, by the id of the survey."""
    found: dict[str, Cells | SourceError] = {}
    for survey in qms.of(Survey):
        if survey.answers is None:
            continue
        path = resolve(survey, survey.answers)
        if exists(qms, path):
            try:
                columns = {"service", *(question.id.lower() for question in survey.questions)}
                found[survey.id] = Cells.table(
                    path, qms.tree.read(path, MAX_READ), columns.__contains__
                )
            except SourceError as error:
                found[survey.id] = error
            except OSError:  # another rule tells it
                continue
    return found


def answers_of(qms: Qms) -> dict[str, Cells]:
    """The table of every survey whose file can be read as one, by its id."""
    tables = qms.fact(tables_of_answers)
    return {id_: table for id_, table in tables.items() if isinstance(table, Cells)}
