"""The line that tells an editor which schema a file follows."""

from __future__ import annotations

import posixpath

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
