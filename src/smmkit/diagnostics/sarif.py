"""Problems as SARIF 2.1.0 (OASIS), for code scanning."""

from __future__ import annotations

from collections import Counter
from urllib.parse import quote

from smmkit import __version__
from smmkit.diagnostics import Checked, Surroundings, from_here, untold
from smmkit.json_text import json_text
from smmkit.location import Location
from smmkit.problem import Diagnostic, Problem, Rule, dotted
from smmkit.tree import sha256
from smmkit.words import Language

FOR_MACHINES = True
"""It speaks English unless a language is asked for."""

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(checked: Checked, language: Language, around: Surroundings) -> str:
    """Paths from the root of the repository, percent-encoded; fingerprints survive edits above."""
    order = {rule.code: index for index, rule in enumerate(checked.rules)}
    base = from_here(checked.root, around.top)
    seen: Counter[str] = Counter()
    left = [
        Diagnostic(more.rule, Location(more.path), Problem(more.path, (), untold(more)))
        for more in checked.more
    ]
    run = {
        "tool": {
            "driver": {
                "name": "smmkit",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [described(rule, language) for rule in checked.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "the root of the repository"}}},
        "results": [result(d, base, order, seen, language) for d in (*checked.diagnostics, *left)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


def described(rule: Rule, language: Language) -> dict[str, object]:
    """A rule, as the viewer explains it."""
    why = language.word(rule.why)
    return {
        "id": rule.code,
        "name": "".join(word.title() for word in rule.name.split("-")),
        "shortDescription": {"text": language.word(rule.summary)},
        "fullDescription": {"text": language.word(rule.summary)},
        **({"help": {"text": why}} if why else {}),
        "defaultConfiguration": {"level": rule.severity.value},
    }


def result(
    diagnostic: Diagnostic, base: str, order: dict[str, int], seen: Counter[str], language: Language
) -> dict[str, object]:
    """One problem."""
    rule, at, problem = diagnostic.rule, diagnostic.at, diagnostic.problem
    anchor = "\0".join((rule.code, at.path, problem.document, dotted(problem.steps)))
    seen[anchor] += 1
    text = language.say(problem.message)
    hint = language.say(problem.hint)
    return {
        "ruleId": rule.code,
        "ruleIndex": order[rule.code],
        "level": rule.severity.value,
        "message": {"text": f"{text} ({hint})" if hint else text},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(base + at.path), "uriBaseId": "SRCROOT"},
                    "region": {
                        "startLine": at.line,
                        "startColumn": at.column,
                        "endLine": max(at.end_line, at.line),
                        "endColumn": max(at.end_column, at.column),
                    },
                }
            }
        ],
        "partialFingerprints": {"smmkit/v1": sha256(f"{anchor}\0{seen[anchor]}".encode())},
    }
