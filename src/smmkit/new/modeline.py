"""The line that tells an editor which schema a file follows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Mapping
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

SCHEMAS = ".smm/schemas/"
"""The folder of the schemas in a QMS; `smm schema` writes all of it."""

MARK = "# yaml-language-server:"
"""What such a line begins with."""


def modeline_of(text: str) -> tuple[str, str]:
    """The line of a text, with its end, if it has one; and the text behind it."""
    if not text.startswith(MARK):
        return "", text
    line, end, rest = text.partition("\n")
    return line + end, rest


def modeline(kind: str, path: str) -> str:
    """The first line of a YAML document at this path of the folder; nothing for Markdown.

    Why: its front matter begins with `---`, and editors give no help there.
    """
    if path.endswith(".md"):
        return ""
    start = posixpath.dirname(path) or "."
    schema = posixpath.relpath(f"{SCHEMAS}{kind}.json", start)
    return f"# yaml-language-server: $schema={schema}\n"


def with_modeline(kind: str, path: str, text: str) -> str:
    """A document that begins with the line that tells editors its schema.

    One that leads elsewhere stays; one from a form, which lies in another folder, is set right.
    """
    first, rest = modeline_of(text)
    return text if first and f"{SCHEMAS}{kind}.json" not in first else modeline(kind, path) + rest


def with_modelines(files: Mapping[str, T], kinds: Container[str]) -> dict[str, T | str]:
    """New files, each YAML document of one of these kinds with the line that tells its schema."""
    made: dict[str, T | str] = dict(files)
    for path, text in files.items():
        is_ours = path.endswith(".yaml") and not path.startswith(("standards/", "templates/"))
        if is_ours and isinstance(text, str):
            kind = re.search(r"(?m)^kind:\s*[\"']?([\w-]+)", text)
            if kind and kind[1] in kinds:
                made[path] = with_modeline(kind[1], path, text)
    return made


def kinds_with_schema(root: Path) -> set[str]:
    """The kinds whose schemas lie in the folder of a QMS."""
    return {file.stem for file in (root / SCHEMAS).glob("*.json")}
