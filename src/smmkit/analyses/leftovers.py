"""Text that a form or a template left behind: `TBD`, `xxx`, `[Description]`, lorem ipsum."""

from __future__ import annotations

import re

from smmkit.analyses.texts import texts_in
from smmkit.documents import Information
from smmkit.location import Location, Path

ALONE = re.compile(
    r"x{2,}|\.{2,}|…+|_{2,}|\?{2,}|#+|<[^<>\n]{1,40}>|\[[^\[\]\n]{0,40}\]|\{[^{}\n]{1,40}\}"
    r"|tb[acd]\.?|to ?do|to be (?:determined|defined|added)|placeholder"
    r"|(?:akan |belum |harap |mohon )?di ?isi(?: di ?sini| kemudian| nanti)?",
    re.IGNORECASE,
)
"""What says nothing where it stands alone."""

INSIDE = re.compile(r"\blorem ipsum\b|\[#\]|\bTBD\b|\bTBA\b|\bTODO\b", re.IGNORECASE)
"""What says nothing wherever it stands, in values and in prose."""


def leftover_in(document: Information) -> tuple[Path, Location, str] | None:
    """The first such text of a document, its place, and its words; None where there is none."""
    source = document.source
    for steps, text in texts_in(source.values):
        if left := leftover(text):
            return steps, source.at(*steps), left
    match = INSIDE.search(source.prose)
    return ((), source.prose_at(match.start()), match[0]) if match else None


def leftover(text: str) -> str:
    """What a template left in a text; empty where it says something."""
    bare = text.strip()
    if ALONE.fullmatch(bare):
        return bare
    match = INSIDE.search(bare)
    return match[0] if match else ""
