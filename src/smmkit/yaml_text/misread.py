"""What a person has written in a YAML text, and YAML takes otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from smmkit.location import Location

OF_PRINT: Final = "“”„‟«»‘’‚‛"
"""Quotes as print has them; to YAML they are letters."""

WORD: Final = re.compile(r"#(?<=[ \t]#)\w")
"""Where a comment begins like a word; it begins with the one letter that it looks for, to be fast."""


DEEPER: Final = re.compile(r"\n( *+)\S[^\n]*+\n(?<!:\n)\1 +- ")
"""A line that is no name of a field, and below it, further in, one that begins as an item of a list.

It begins with the one letter that it looks for, and never goes back, to be fast.
"""


def quoted_in_print(path: str, text: str) -> Iterator[tuple[Location, str]]:
    """Each value or key that stands in quotes of print and in no others, and its place."""
    if text.isascii() or not any(map(text.__contains__, OF_PRINT)):
        return
    for event in plain(text):
        value = event.value
        if len(value) > 1 and value[0] in OF_PRINT and value[-1] in OF_PRINT + "\"'":
            yield location_of(path, event), value


def cut_off(path: str, text: str) -> Iterator[tuple[Location, str, str]]:
    """Each value without quotes that a comment follows which begins like a word: both, and the place."""
    if not WORD.search(text):
        return
    lines = text.split("\n")
    for event in plain(text):
        line = lines[event.end_mark.line] if event.end_mark.line < len(lines) else ""
        lost = line[event.end_mark.column :].lstrip(" \t")
        if WORD.match(f" {lost}", 1):
            number, start = event.end_mark.line + 1, len(line) - len(lost) + 1
            at = Location(path, number, start, number, len(line) + 1)
            yield at, event.value, lost.rstrip()


def swallowed(path: str, text: str) -> Iterator[tuple[Location, str]]:
    """Each line that looks like an item of a list and continues the text above it: that text, its place."""
    if not DEEPER.search(f"\n{text}"):
        return
    lines = text.split("\n")
    for event in plain(text):
        first, last = event.start_mark.line, event.end_mark.line
        for number in range(first + 1, last + 1):
            line = lines[number] if number < last else lines[last][: event.end_mark.column]
            item = line.lstrip()
            if item.startswith("- "):
                column = len(line) - len(item) + 1
                at = Location(path, number + 1, column, number + 1, len(line) + 1)
                yield at, " ".join(event.value.split())
                break


def plain(text: str) -> Iterator[Any]:
    """The values and keys of a text that stand in no quotes; the text was read before."""
    import yaml

    for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            yield event


def location_of(path: str, event: Any) -> Location:
    """Where a value stands."""
    start, end = event.start_mark, event.end_mark
    return Location(path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
