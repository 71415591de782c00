"""The lines of a report: those that say something, runs of them, what numbers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from smmkit.intake.words import data, holds
from smmkit.words import Message, say

TOP = 20
"""In so many lines a report says that it is one of an audit."""


def is_report(lines: Iterable[str]) -> bool:
    """Whether the first lines say that this is the report of an audit."""
    return any(holds(line, data()["audit_reports"]) for line in islice(lines, TOP))


def runs(lines: list[tuple[int, str]]) -> list[tuple[Message, str]]:
    """Lines that follow each other, as one: from where to where, and what they say."""
    found: list[list[tuple[int, str]]] = []
    for n, line in lines:
        if found and n - found[-1][-1][0] <= 2:
            found[-1].append((n, line))
        else:
            found.append([(n, line)])
    return [(where(run[0][0], run[-1][0]), " / ".join(line for _, line in run)) for run in found]


def where(first: int, last: int) -> Message:
    """Where a run of lines stands."""
    if first == last:
        return say("line {n}", n=first)
    return say("lines {first} to {last}", first=first, last=last)


def numbered(pages: Iterable[Iterable[str]]) -> Iterator[tuple[int, str]]:
    """The lines that say something, counted over all pages."""
    lines = (line for page in pages for line in page)
    return ((n, " ".join(line.split())) for n, line in enumerate(lines, 1) if line.strip())


def follows(one: str, other: str) -> bool:
    """Whether a number or a letter comes right after another."""
    if one.isdigit() and other.isdigit():
        return int(other) == int(one) + 1
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1
