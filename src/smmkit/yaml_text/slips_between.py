"""Slips of the hand between two lines: a group that begins in the line of its name, text not further in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from smmkit.words import harmless, say
from smmkit.yaml_text.slips import Slip

Reads = Callable[[str], int | None]
"""At which line a text breaks off; None where it can be read."""

TWO_FIELDS: Final = re.compile(r"( *(?:- +)?)([\w-]{1,40}:) +([A-Za-z_]\w{1,39}: +\S[^\n]*)")
"""Two names of fields in one line: `correction: what: Dicari`."""

OPENS: Final = re.compile(r"( *)(?:- +)?[\w-]{1,40}:(?: +[|>][+-]?)? *")
"""A field whose value stands below it."""

FIELD: Final = re.compile(r" *(?:- +)?[\w-]{1,40}:(?: |$)")
"""How a line begins that has the name of a field."""

NAME_ALONE: Final = re.compile(r" *(?:- +)?[A-Za-z_]{2,40} *")
BARE_DASH: Final = re.compile(r"( *)-(?=[^\W\d])")
ABOVE: Final = 40
"""So many lines above, the field is looked for to which a line belongs."""


def group_in_line(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """A group whose first field stands behind its name, and whose others stand below, further in."""
    here = lines[line - 1] if line <= len(lines) else ""
    found = TWO_FIELDS.fullmatch(here)
    below = next((one for one in lines[line:] if one.strip()), "")
    if found is None or deep(below) <= len(found[1]) or not FIELD.match(below):
        return
    inner = " " * deep(below) + found[3]
    if further(reads, [*lines[: line - 1], found[1] + found[2], inner, *lines[line:]], line):
        words = f"`{found[2]}`", f"`{harmless(found[3].strip())}`"
        hint = say(
            "write {name} alone, and {line} below it, further in", name=words[0], line=words[1]
        )
        message = say("two fields stand in one line")
        yield Slip(line, found.start(3) + 1, message, "", False, hint)


def below_its_field(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """A text below the field to which it belongs, and not further in; a name without its colon."""
    here = lines[line - 1] if line <= len(lines) else ""
    bare = here.strip()
    if not bare or FIELD.match(here):
        return
    below = next((one for one in lines[line:] if one.strip()), "")
    right = f"{here.rstrip()}:"
    opens = deep(below) > deep(here) or below.startswith(" " * deep(here) + "- ")
    if NAME_ALONE.fullmatch(here) and opens and with_right(lines, line, right, reads):
        message = say("there is no colon behind the name of the field")
        yield Slip(line, len(here.rstrip()) + 1, message, right, is_certain=False)
        return
    for number in range(line - 1, max(0, line - ABOVE), -1):
        above = lines[number - 1]
        if found := OPENS.fullmatch(above):
            first = next(one for one in lines[number:] if one.strip())
            inner = deep(first) if deep(first) > len(found[1]) else len(found[1]) + 2
            right = " " * inner + bare
            if right != here and with_right(lines, line, right, reads):
                message = say(
                    "this text belongs to the field above, and does not stand further in than it"
                )
                yield Slip(line, deep(here) + 1, message, right, is_certain=False)
            return
        if FIELD.match(above):
            return


def bare_dash(lines: list[str], line: int, reads: Reads) -> Iterator[Slip]:
    """An item without the space behind its hyphen, below one that has it."""
    here = lines[line - 1] if line <= len(lines) else ""
    found = BARE_DASH.match(here)
    above = next((one for one in reversed(lines[: line - 1]) if one.strip()), "")
    if found and above.startswith(f"{found[1]}- "):
        right = f"{found[1]}- {here[found.end() :]}"
        if with_right(lines, line, right, reads):
            yield Slip(line, found.end() + 1, say("there is no space behind the hyphen"), right)


def deep(line: str) -> int:
    """How many spaces stand before a line."""
    return len(line) - len(line.lstrip(" "))


def with_right(lines: list[str], line: int, right: str, reads: Reads) -> bool:
    """Whether a text can be read further once one line is so."""
    return further(reads, [*lines[: line - 1], right, *lines[line:]], line)


def further(reads: Reads, lines: list[str], line: int) -> bool:
    """Whether these lines can be read beyond a line."""
    there = reads("\n".join(lines))
    return there is None or there > line
