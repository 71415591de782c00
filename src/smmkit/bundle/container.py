"""Where a bag lies: in a folder, or in a zip."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from smmkit.bundle.faults import Fault, Kind, a_link, fault, unread
from smmkit.bundle.tags import HERE, MANIFEST, folded, is_junk, is_outside
from smmkit.errors import SmmError, reason
from smmkit.files import archives
from smmkit.files.archives import BLOCK
from smmkit.files.portable import refused_by_windows
from smmkit.words import harmless, say

MAX_FILES = 200_000
"""A bag of more files is none that an agency sends."""


class Container(Protocol):
    """Where the files of a bag lie: their sizes by path, and what could not be put on it."""

    sizes: dict[str, int]
    faults: list[Fault]
    strays: list[str]
    """What a system has left beside the bag."""

    def blocks(self, path: str) -> Iterator[bytes]:
        """The bytes of one file, a block at a time; what it raises on broken bytes is not known."""
        ...


class Folder:
    """A bag on the disk: the folder itself, or the one folder in it that is a bag."""

    def __init__(self, path: Path) -> None:
        try:
            if not is_bag(file.name for file in path.iterdir()):
                inner = [file.parent for file in path.glob("*/bagit.txt")]
                if len(inner) != 1:
                    raise not_one_bag(path, len(inner))
                path = inner[0]
        except OSError as error:
            raise SmmError(
                say("{path} cannot be opened: {reason}", path=str(path), reason=reason(error))
            ) from error
        self.root = path
        self.sizes: dict[str, int] = {}
        self.faults: list[Fault] = []
        self.strays: list[str] = []
        self._walk()
        self.faults += refused_names(self.sizes, self.faults)

    def blocks(self, path: str) -> Iterator[bytes]:
        """The bytes of one file, if it is still an ordinary one, and no more than there were."""
        left = self.sizes[path]
        with os.fdopen(os.open(self.root / path, UNMOVED), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise OSError(0, "it is no ordinary file", path)
            while block := stream.read(min(BLOCK, left + 1)):
                left -= len(block)
                if left < 0:
                    raise OSError(0, "it grows", path)
                yield block

    def _walk(self) -> None:
        folders = [""]
        while folders:
            folder = folders.pop()
            try:
                with os.scandir(self.root / folder) as entries:
                    for entry in entries:
                        self._take(entry, folder + entry.name, folders)
            except OSError:
                self.faults.append(unread(folder))
            if len(self.sizes) + len(self.faults) + len(folders) > MAX_FILES:
                raise too_many(self.root)

    def _take(self, entry: os.DirEntry[str], path: str, folders: list[str]) -> None:
        if entry.is_symlink():
            self.faults.append(a_link(path))
        elif entry.is_dir():
            folders.append(path + "/")
        elif entry.is_file():
            self.sizes[path] = entry.stat().st_size
        else:
            self.faults.append(fault(path, Kind.UNSAFE, say("is not an ordinary file")))


UNMOVED = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
"""How a file is opened that was seen before: what has become a link or a pipe since does not hang."""


class Zip:
    """A bag in a zip, at its top or in one folder there."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._same: dict[str, str] = {}
        """The first of all names that differ by what some systems do not tell apart."""
        self.faults: list[Fault] = []
        self.strays: list[str] = []
        for entry in archive.infolist():
            self._take(entry)
        for file, inner in pairwise(sorted(f"{name}/" for name in self._same)):
            if inner.startswith(file):
                message = say(
                    "lies in {other}, which is a file itself, so that only one of them is seen",
                    other=self._same[file[:-1]],
                )
                self.faults.append(fault(self._same[inner[:-1]], Kind.TWICE, message))
        self.faults += refused_names(self._entries, self.faults)
        bags = {
            name[: -len(base)]
            for name in self._entries
            if is_bag([base := name.rpartition("/")[2]])
        }
        tops = {""} if "" in bags else {bag for bag in bags if bag.count("/") == 1}
        if len(tops) != 1:
            raise not_one_bag(path, len(tops))
        top = tops.pop()
        inside = {name: entry for name, entry in self._entries.items() if name.startswith(top)}
        for name in self._entries.keys() - inside.keys():
            if is_junk(name):
                self.strays.append(name)
                continue
            message = say("lies beside the bag, where nothing lists it")
            self.faults.append(fault(name, Kind.UNLISTED, message))
        self._entries = {name.removeprefix(top): entry for name, entry in inside.items()}
        self.sizes = {name: entry.file_size for name, entry in self._entries.items()}

    def blocks(self, path: str) -> Iterator[bytes]:
        """The bytes of one file, a block at a time."""
        return archives.blocks(self._archive, self._entries[path])

    def _take(self, entry: zipfile.ZipInfo) -> None:
        name = entry.filename.replace("\\", "/")
        name = name[HERE.match(name).end() :]  # type: ignore[union-attr]
        if is_outside(name):
            message = say("leads out of the folder that the zip is extracted to; do not extract it")
            self.faults.append(fault(name, Kind.UNSAFE, message))
        elif stat.S_ISLNK(entry.external_attr >> 16):
            self.faults.append(a_link(name))
        elif name in self._entries:
            message = say("is in the zip twice, so it depends on the program which one you see")
            self.faults.append(fault(name, Kind.TWICE, message))
        elif name and not name.endswith("/"):
            self._entries[name] = entry
            if (other := self._same.setdefault(folded(name), name)) != name:
                message = say(
                    "and {other} are one file on Windows and on a Mac, so that only one of them is seen",
                    other=other,
                )
                self.faults.append(fault(name, Kind.TWICE, message))


def refused_names(names: Iterable[str], known: Iterable[Fault]) -> list[Fault]:
    """The names that Windows refuses, of files of which nothing worse is known."""
    told, found = {one.path for one in known}, []
    for name in names:
        if (why := refused_by_windows(name)) and harmless(name) not in told:
            message = say("cannot be unpacked on Windows: {why}; ask for another name", why=why)
            found.append(fault(name, Kind.UNSAFE, message))
    return found


def too_many(path: Path) -> SmmError:
    """The error of a place with more files than a bag has."""
    return SmmError(
        say(
            "{folder} has more than {n} files; is it the right folder?",
            folder=str(path),
            n=MAX_FILES,
        )
    )


def not_one_bag(path: Path, bags: int) -> SmmError:
    """The error of a place that is no bag, or holds several."""
    if bags:
        return SmmError(
            say(
                "{path} holds {n} bags, and one is checked at a time; extract it, and name one of its "
                "folders",
                path=str(path),
                n=bags,
            )
        )
    return SmmError(
        say("{path} is not a bundle: there is neither bagit.txt nor a manifest", path=str(path))
    )


def is_bag(names: Iterable[str]) -> bool:
    """Whether files of these names, at its top, make a folder a bag."""
    return any(name == "bagit.txt" or MANIFEST.fullmatch(name) for name in names)
