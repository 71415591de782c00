"""Findings for programs: one object, its shape named by `schema`."""

from __future__ import annotations

from json import dumps

from smmkit.diagnostic import Diagnostic, Severity, dotted
from smmkit.findings import Checked, Surroundings
from smmkit.words import Language

SCHEMA = "smmkit-diagnostics/1"


def json(checked: Checked, language: Language, around: Surroundings) -> str:  # noqa: ARG001
    """Paths are within the folder of the QMS, `root`; lines and columns from 1, end exclusive."""
    data = {
        "schema": SCHEMA,
        "as_of": checked.as_of.isoformat(),
        "root": checked.root.as_posix(),
        "summary": {
            "documents": checked.documents,
            "judged": checked.judged,
            **{severity.value: checked.count(severity) for severity in Severity},
        },
        "unfilled": list(checked.unfilled),
        "diagnostics": [entry(d, language) for d in checked.diagnostics],
    }
    return dumps(data, ensure_ascii=False, indent=2) + "\n"


def entry(diagnostic: Diagnostic, language: Language) -> dict[str, object]:
    """One finding; `key` is the key path, its items counted from 1."""
    rule, at, finding = diagnostic.rule, diagnostic.at, diagnostic.finding
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "message": language.say(finding.message),
        "hint": language.say(finding.hint),
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "key": dotted(finding.steps),
        "document": finding.document,
        "clause": rule.clause,
        "source": rule.source,
    }
