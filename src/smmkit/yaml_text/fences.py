"""The lines `---` around the fields of a Markdown document: where one is missing, or written otherwise."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from smmkit.words import Message, harmless, say, say_n

FENCE: Final = "---"
"""The line that opens and closes the front matter of a Markdown document."""


class Fault(NamedTuple):
    """Where such a line is not as it has to be, what to say, and what lines become, by their number."""

    line: int
    message: Message
    hint: Message
    right: tuple[tuple[int, str], ...] = ()
    is_certain: bool = True


NO_OPENING: Final = say(
    "a Markdown document begins with a line `---`, then `kind:`, `id:` and `title:`"
)


def opening_fault(text: str) -> Fault:
    """Why a text does not begin as a Markdown document does."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    below = tuple((n, "") for n in (first + 1,) if first)
    if FENCE_SLIP.match(text):
        hint = say("write `---` in its first line: three hyphens and nothing else")
        return Fault(1, NO_OPENING, hint, ((1, FENCE), *below))
    if FIELD.match(lines[first]):
        above = say("write a line `---` above this one: {text}", text=shown(lines[first]))
        if CLOSING.search(text):
            right = ((1, f"{FENCE}\n{lines[0]}"),)
            return Fault(first + 1, NO_OPENING, above, right)
        both = say("write a line `---` above and below its fields, or save it with the end .yaml")
        return Fault(first + 1, NO_OPENING, both)
    if (begun := BEGUN.search(text)) and (before := text[: begun.start()]).strip():
        n = before.count("\n")
        message = say_n(
            "{n} line stands above the first `---`", "{n} lines stand above the first `---`", n
        )
        hint = say("move what stands there below the second `---`, where the text begins")
        return Fault(1, message, hint)
    if OPENING.match(text):
        hint = say("nothing may stand above the first `---`, or behind it, no empty line, no space")
        return Fault(1, NO_OPENING, hint, ((1, FENCE), *below))
    hint = say("or name the file in `ignore:` of qms.yaml if it is no document of the QMS")
    return Fault(1, NO_OPENING, hint)


def closing_fault(text: str) -> Fault:
    """Where the front matter was to end: above the first line that can be none of it."""
    message = say("the front matter is never closed")
    lines = text.split("\n")
    found = next((n for n, s in enumerate(lines[1:], 1) if s.strip() and not OF_YAML.match(s)), 0)
    if not found:
        return Fault(1, message, say("write a line `---` below its last field"))
    if FENCE_SLIP.match(lines[found] + "\n"):
        hint = say("write `---` in this line: three hyphens and nothing else")
        return Fault(found + 1, message, hint, ((found + 1, FENCE),))
    start = found
    while start > 1 and (not lines[start - 1].strip() or lines[start - 1].startswith("#")):
        start -= 1
    empty = next((n for n in range(start, found) if not lines[n].strip()), None)
    at = found if empty is None else next(n for n in range(empty, found + 1) if lines[n].strip())
    hint = say("write a line `---` above this one: {text}", text=shown(lines[at]))
    return Fault(at + 1, message, hint, ((at + 1, f"{FENCE}\n{lines[at]}"),), is_certain=False)


def second_front(prose: str) -> int | None:
    """At which line of a prose (from 0) another front matter begins; None where none does."""
    found = SECOND.match(prose)
    return prose[: found.start(1)].count("\n") if found else None


def shown(line: str) -> str:
    """How a line begins, to be found again."""
    return harmless(line.strip()[:MOST])


OF_YAML: Final = re.compile(r"[ \t#-]|[\w-]{1,40} ?:|[\w-]{1,40} *=")
"""How a line of YAML begins, also one with a slip of the hand."""

FIELD: Final = re.compile(r"(?:kind|id|title|jenis|kode|judul) ?:", re.IGNORECASE)
"""How the fields of a document begin."""

MOST: Final = 40
"""So much of such a line is shown."""

BEGUN: Final = re.compile(r"^---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*kind:", re.MULTILINE)
"""A front matter that begins further below."""

FENCE_SLIP: Final = re.compile(
    r"\s*(?:-{1,2}|-{4,9}|[\u2013\u2014]{1,3}-{0,2}|-[\u2013\u2014]|`{3}\w*|\+{3}|\*{3}|_{3})[ \t]*\n"
)
"""What was to be the line that opens or closes the front matter."""

OPENING: Final = re.compile(r"\s*---[ \t]*\n")
CLOSING: Final = re.compile(r"\n---[ \t]*(?:\n|\Z)")
SECOND: Final = re.compile(
    r"\s*(---)[ \t]*\n(?:kind|id|title|version|owner): [^\n]*\n(?:[^\n]+\n){0,40}?---\s"
)
"""Fields between two such lines, below the front matter."""
