"""Problems as GitLab shows them beside a merge request: a report of code quality."""

from __future__ import annotations

from smmkit.diagnostics import Checked, Surroundings, fingerprints, from_here, with_hint
from smmkit.problem import Severity
from smmkit.words import Language
from smmkit.words.json_text import json_text

FOR_MACHINES = True
"""It speaks English unless a language is asked for."""

GRAVITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
"""What GitLab calls each weight."""


def gitlab(checked: Checked, language: Language, around: Surroundings) -> str:
    """Paths from the root of the repository; what is waived or old is left out."""
    base = from_here(checked.root, around.top)
    return json_text(
        [
            {
                "description": with_hint(diagnostic, language),
                "check_name": f"{diagnostic.rule.code} {diagnostic.rule.name}",
                "fingerprint": mark,
                "severity": GRAVITY[diagnostic.rule.severity],
                "location": {
                    "path": base + diagnostic.at.path,
                    "lines": {"begin": diagnostic.at.line},
                },
            }
            for diagnostic, mark in zip(checked.every, fingerprints(checked.every), strict=True)
        ]
    )
