"""A folder that may not change while a verb works on it: what is written follows from what was judged."""

from __future__ import annotations

from pathlib import Path

from smmkit.errors import SmmError
from smmkit.files.tree import Disk, sha256
from smmkit.words import say


class Steady(Disk):
    """A folder on the disk, each file of which says the same whenever it is read again.

    Why: what a colleague writes between two readings would be sealed without having been judged, or
    gone with what is written by the first.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._seen: dict[str, str] = {}

    def read(self, path: str, most: int | None = None) -> bytes:
        data = super().read(path, most)
        if len(data) == most:
            return data  # a part of it, of which nothing is written
        self._same(path, sha256(data))
        return data

    def digest(self, path: str) -> str:
        return self._same(path, super().digest(path))

    def _same(self, path: str, digest: str) -> str:
        if self._seen.setdefault(path, digest) != digest:
            raise SmmError(say("{path} has changed meanwhile; nothing was written", path=path))
        return digest
