"""The objects of a PDF as bytes: where a text ends, which other objects are meant, what is to be renamed."""

from __future__ import annotations

import re
from collections.abc import Callable

REFERENCE = re.compile(rb"(\d+) 0 R")
MARK = re.compile(rb"(/StructParents? )(\d+)")
PAREN = re.compile(rb"\\.|[()]", re.DOTALL)
SPECIAL = re.compile(rb"\(|(?<!<)<(?!<)[0-9A-Fa-f]*>")
HEADERS = re.compile(rb"/Headers\[$")


def end_of_text(data: bytes, start: int) -> int:
    """The place behind a text that begins with the bracket at `start`."""
    depth = 0
    for found in PAREN.finditer(data, start):
        if found[0] == b"(":
            depth += 1
        elif found[0] == b")":
            depth -= 1
            if depth == 0:
                return found.end()
    raise RuntimeError("a text in a PDF has no end")


def apart(data: bytes) -> list[tuple[bool, bytes]]:
    """The pieces of an object in their order; True for a text, in which nothing is read."""
    pieces: list[tuple[bool, bytes]] = []
    at = 0
    while found := SPECIAL.search(data, at):
        end = end_of_text(data, found.start()) if found[0] == b"(" else found.end()
        pieces += [(False, data[at : found.start()]), (True, data[found.start() : end])]
        at = end
    return [*pieces, (False, data[at:])]


class Renaming:
    """What the names in one PDF become among those of others.

    `number` says which number an object gets; its pages and links are counted from `first` on; and
    `prefix` stands before the names of its cells.
    """

    def __init__(self, number: Callable[[int], int], first: int, prefix: bytes) -> None:
        self._number = number
        self._first = first
        self._prefix = prefix

    def __call__(self, data: bytes) -> bytes:
        """An object (what stands in a stream left out) under its new names."""
        if b"(" not in data and b"<" not in data.replace(b"<<", b""):
            return self._plain(data)
        renamed: list[bytes] = []
        names_follow = False
        for is_text, piece in apart(data):
            if not is_text:
                names_follow = (
                    piece.endswith(b"/ID") or bool(HEADERS.search(piece)) if piece else names_follow
                )
                renamed.append(self._plain(piece))
            elif names_follow:
                renamed.append(self.name(piece))
            else:
                renamed.append(piece)
        return b"".join(renamed)

    def name(self, text: bytes) -> bytes:
        """The name of a cell, in its brackets."""
        return text[:1] + self._prefix + text[1:]

    def _plain(self, data: bytes) -> bytes:
        data = MARK.sub(lambda m: b"%s%d" % (m[1], int(m[2]) + self._first), data)
        return REFERENCE.sub(lambda m: b"%d 0 R" % self._number(int(m[1])), data)
