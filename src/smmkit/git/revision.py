"""A folder at an earlier commit of it: a Tree whose bytes come from git; nothing is checked out."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from smmkit import git
from smmkit.files.ends import Ends
from smmkit.files.tree import Disk, sha256
from smmkit.layout import DOCUMENT_ENDS
from smmkit.words import Message

LONG_ID = 64
"""How many digits the id of an object has in a repository that counts by SHA-256."""


class Revision:
    """The same folder at an earlier commit, read from git; nothing is checked out."""

    def __init__(self, root: Path, commit: str) -> None:
        self.root = root
        self.commit = commit
        self._here = Disk(root)
        """The folder as it is; what has not changed in it since is read there, not asked of git."""

    def paths(self) -> Mapping[str, int | None]:
        return dict.fromkeys(sorted(self._blobs))

    def refused(self) -> Mapping[str, Message]:
        return {}

    def read(self, path: str, most: int | None = None) -> bytes:
        return self._read(path)[:most]

    def _read(self, path: str) -> bytes:
        if path in self._texts:
            return self._texts[path]
        if path not in self._blobs:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        with suppress(OSError):
            here = self._here.read(path)
            if self.has(path, here):
                return here
        return next(git.blobs(self.root, [self._blobs[path]]))

    def ends(self, path: str) -> Ends:
        return Ends.of(self.read(path))

    def digest(self, path: str) -> str:
        return sha256(self.read(path))

    def has(self, path: str, data: bytes) -> bool:
        """Whether a file had these bytes; of a text, whatever its lines ended with."""
        if path in self._texts:
            return self._texts[path].replace(b"\r\n", b"\n") == data.replace(b"\r\n", b"\n")
        blob = self._blobs.get(path, "")
        kind = hashlib.sha256 if len(blob) == LONG_ID else hashlib.sha1
        return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() == blob

    def deleted(self) -> dict[str, bytes]:
        """Every document that was deleted up to this commit, the last of each path.

        Raises:
            SmmError: the history cannot be read.
        """
        from smmkit.git.history import deleted

        paths = deleted(self.root, self.commit, DOCUMENT_ENDS)
        texts = git.blobs(self.root, [*paths])
        return dict(reversed([*zip(paths.values(), texts, strict=True)]))

    def passed_over(self) -> frozenset[str]:
        """The files that are here and that git ignores, so that no commit will have them.

        Raises:
            SmmError: the repository cannot be read.
        """
        from smmkit.git.cleanliness import untracked

        return untracked(self.root, ignored=True)

    def hidden(self, path: str) -> bytes | None:
        """A file below a folder that begins with a point, which is no document; None where there was none."""
        blob = self._all.get(path)
        return next(git.blobs(self.root, [blob])) if blob else None

    @cached_property
    def _texts(self) -> dict[str, bytes]:
        """Every document and table, by one question to git instead of one for each."""
        paths = [path for path in self._blobs if path.endswith((*DOCUMENT_ENDS, ".csv"))]
        ids = [self._blobs[path] for path in paths]
        return dict(zip(paths, git.blobs(self.root, ids), strict=True)) if paths else {}

    @cached_property
    def _all(self) -> dict[str, str]:
        return git.files_at(self.root, self.commit)

    @cached_property
    def _blobs(self) -> dict[str, str]:
        return {
            path: blob
            for path, blob in self._all.items()
            if not any(part.startswith(".") for part in path.split("/"))
        }
