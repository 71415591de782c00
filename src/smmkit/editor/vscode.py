"""What VS Code is told of a folder: where the schemas are, which extension, which tasks."""

from __future__ import annotations

from typing import Any

from smmkit.editor.merge import merged
from smmkit.editor.schema import ANY
from smmkit.new.modeline import SCHEMAS
from smmkit.problem import Severity
from smmkit.words import LANGUAGES, language

Json = dict[str, Any]

FOLDER = ".vscode/"

MARKERS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}
"""How heavy a problem is, in the words of VS Code."""

ELSEWHERE = ("!.*/**", "!issued/**", "!templates/**")
"""Files that are no documents: of tools, texts as they were approved, and forms."""


def wishes() -> dict[str, Json]:
    """What is to stand in each file of VS Code, by the path of the file."""
    return {
        f"{FOLDER}settings.json": settings(),
        f"{FOLDER}extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
        f"{FOLDER}tasks.json": {
            "version": "2.0.0",
            "tasks": [
                task("validate", problemMatcher=matchers()),
                task("gap-report"),
                task("bundle", "--output", "${input:smm-bundle}"),
                task("schema"),
            ],
            "inputs": [
                {
                    "id": "smm-bundle",
                    "type": "promptString",
                    "description": "smm bundle --output",
                    "default": "../submission.zip",
                }
            ],
        },
    }


def settings() -> Json:
    """The schema of all kinds, for every YAML file that does not name one itself."""
    return {"yaml.schemas": {f"./{SCHEMAS}{ANY}.json": ["*.yaml", "**/*.yaml", *ELSEWHERE]}}


def task(verb: str, *options: str, **more: Any) -> Json:
    """A command of ours, without colours: the terminal of a task is read by a machine, too."""
    return {
        "label": f"smm: {verb}",
        "type": "process",
        "command": "smm",
        "args": [verb, *options],
        "options": {"cwd": "${workspaceFolder}", "env": {"NO_COLOR": "1"}},
        "problemMatcher": [],
        **more,
    }


def matchers() -> list[Json]:
    """How VS Code reads what `smm validate` says.

    One for each severity, because VS Code knows these words in English only, and we speak two
    languages.
    """
    return [
        {
            "owner": "smm",
            "source": "smm",
            "severity": marker,
            "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": {
                "regexp": rf"^(.+?):(\d+):(\d+): (?:{spoken(severity)}) (SMM\d{{3}}) (.+)$",
                "file": 1,
                "line": 2,
                "column": 3,
                "code": 4,
                "message": 5,
            },
        }
        for severity, marker in MARKERS.items()
    ]


def spoken(severity: Severity) -> str:
    """The word for a severity in every language of ours."""
    return "|".join(dict.fromkeys(language(code).word(severity.value) for code in LANGUAGES))


def new_settings() -> dict[str, str]:
    """The settings of a folder that has none yet, as files."""
    return {path: merged("", wish) for path, wish in wishes().items()}
