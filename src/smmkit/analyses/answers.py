"""The answers of surveys, read from their tables."""

from __future__ import annotations

from smmkit.analyses.files import exists, resolve
from smmkit.cells import Cells
from smmkit.documents.customers import Survey
from smmkit.location import SourceError
from smmkit.qms import Qms


def answers_of(qms: Qms) -> dict[str, Cells]:
    """The table of every survey whose file can be read as one, by its id."""
    found = {}
    for survey in qms.of(Survey):
        if survey.answers is None:
            continue
        path = resolve(survey, survey.answers)
        if exists(qms, path):
            try:
                found[survey.id] = Cells.parse(path, qms.tree.read(path))
            except (OSError, SourceError):
                continue
    return found
