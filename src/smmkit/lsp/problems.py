"""What is wrong, as an editor marks it."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types as t

from smmkit.lsp.texts import Text
from smmkit.problem import Diagnostic, Severity
from smmkit.words import Language, harmless

SOURCE = "smm"

WEIGHT = {
    Severity.ERROR: t.DiagnosticSeverity.Error,
    Severity.WARNING: t.DiagnosticSeverity.Warning,
    Severity.NOTE: t.DiagnosticSeverity.Information,
}


def marked(found: Iterable[Diagnostic], text: Text, speech: Language) -> list[t.Diagnostic]:
    """Problems of one file, each with what to do, at its place."""
    return [
        t.Diagnostic(
            range=text.range(one.at.line, one.at.column, one.at.end_line, one.at.end_column),
            severity=WEIGHT[one.rule.severity],
            code=one.rule.code,
            source=SOURCE,
            message=explained(one, speech),
        )
        for one in found
    ]


def explained(one: Diagnostic, speech: Language) -> str:
    """What is wrong, and on a line of its own what to do."""
    problem = one.problem
    lines = [problem.message, problem.hint] if problem.hint else [problem.message]
    return "\n".join(harmless(speech.say(line)) for line in lines)
