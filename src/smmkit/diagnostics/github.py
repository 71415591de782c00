"""Problems as GitHub shows them at the lines of a change: commands in the log of a workflow."""

from __future__ import annotations

from smmkit.diagnostics import Checked, Surroundings, from_here, with_hint
from smmkit.problem import Diagnostic, Severity
from smmkit.words import Language, harmless, powerless

FOR_MACHINES = True
"""It speaks English unless a language is asked for."""

FOR_THE_LOG = True
"""Its lines are commands, and must reach the log as they are."""

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""The command for each weight."""


def github(checked: Checked, language: Language, around: Surroundings) -> str:
    """A command for each problem; paths from the root of the repository."""
    base = from_here(checked.root, around.top)
    return "".join(command(diagnostic, base, language) for diagnostic in checked.every)


def command(diagnostic: Diagnostic, base: str, language: Language) -> str:
    """One command. No text of a file can end it and begin another.

    Columns stand only where the problem is in one line: over several the runner takes none.
    """
    rule, at = diagnostic.rule, diagnostic.at
    end = max(at.end_line, at.line)
    columns = {"col": at.column, "endColumn": max(at.end_column - 1, at.column)}
    properties = {
        "file": base + at.path,
        "line": at.line,
        "endLine": end,
        **(columns if end == at.line else {}),
        "title": f"{rule.code} {rule.name}",
    }
    said = ",".join(f"{name}={quoted(str(value))}" for name, value in properties.items())
    message = powerless(harmless(with_hint(diagnostic, language), lines=True))
    return f"::{COMMANDS[rule.severity]} {said}::{escaped(message)}\n"


def escaped(text: str) -> str:
    """A message as the log takes it in one line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def quoted(text: str) -> str:
    """A property: the signs that part one from the next are escaped, too."""
    return escaped(powerless(harmless(text))).replace(":", "%3A").replace(",", "%2C")
