"""A tree from which some files are gone."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Mapping

from smmkit.files.ends import Ends
from smmkit.files.tree import Tree
from smmkit.words import Message


class Without:
    """Another tree, without some of its files."""

    def __init__(self, tree: Tree, gone: Collection[str]) -> None:
        self._tree = tree
        self._gone = gone
        self._paths = {p: size for p, size in tree.paths().items() if p not in gone}

    def paths(self) -> Mapping[str, int | None]:
        return self._paths

    def refused(self) -> Mapping[str, Message]:
        return self._tree.refused()

    def read(self, path: str, most: int | None = None) -> bytes:
        return self._tree.read(self._there(path), most)

    def ends(self, path: str) -> Ends:
        return self._tree.ends(self._there(path))

    def digest(self, path: str) -> str:
        return self._tree.digest(self._there(path))

    def _there(self, path: str) -> str:
        if path in self._gone:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return path
