"""A QMS as it would be with new files in it: to be judged before anything is written."""

from __future__ import annotations

from collections.abc import Mapping

from smmkit.tree import Tree
from smmkit.words import Message


class Planned:
    """The tree of a QMS, and files that are not on the disk yet."""

    def __init__(self, below: Tree, files: Mapping[str, bytes]) -> None:
        self._below, self._files = below, files

    def paths(self) -> Mapping[str, int | None]:
        return dict(sorted({**self._below.paths(), **dict.fromkeys(self._files)}.items()))

    def refused(self) -> Mapping[str, Message]:
        return self._below.refused()

    def read(self, path: str) -> bytes:
        return self._files[path] if path in self._files else self._below.read(path)
