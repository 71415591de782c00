"""The report for programs: the same analysis, serialised."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.score import FORMULA, VERSION
from smmkit.qms import Qms
from smmkit.reports.gap.checklists import checklist, others
from smmkit.serialized import serialized
from smmkit.standards import Standard
from smmkit.words import Language

SCHEMA = "smmkit-gap/1"


def data(qms: Qms, standard: Standard, language: Language) -> dict[str, Any]:
    """Everything that the page shows, and what it is counted by."""
    found = gap(qms, standard)
    report = {
        "schema": SCHEMA,
        "standard": standard.id,
        "standard_title": standard.title,
        "standard_version": standard.version,
        "as_of": qms.as_of,
        "assessment": found.assessment,
        "totals": found.totals,
        "chapters": found.chapters,
        "phases": found.phases,
        "clauses": found.clauses,
        "mandatory": found.mandatory,
        "checklists": [
            {"standard": other.id, "items": checklist(qms, other)}
            for other in others(qms, standard)
        ],
        "blocking": found.blocking,
        "actions": found.actions,
        "left_out": [stub.path for stub in qms.stubs],
    }
    made: dict[str, Any] = serialized(report, language)
    made["totals"] |= {"formula": FORMULA, "formula_version": VERSION}
    return made
