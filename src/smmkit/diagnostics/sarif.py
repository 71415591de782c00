"""Problems as SARIF 2.1.0 (OASIS), for code scanning."""

from __future__ import annotations

from urllib.parse import quote

from smmkit import __version__
from smmkit.diagnostics import Checked, Surroundings, fingerprints, from_here, with_hint
from smmkit.problem import Diagnostic, Rule
from smmkit.waivers import Waived
from smmkit.words import Language
from smmkit.words.json_text import json_text

FOR_MACHINES = True
"""It speaks English unless a language is asked for."""

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(checked: Checked, language: Language, around: Surroundings) -> str:
    """Paths from the root of the repository, percent-encoded; fingerprints survive edits above."""
    order = {rule.code: index for index, rule in enumerate(checked.rules)}
    base = from_here(checked.root, around.top)
    told = [*zip(checked.every, fingerprints(checked.every), strict=True)]
    borne = tuple(waived.diagnostic for waived in checked.waived)
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
        "results": [
            *(result(d, base, order, mark, language) for d, mark in told),
            *(
                result(w.diagnostic, base, order, f"w{mark[1:]}", language)
                | {"suppressions": [suppression(w)]}
                for w, mark in zip(checked.waived, fingerprints(borne), strict=True)
            ),
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


def suppression(waived: Waived) -> dict[str, object]:
    """Why a problem is borne, as viewers know it."""
    kind = "inSource" if waived.in_place else "external"
    return {"kind": kind, "status": "accepted", "justification": waived.reason}


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
    diagnostic: Diagnostic, base: str, order: dict[str, int], mark: str, language: Language
) -> dict[str, object]:
    """One problem. Viewers make a link of `[text](place)`: no text of a file may be one."""
    rule, at = diagnostic.rule, diagnostic.at
    return {
        "ruleId": rule.code,
        "ruleIndex": order[rule.code],
        "level": rule.severity.value,
        "message": {"text": with_hint(diagnostic, language).replace("](", "] (")},
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
        "partialFingerprints": {"smmkit/v1": mark},
    }
