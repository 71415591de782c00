"""Problems for reviewdog: one JSON object a line, in its format of diagnostics."""

from __future__ import annotations

import json

from smmkit.diagnostics import Checked, Surroundings, from_here, with_hint
from smmkit.location import Location
from smmkit.problem import Severity
from smmkit.words import Language
from smmkit.words.json_text import one_line

FOR_MACHINES = True
"""It speaks English unless a language is asked for."""

WEIGHTS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}
"""What reviewdog calls each weight."""


def rdjsonl(checked: Checked, language: Language, around: Surroundings) -> str:
    """Paths from the root of the repository; columns count bytes of UTF-8, the end exclusive."""
    base = from_here(checked.root, around.top)
    lines = ""
    for diagnostic in checked.every:
        rule, at = diagnostic.rule, diagnostic.at
        data = {
            "message": with_hint(diagnostic, language),
            "location": {"path": base + at.path, "range": span(at, around.lines_of(at.path))},
            "severity": WEIGHTS[rule.severity],
            "source": {"name": "smmkit"},
            "code": {"value": rule.code},
        }
        lines += one_line(json.dumps(data, ensure_ascii=False)) + "\n"
    return lines


def span(at: Location, lines: list[str]) -> dict[str, dict[str, int]]:
    """From where to where it stands."""
    return {
        "start": {"line": at.line, "column": in_bytes(at.line, at.column, lines)},
        "end": {"line": at.end_line, "column": in_bytes(at.end_line, at.end_column, lines)},
    }


def in_bytes(line: int, column: int, lines: list[str]) -> int:
    """A column counted in bytes; as it is, where the line is not known."""
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    return column + len(before.encode()) - len(before)
