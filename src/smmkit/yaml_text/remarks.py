"""Comments of a YAML text that speak to smm: `# smm: ignore[SMM301] until 2026-12-31: why`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from smmkit.location import Location
from smmkit.yaml_text.lines_around import indent

REMARK: Final = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*smm[ \t]*(?:([:\uff1a])[ \t]*)?((?:ig|aba)\w*+|noqa)"
    r"(.*?)(?=[ \t]#[ \t]*smm[ \t]*(?:[:\uff1a][ \t]*)?(?:ig|aba|noqa)|$)",
    re.I | re.M,
)
"""One waiver, up to the next on its line."""

ADDRESSED: Final = re.compile(r"#[ \t]*smm\b", re.I)

RIGHT: Final = frozenset({"ignore", "abaikan"})

MEANT: Final = re.compile(r"[ \t]*[\[(]|.*\bSMM\d", re.I)
"""What stands behind a word that is nearly right, where a waiver was meant and no remark of a person."""

WAIVED: Final = re.compile(
    r"[ \t]*(?:\[([^\]]*)\])?[ \t]*(?:(?:until|sampai|hingga)[ \t]+([^:]*))?(?::[ \t]*(.*))?", re.I
)
"""The rules, the last day, and the reason."""


DAY_FIRST: Final = re.compile(r"^(\d{4}-\d\d-\d\d)\s.*$")
"""A day, and behind it what belongs behind a colon."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One such comment, each part as it is written; empty where it is not."""

    at: Location
    names: tuple[str, ...]
    until: str
    reason: str
    said: str
    """All of it."""
    slip: str
    """What keeps it from being one, where it was only meant to be one: `# smm: ignor`."""
    lines: range | None
    """The lines for which it is meant; None: all of the file."""


def remarks(path: str, text: str) -> Iterator[Remark]:
    """Every comment that speaks to smm; the text was read before."""
    if not ADDRESSED.search(text):
        return
    lines = text.split("\n")
    found = [
        (n, one, slip)
        for n, line in enumerate(lines)
        for one in REMARK.finditer(line)
        if (slip := slip_in(one)) is not None
    ]
    if not found:
        return
    hidden = hidden_in(text)
    blocks = Blocks(lines)
    for number, one, slip in found:
        if is_hidden(hidden, number, one.start()):
            continue
        parts = WAIVED.match(one[3])
        named, until, reason = parts.groups(default="") if parts else ("", "", "")
        yield Remark(
            Location(
                path,
                number + 1,
                one.start() + 1,
                number + 1,
                len(one[0].rstrip()) + one.start() + 1,
            ),
            tuple(name for name in re.split(r"[,\s]+", named) if name),
            DAY_FIRST.sub(r"\1", until.strip()),
            reason.strip(),
            one[0].strip(),
            slip,
            blocks.meant(number),
        )


def slip_in(one: re.Match[str]) -> str | None:
    """How a comment that was meant to waive begins, where that is wrong; None where none was meant."""
    is_right = one[1] == ":" and one[2].lower() in RIGHT
    if is_right and not one[3].lstrip().startswith("("):
        return ""
    return one[0][: one.start(3) - one.start()] if MEANT.match(one[3]) else None


Place = tuple[int, int]
"""A line and a column, counted from 0."""


def hidden_in(text: str) -> list[tuple[Place, Place]]:
    """From where to where each value goes: what looks like a comment in it is none."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    events: Any = yaml.parse(text, Loader=loader)
    return [
        (first_of(event), (event.end_mark.line, event.end_mark.column))
        for event in events
        if hasattr(event, "style")
    ]


def first_of(event: Any) -> Place:
    """Where a value begins; behind `|` or `>` a comment may stand, its text begins below."""
    mark = event.start_mark
    return (mark.line + 1, 0) if event.style in {"|", ">"} else (mark.line, mark.column)


def is_hidden(spans: list[tuple[Place, Place]], line: int, column: int) -> bool:
    """Whether a place is inside a value."""
    index = bisect_right(spans, (line, column), key=lambda span: span[0]) - 1
    return index >= 0 and spans[index][1] > (line, column)


class Blocks:
    """The lines of a text, and which of them belong to which."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.telling = [n for n, line in enumerate(lines) if says_something(line)]
        """The lines that have more than a comment."""

    def meant(self, number: int) -> range | None:
        """The lines, counted from 1, of the field for which a comment on a line is meant; None: all."""
        if not self.lines[number].lstrip().startswith("#"):
            return self.block(number)
        below = bisect_left(self.telling, number)
        if below == 0:
            return None
        return self.block(self.telling[below] if below < len(self.telling) else number)

    def block(self, first: int) -> range:
        """A line and all that is further in below it; of a key also its list, as far out as itself."""
        depth = indent(self.lines[first])
        is_item = self.lines[first].lstrip().startswith("- ")
        last = first
        for place in range(bisect_right(self.telling, first), len(self.telling)):
            line = self.lines[self.telling[place]]
            is_list = not is_item and indent(line) == depth and line.lstrip().startswith("- ")
            if indent(line) <= depth and not is_list:
                break
            last = self.telling[place]
        return range(first + 1, last + 2)


def says_something(line: str) -> bool:
    """Whether a line has more than a comment; the marks that open a text say nothing."""
    bare = line.strip()
    return bool(bare) and not bare.startswith(("#", "%")) and bare != "---"
