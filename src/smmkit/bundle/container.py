"""Where a bag lies: in a folder, or in a zip."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterable
from os import scandir
from pathlib import Path
from typing import IO, Protocol

from smmkit.bundle.faults import Fault, Kind, a_link, fault, unread
from smmkit.bundle.tags import MANIFEST, is_outside
from smmkit.errors import SmmError, reason
from smmkit.words import say


class Container(Protocol):
    """Where the files of a bag lie: their sizes by path, and what could not be put on it."""

    sizes: dict[str, int]
    faults: list[Fault]

    def open(self, path: str) -> IO[bytes]:
        """One file, to be read in blocks; what it raises on broken bytes is not known."""
        ...


class Folder:
    """A bag on the disk: the folder itself, or the one folder in it that is a bag."""

    def __init__(self, path: Path) -> None:
        try:
            if not is_bag(file.name for file in path.iterdir()):
                inner = [file.parent for file in path.glob("*/bagit.txt")]
                path = inner[0] if len(inner) == 1 else path
            if not is_bag(file.name for file in path.iterdir()):
                raise not_a_bag(path)
        except OSError as error:
            raise SmmError(
                say("{path} cannot be opened: {reason}", path=str(path), reason=reason(error))
            ) from error
        self.root = path
        self.sizes: dict[str, int] = {}
        self.faults: list[Fault] = []
        self._walk()

    def open(self, path: str) -> IO[bytes]:
        """One file, to be read in blocks."""
        return (self.root / path).open("rb")

    def _walk(self) -> None:
        folders = [""]
        while folders:
            folder = folders.pop()
            try:
                with scandir(self.root / folder) as entries:
                    for entry in entries:
                        path = folder + entry.name
                        if entry.is_symlink():
                            self.faults.append(a_link(path))
                        elif entry.is_dir():
                            folders.append(path + "/")
                        elif entry.is_file():
                            self.sizes[path] = entry.stat().st_size
                        else:
                            self.faults.append(
                                fault(path, Kind.UNSAFE, say("is not an ordinary file"))
                            )
            except OSError:
                self.faults.append(unread(folder))


class Zip:
    """A bag in a zip, at its top or in one folder there."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self.faults: list[Fault] = []
        for entry in archive.infolist():
            self._take(entry)
        tops = {name.partition("/")[0] for name in self._entries if "/" in name}
        bags = [""] if is_bag(self._entries) else [f"{top}/" for top in tops if self._holds(top)]
        if len(bags) != 1:
            raise not_a_bag(path)
        inside = {name: entry for name, entry in self._entries.items() if name.startswith(bags[0])}
        for name in self._entries.keys() - inside.keys():
            message = say("lies beside the bag, where nothing lists it")
            self.faults.append(fault(name, Kind.UNLISTED, message))
        self._entries = {name.removeprefix(bags[0]): entry for name, entry in inside.items()}
        self.sizes = {name: entry.file_size for name, entry in self._entries.items()}

    def open(self, path: str) -> IO[bytes]:
        """One file, to be read in blocks."""
        return self._archive.open(self._entries[path])

    def _take(self, entry: zipfile.ZipInfo) -> None:
        name = entry.filename.replace("\\", "/")
        while name.startswith("./"):
            name = name[2:]
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

    def _holds(self, top: str) -> bool:
        start = f"{top}/"
        return is_bag(n.removeprefix(start) for n in self._entries if n.startswith(start))


def not_a_bag(path: Path) -> SmmError:
    """The error of a place that is no bag."""
    return SmmError(
        say("{path} is not a bundle: there is neither bagit.txt nor a manifest", path=str(path))
    )


def is_bag(names: Iterable[str]) -> bool:
    """Whether files of these names, at its top, make a folder a bag."""
    return any(name == "bagit.txt" or MANIFEST.fullmatch(name) for name in names)
