"""The lines around a place of a text, and whether the text can be read on once one of them is another."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from smmkit.words import Message, say_n

Reads = Callable[[str], int | None]
"""At which line (from 1) a text breaks off; None where it can be read."""

FIELD: Final = re.compile(r" *(?:- +)?[\w-]{1,40}:(?: |$)")
"""How a line begins that has the name of a field."""

ABOVE: Final = 40
"""So many lines above a place are looked at."""


def indent(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip(" "))


def line_at(lines: list[str], line: int) -> str:
    """A line (from 1); nothing behind the last one."""
    return lines[line - 1] if line <= len(lines) else ""


def above_of(lines: list[str], line: int) -> int:
    """The nearest line above (from 1) in which something stands; 0 where there is none."""
    return next((n for n in range(line - 1, 0, -1) if lines[n - 1].strip()), 0)


def next_below(lines: list[str], line: int) -> str:
    """The next line below a line (from 1) in which something stands; nothing where there is none."""
    return next((one for one in lines[line:] if one.strip()), "")


def with_line(lines: list[str], line: int, right: str) -> list[str]:
    """The lines, one of which (from 1) is another."""
    return [*lines[: line - 1], right, *lines[line:]]


def further(reads: Reads, lines: list[str], line: int) -> bool:
    """Whether these lines can be read beyond a line."""
    there = reads("\n".join(lines))
    return there is None or there > line


def stands_out(now: int, column: int) -> Message:
    """That a field does not begin where its neighbours do."""
    return say_n(
        "before this field stands {n} space, where its neighbours have {m}",
        "before this field stand {n} spaces, where its neighbours have {m}",
        now,
        m=column,
    )
