"""Problems for programs: one object, its shape named by `schema`."""

from __future__ import annotations

from smmkit.diagnostics import Checked, Surroundings, by_rule
from smmkit.problem import Diagnostic, Severity, dotted
from smmkit.words import Language
from smmkit.words.json_text import json_text

FOR_MACHINES = True
"""It speaks English unless a language is asked for."""

SCHEMA = "smmkit-diagnostics/1"


def json(checked: Checked, language: Language, around: Surroundings) -> str:
    """Paths are within the folder of the QMS, `root`; lines and columns from 1, end exclusive.

    `more` counts what `--all` would show; the summary has it already. `waived` is borne for a reason,
    `old` stands in the baseline: neither is among the diagnostics. `not_asked` are the codes of rules that
    wait until what they have to see can be read.
    """
    data: dict[str, object] = {
        "schema": SCHEMA,
        "as_of": checked.as_of.isoformat(),
        "root": checked.root.as_posix(),
        "summary": {
            "documents": checked.documents,
            "judged": checked.judged,
            **{severity.value: checked.count(severity) for severity in Severity},
            "waived": len(checked.waived),
            "old": len(checked.old),
            "mended": checked.mended,
        },
        "not_asked": [rule.code for rule in checked.unasked],
        "unfilled": list(checked.unfilled),
        "diagnostics": [entry(d, language) for d in checked.diagnostics],
        "waived": [
            entry(waived.diagnostic, language)
            | {"reason": waived.reason, "until": waived.until.isoformat()}
            for waived in checked.waived
        ],
        "old": [entry(d, language) for d in checked.old],
        "more": [
            {"code": more.rule.code, "path": more.path, "count": more.count}
            for more in checked.more
        ],
    }
    if around.statistics:
        data["statistics"] = [
            {"code": rule.code, "name": rule.name, "count": count}
            for rule, count in by_rule(checked)
        ]
    return json_text(data)


def entry(diagnostic: Diagnostic, language: Language) -> dict[str, object]:
    """One problem; `key` is the key path, its items counted from 1."""
    rule, at, problem = diagnostic.rule, diagnostic.at, diagnostic.problem
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "message": language.say(problem.message),
        "hint": language.say(problem.hint),
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "key": dotted(problem.steps),
        "document": problem.document,
        "clause": rule.clause,
        "source": rule.source,
    }
