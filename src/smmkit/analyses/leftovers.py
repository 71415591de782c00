"""Text that a form or a template left behind: `TBD`, `xxx`, `[Description]`, lorem ipsum."""

from __future__ import annotations

import re

from smmkit.analyses.texts import strings_in, texts_in
from smmkit.documents import Information
from smmkit.location import Location, Path

ALONE = re.compile(
    r"x+|…|[.…_]{2,}|\?{2,}|#+|<[^<>\n]{1,60}>|\[[^\[\]\n]{0,60}\]|\{[^{}\n]{1,60}\}"
    r"|\{\{[^{}\n]{0,60}\}\}"
    r"|tb[acd]\.?|to ?do|to be (?:determined|defined|added)|placeholder"
    r"|(?:akan |belum |harap |mohon )?di ?isi(?: di ?sini| kemudian| nanti| oleh [^\n]{1,40})?"
    r"|(?:isi|tulis|masukkan|fill in|insert) (?:di ?sini|nanti|kemudian|here|later)",
    re.IGNORECASE,
)
"""What says nothing where it stands alone."""

INSIDE = re.compile(r"\blorem ipsum\b|\[#\]|\bTBD\b|\bTBA\b|\bTODO\b|\bFIXME\b", re.IGNORECASE)
"""What says nothing wherever it stands, in values and in prose."""

TRACES = ("lorem", "[#]", "tbd", "tba", "todo", "fixme")
"""What a file has somewhere that has such a text: most have none, and it is looked for once."""

AROUND = " \t\n()*\"'“”‘’-–—:;,!"
"""What may stand around it and says nothing either: "(akan diisi kemudian)", "** isi di sini **"."""

FIRST = frozenset("xX.…_?#<[{tTpPaAbBhHmMdDiIfF")
"""What a text that says nothing alone begins with; most others need no closer look."""


def leftover_in(document: Information) -> tuple[Path, Location, str] | None:
    """The first such text of a document, its place, and its words; None where there is none."""
    source = document.source
    look = leftover if source.mentions(TRACES) else alone
    if any(map(look, strings_in(source.values))):
        steps, left = next(
            (at, left) for at, text in texts_in(source.values) if (left := look(text))
        )
        return steps, source.at(*steps), left
    match = INSIDE.search(source.prose) if look is leftover else None
    return ((), source.prose_at(match.start()), match[0]) if match else None


def leftover(text: str) -> str:
    """What a template left in a text; empty where it says something."""
    match = INSIDE.search(text)
    return alone(text) or (match[0] if match else "")


def alone(text: str) -> str:
    """A text that says nothing as a whole; empty where it says something."""
    bare = text.strip(AROUND)
    return bare if bare[:1] in FIRST and ALONE.fullmatch(bare) else ""
