"""Comments of a YAML text that speak to smm: `# smm: ignore[SMM301] until 2026-12-31: why`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from smmkit.location import Location

REMARK: Final = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*smm:[ \t]*ignore\b(.*)$", re.MULTILINE)

PARTS: Final = re.compile(
    r"[ \t]*(?:\[([^\]]*)\])?[ \t]*(?:(?:until|sampai)[ \t]+([^\s:]+))?[ \t]*(?::[ \t]*(.*))?"
)
"""The rules, the last day, and the reason."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One such comment, each part as it is written; empty where it is not."""

    at: Location
    names: tuple[str, ...]
    until: str
    reason: str
    lines: range | None
    """The lines for which it is meant; None: all of the file."""


def remarks(path: str, text: str) -> Iterator[Remark]:
    """Every comment that speaks to smm; the text was read before."""
    if "smm:" not in text:
        return
    found = [*REMARK.finditer(text)]
    if not found:
        return
    inside = spans_of_values(text)
    lines = text.split("\n")
    for one in found:
        if any(first < one.start() < end for first, end in inside):
            continue
        parts = PARTS.match(one[1])
        named, until, reason = parts.groups(default="") if parts else ("", "", "")
        number = text.count("\n", 0, one.start())
        start = one.start() - text.rfind("\n", 0, one.start())
        yield Remark(
            Location(path, number + 1, start, number + 1, len(lines[number].rstrip()) + 1),
            tuple(name for name in re.split(r"[,\s]+", named) if name),
            until,
            reason.strip(),
            meant(lines, number),
        )


def spans_of_values(text: str) -> list[tuple[int, int]]:
    """From where to where each value of several words or lines goes: what looks like a comment in it
    is none.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    events: Any = yaml.parse(text, Loader=loader)
    return [
        (first_of(event, text), event.end_mark.index) for event in events if hasattr(event, "style")
    ]


def first_of(event: Any, text: str) -> int:
    """Where a value begins; behind `|` or `>` a comment may stand, its text begins below."""
    start: int = event.start_mark.index
    if event.style in {"|", ">"}:
        return text.find("\n", start) % (len(text) + 1)
    return start


def meant(lines: list[str], number: int) -> range | None:
    """The lines, counted from 1, of the field for which a comment on a line is meant."""
    if not lines[number].lstrip().startswith("#"):
        return block(lines, number)
    if not any(says_something(line) for line in lines[:number]):
        return None
    below = next((n for n in range(number, len(lines)) if says_something(lines[n])), number)
    return block(lines, below)


def says_something(line: str) -> bool:
    """Whether a line has more than a comment; the marks that open a text say nothing."""
    bare = line.strip()
    return bool(bare) and not bare.startswith(("#", "%")) and bare != "---"


def block(lines: list[str], first: int) -> range:
    """A line and all that is further in below it; of a key also its list, as far out as itself."""
    depth = indent(lines[first])
    is_item = lines[first].lstrip().startswith("- ")
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if not says_something(line):
            continue
        is_list = not is_item and indent(line) == depth and line.lstrip().startswith("- ")
        if indent(line) <= depth and not is_list:
            break
        last = number
    return range(first + 1, last + 2)


def indent(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip(" "))
