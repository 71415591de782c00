"""Text that a form or a template left behind: `TBD`, `xxx`, `[Description]`, lorem ipsum."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from smmkit.analyses.texts import texts_in
from smmkit.analyses.texts.seen import seen_in_texts
from smmkit.documents import Information
from smmkit.location import Location, Path
from smmkit.qms import Qms

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
"""What a text has that has it inside, in small letters: most have none, and need no closer look."""

AROUND = " \t\n()*\"'“”‘’-–—:;,!"
"""What may stand around it and says nothing either: "(akan diisi kemudian)", "** isi di sini **"."""

SIGNS = frozenset(".…_?#<[{")
BEGINS = frozenset(
    ("x", "xx", "tb", "to", "pl", "ak", "be", "ha", "mo", "di", "is", "tu", "ma", "fi", "in")
)
"""What a text that says nothing alone begins with, in small letters; most others need no closer look."""


def has_leftover(document: Information, qms: Qms) -> bool:
    """Whether a document of a QMS has such a text."""
    source = document.source
    return not qms.fact(left_texts).isdisjoint(source.strings) or bool(inside(source.prose))


def leftover_in(document: Information) -> tuple[Path, Location, str] | None:
    """The first such text of a document, its place, and its words; None where there is none."""
    source = document.source
    for steps, text in texts_in(source.values):
        if left := leftover(text):
            return steps, source.at(*steps), left
    match = inside(source.prose)
    return ((), source.prose_at(match.start()), match[0]) if match else None


def left_texts(qms: Qms) -> frozenset[str]:
    """All that a template left in the values of documents; what none has inside is looked for once."""
    return frozenset(seen_in_texts(qms, left_among))


def left_among(texts: Collection[str]) -> dict[str, bool]:
    """Those of some texts that a template left."""
    left = frozenset(filter(alone, texts))
    together = "\n".join(texts).lower()
    if any(trace in together for trace in TRACES):
        left |= frozenset(filter(inside, texts))
    return dict.fromkeys(left, True)


@lru_cache(4096)
def leftover(text: str) -> str:
    """What a template left in a text; empty where it says something. Every proof asks it anew."""
    if left := alone(text):
        return left
    match = inside(text)
    return match[0] if match else ""


def inside(text: str) -> re.Match[str] | None:
    """What says nothing wherever it stands, where a text has it."""
    low = text.lower()
    return INSIDE.search(text) if any(map(low.__contains__, TRACES)) else None


def alone(text: str) -> str:
    """A text that says nothing as a whole; empty where it says something."""
    bare = text.strip(AROUND)
    begins = bare[:1] in SIGNS or bare[:2].lower() in BEGINS
    return bare if begins and ALONE.fullmatch(bare) else ""
