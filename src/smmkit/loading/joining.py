"""Two texts of one document that are to become one: where both have changed the same, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smmkit.location import SourceError
from smmkit.yaml_text.fences import FENCE
from smmkit.yaml_text.source import Source

MARKS = re.compile(rb"^(?:<{7}|>{7})(?: |\r?$)", re.MULTILINE)
"""How git marks two texts in one file."""

LONG_MARKS = re.compile(rb"([<|=>])\1{60}(?: .*)?\r?\n?\Z")
"""How it marks them where it was asked to use long marks."""

MISSING = object()
"""What a side has where it has no such field."""

Values = Mapping[str, Any]
"""Every value of a document, by its key path; the lines of a table by what stands first in them."""


@dataclass(frozen=True, slots=True)
class Both:
    """A field that both sides have changed, each in its own way; None where a side has it no more."""

    field: str
    mine: str | None
    theirs: str | None


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines that both sides have changed: as each has them, and as they were."""

    mine: list[bytes]
    base: list[bytes]
    theirs: list[bytes]
    in_prose: bool
    """Whether they stand below the fields of a Markdown document."""


def line_of_marks(data: bytes) -> int:
    """The first line on which git has marked two texts; 0 where there is none."""
    found = MARKS.search(data)
    return data.count(b"\n", 0, found.start()) + 1 if found else 0


def parted(path: str, marked: bytes) -> list[bytes | Hunk]:
    """A text with long marks, as lines and as places where the two sides clash."""
    parts: list[bytes | Hunk] = []
    sides: dict[bytes, list[bytes]] = {}
    at, fences, is_markdown = b"", 0, path.endswith(".md")
    for line in marked.splitlines(keepends=True):
        mark = LONG_MARKS.match(line)
        if mark and mark[1] == b">":
            mine, base, theirs = (sides.get(sign, []) for sign in (b"<", b"|", b"="))
            parts.append(Hunk(mine, base, theirs, in_prose=is_markdown and fences > 1))
            at, sides = b"", {}
        elif mark:
            at = mark[1]
            sides[at] = []
        elif at:
            sides[at].append(line)
        else:
            fences += line.rstrip() == FENCE.encode()
            parts.append(line)
    return parts


def both_changed(
    path: str, parts: Iterable[bytes | Hunk], base: bytes, mine: bytes, theirs: bytes
) -> list[Both]:
    """What both sides have changed since they parted, to something else: fields, and lines of prose.

    Where the fields cannot be read, the lines themselves.
    """
    try:
        old, ours, others = (fields_in(path, text) for text in (base, mine, theirs))
        is_read = True
    except SourceError:
        old = ours = others = {}
        is_read = False
    found = []
    for field in dict.fromkeys((*old, *ours, *others)):
        was, one, two = (side.get(field, MISSING) for side in (old, ours, others))
        if one != two and was not in (one, two):
            found.append(Both(field, spelled(one), spelled(two)))
    hunks = (part for part in parts if isinstance(part, Hunk))
    prose = (hunk for hunk in hunks if hunk.in_prose or not is_read)
    return [*found, *(Both("", lines_of(hunk.mine), lines_of(hunk.theirs)) for hunk in prose)]


def joined(
    path: str, parts: Iterable[bytes | Hunk], base: bytes, mine: bytes, theirs: bytes
) -> bytes | None:
    """One text of two where they only changed what stands side by side; None where they do clash.

    What comes out says of each field what the side says that has changed it, or it is not taken.
    """
    lines: list[bytes] = []
    for part in parts:
        one = [part] if isinstance(part, bytes) else side_by_side(part)
        if one is None:
            return None
        lines += one
    text = b"".join(lines)
    try:
        old, ours, others = (fields_in(path, text) for text in (base, mine, theirs))
        wished = wish(old, ours, others)
        return text if wished is not None and fields_in(path, text) == wished else None
    except SourceError:
        return None


def side_by_side(hunk: Hunk) -> list[bytes] | None:
    """The lines of both sides: one after the other where both only add, else line by line."""
    if hunk.in_prose:
        return None
    if not hunk.base:
        return hunk.mine + hunk.theirs
    if not len(hunk.mine) == len(hunk.base) == len(hunk.theirs):
        return None
    found = []
    for mine, was, theirs in zip(hunk.mine, hunk.base, hunk.theirs, strict=True):
        if mine not in (was, theirs) and theirs != was:
            return None
        found.append(theirs if mine == was else mine)
    return found


def wish(old: Values, mine: Values, theirs: Values) -> Values | None:
    """What each field has to say when both sides count; None where they contradict each other."""
    found = {}
    for field in dict.fromkeys((*old, *mine, *theirs)):
        was, one, two = (side.get(field, MISSING) for side in (old, mine, theirs))
        if one != two and was not in (one, two):
            return None
        value = two if one == was else one
        if value is not MISSING:
            found[field] = value
    return found


def fields_in(path: str, data: bytes) -> Values:
    """Every value of a document or a table, but for the prose.

    Raises:
        SourceError: it cannot be read.
    """
    if path.endswith(".csv"):
        rows = data.decode("utf-8", "surrogateescape").splitlines()
        return {row.partition(",")[0] or str(n): row for n, row in enumerate(rows) if row}
    return dict(leaves(Source.parse(path, data).values, ""))


def leaves(value: Any, at: str) -> Iterator[tuple[str, Any]]:
    """Every value that is no group, and its key path; entries of a list by their ids."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, f"{at}.{key}" if at else str(key))
    elif isinstance(value, list) and value:
        for number, inner in enumerate(value):
            id_ = inner.get("id") if isinstance(inner, dict) else None
            yield from leaves(inner, f"{at}[{id_ if isinstance(id_, str) else number}]")
    else:
        yield at, value


def spelled(value: Any) -> str | None:
    """A value as a line of text."""
    return None if value is MISSING else " ".join(str(value).split())


def lines_of(lines: list[bytes]) -> str | None:
    """Lines of prose as one; None where there are none."""
    return " ".join(b"".join(lines).decode("utf-8", "replace").split()) or None
