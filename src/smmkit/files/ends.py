"""The begin and the end of a file: enough to see what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HEAD, TAIL = 4096, 70_000
"""As much of the begin and of the end of a file is looked at; the list of a zip lies in the last 64 KB."""

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of the old Office begin, and new ones that a password protects."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The first and the last bytes of a file, and how many there are; of a small one all are the last."""

    size: int
    head: bytes
    tail: bytes

    @classmethod
    def of(cls, data: bytes) -> Ends:
        """The ends of bytes that were read."""
        return cls(len(data), data[:HEAD], data[-TAIL:])
