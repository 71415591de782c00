"""Where the bytes of a QMS come from: a folder, a commit of it, an editor, a test."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Protocol

from smmkit.errors import SmmError, reason
from smmkit.files.ends import HEAD, TAIL, Ends
from smmkit.layout import DOCUMENT_ENDS
from smmkit.words import Message, say

MAX_FILES = 200_000
"""More files than this are no QMS but a mistake, such as a home folder."""

MAX_BYTES = 512 * 2**20
"""A file larger than this (bytes) is not read."""

TOOLS = frozenset({"node_modules", "__pycache__"})


class Tree(Protocol):
    """Files by path: relative, with `/`, as spelled on the disk.

    Why: it alone decides what may be read, so no other place needs to think of links that lead
    out of the folder, of sizes, or of where the bytes lie.
    """

    def paths(self) -> Mapping[str, int | None]:
        """Every file that may be read, and its size in bytes where that is known at no cost."""
        ...

    def refused(self) -> Mapping[str, Message]:
        """Every file that is left out, and why."""
        ...

    def read(self, path: str, most: int | None = None) -> bytes:
        """The bytes of one file; the first `most` of them.

        Raises:
            OSError: it is not there, or may not be read.
        """
        ...

    def ends(self, path: str) -> Ends:
        """The first and the last bytes of one file, however large it is.

        Raises:
            OSError: it is not there, or may not be read.
        """
        ...

    def digest(self, path: str) -> str:
        """The fingerprint of one file, taken piece by piece: 64 hexadecimal digits.

        Raises:
            OSError: it is not there, or may not be read.
        """
        ...


class Disk:
    """A folder as it lies on the disk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._top = f"{root}/"

    def paths(self) -> Mapping[str, int | None]:
        return self._walked[0]

    def refused(self) -> Mapping[str, Message]:
        return self._walked[1]

    def read(self, path: str, most: int | None = None) -> bytes:
        file, seen = self._found(path)
        if most is None and seen.st_size > MAX_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
        with open(file, "rb") as stream:  # noqa: PTH123
            return stream.read() if most is None or seen.st_size < most else stream.read(most)

    def ends(self, path: str) -> Ends:
        file, seen = self._found(path)
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123
            if seen.st_size <= TAIL:
                return Ends.of(stream.read())
            head = stream.read(HEAD)
            stream.seek(-TAIL, os.SEEK_END)
            return Ends(seen.st_size, head, stream.read(TAIL))

    def digest(self, path: str) -> str:
        file, seen = self._found(path)
        if seen.st_size > MAX_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
        with open(file, "rb") as stream:  # noqa: PTH123
            return hashlib.file_digest(stream, "sha256").hexdigest()

    def _found(self, path: str) -> tuple[str, os.stat_result]:
        """A file on the disk, and what the disk says of it: never a link, nothing outside."""
        if path in self.refused():
            raise PermissionError(errno.EPERM, "it is a link, or has no readable name", path)
        if path not in self.paths():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        file = self._top + path
        seen = os.lstat(file)  # texts instead of Paths: half the cost, 10,000 times
        if stat.S_ISLNK(seen.st_mode):
            raise OSError(0, "a link is not followed", path)
        return file, seen

    @cached_property
    def _walked(self) -> tuple[dict[str, int | None], dict[str, Message]]:
        files: dict[str, int | None] = {}
        refused: dict[str, Message] = {}
        folders = [""]
        while folders:
            folder = folders.pop()
            try:
                entries = sorted(os.scandir(self._top + folder), key=lambda entry: entry.name)
            except OSError as error:
                refused[sayable(folder)] = say("cannot be opened: {reason}", reason=reason(error))
                continue
            for entry in entries:
                path = folder + entry.name
                if entry.name.startswith((".", "~$")) or entry.name in TOOLS:
                    continue
                if entry.is_symlink():
                    at, why = linked(path, os.path.isdir(entry.path))  # noqa: PTH112 - never raises
                    refused[sayable(at)] = why
                elif entry.is_dir():
                    folders.append(path + "/")
                    if path.endswith(DOCUMENT_ENDS):
                        refused[sayable(path)] = say(
                            "is a folder, and its name is that of a document"
                        )
                elif not entry.is_file():
                    refused[sayable(path)] = say("is no plain file; put the file itself here")
                elif is_unsayable(path):
                    refused[sayable(path)] = say("has a name that is not readable text; rename it")
                else:
                    files[path] = None
            if len(files) > MAX_FILES:
                raise SmmError(
                    say(
                        "{folder} has more than {n} files; is it the right folder?",
                        folder=str(self.root),
                        n=MAX_FILES,
                    )
                )
        return dict(sorted(files.items())), refused


class Memory:
    """Files that exist nowhere but here: tests, and the unsaved text of an editor."""

    def __init__(self, files: Mapping[str, str | bytes], below: Tree | None = None) -> None:
        self._files = {
            path: text.encode() if isinstance(text, str) else text for path, text in files.items()
        }
        self._below = below

    def paths(self) -> Mapping[str, int | None]:
        return self._all

    @cached_property
    def _all(self) -> dict[str, int | None]:
        own = {path: len(data) for path, data in self._files.items()}
        return dict(sorted({**(self._below.paths() if self._below else {}), **own}.items()))

    def refused(self) -> Mapping[str, Message]:
        return self._below.refused() if self._below else {}

    def read(self, path: str, most: int | None = None) -> bytes:
        if path in self._files:
            return self._files[path][:most]
        if self._below is None:
            raise FileNotFoundError(path)
        return self._below.read(path, most)

    def ends(self, path: str) -> Ends:
        if path in self._files or self._below is None:
            return Ends.of(self.read(path))
        return self._below.ends(path)

    def digest(self, path: str) -> str:
        if path in self._files or self._below is None:
            return sha256(self.read(path))
        return self._below.digest(path)


def linked(path: str, to_folder: bool) -> tuple[str, Message]:
    """What is said of a link; one to a folder hides whatever lies there, as a folder that is closed."""
    if to_folder:
        return f"{path}/", say(
            "is a link to a folder; links are not followed, so nothing in it is read: put the folder "
            "itself here, or leave it out under `ignore:` in qms.yaml"
        )
    return path, say("is a link; links are not followed, put the file itself here")


def sha256(data: bytes) -> str:
    """The fingerprint of bytes as it is written in files: 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def is_unsayable(path: str) -> bool:
    """Whether a name holds bytes that are no text, or characters that break a line."""
    return (
        (not path.isascii() and any("\ud800" <= c <= "\udfff" for c in path))
        or "\n" in path
        or "\r" in path
    )


def sayable(path: str) -> str:
    """A path as it can be written anywhere: bytes that are no text, and ends of lines, are escaped."""
    return ascii(path)[1:-1] if is_unsayable(path) else path


def read_file(file: Path) -> bytes:
    """The bytes of the file that was named.

    Raises:
        SmmError: it is not there, is no file, or cannot be opened.
    """
    try:
        size = file.stat().st_size
        if not file.is_file() or size > MAX_BYTES:
            raise SmmError(say("{path} is no file, or too large", path=str(file)))
        return file.read_bytes()
    except OSError as error:
        raise SmmError(
            say("{path} cannot be opened: {reason}", path=str(file), reason=reason(error))
        ) from error
