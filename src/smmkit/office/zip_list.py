"""The list at the end of a zip: the names of its files."""

from __future__ import annotations

import struct
from typing import Final

from smmkit.files.ends import Ends

END: Final = struct.Struct("<4s4H2LH")
ENTRY: Final = struct.Struct("<4s6H3L5H2L")
MARK_OF_END, MARK_OF_ENTRY = b"PK\x05\x06", b"PK\x01\x02"
MOST: Final = 1000
"""So many names are read; the first ones say what a file is."""

LARGE: Final = 0xFFFFFFFF
"""What stands in place of a number that needs more room; then nothing is said of it here."""


def names_in(ends: Ends) -> list[str] | None:
    """The names in a zip; None where its list is missing or broken, none where it lies out of sight."""
    at = ends.tail.rfind(MARK_OF_END)
    if at < 0 or at + END.size > len(ends.tail):
        return None
    _, _, _, _, count, length, start, _ = END.unpack_from(ends.tail, at)
    if start == LARGE or count == 0xFFFF:
        return []
    begin = at - length
    if ends.size - len(ends.tail) + begin < start:
        return None  # the list would begin before the file does
    return read_names(ends.tail, begin, count) if begin >= 0 else []


def read_names(tail: bytes, begin: int, count: int) -> list[str] | None:
    """The first names of a list that begins here; None where it is broken."""
    names = []
    for _ in range(min(count, MOST)):
        if tail[begin : begin + 4] != MARK_OF_ENTRY or begin + ENTRY.size > len(tail):
            return None
        entry = ENTRY.unpack_from(tail, begin)
        name, extra, comment = entry[10], entry[11], entry[12]
        stem = begin + ENTRY.size
        names.append(tail[stem : stem + name].decode("utf-8", "replace"))
        begin = stem + name + extra + comment
    return names
