"""Files and folders that are made in a room of their own, and come to their place when they are whole."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BufferedWriter
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.files.locking import taken
from smmkit.words import say
from smmkit.writing.exchange import exchange
from smmkit.writing.steps import added, heard, moved, patient, poured, removed, stored, synced

ROOM = re.compile(r"\.smm-[a-z0-9_]{8}\Z")
"""How a room is called."""

IN_USE = "in-use"
"""The file that a process keeps open and locked as long as it works in a room."""


@contextmanager
def room_in(folder: Path) -> Iterator[Path]:
    """A room in a folder, which is gone afterwards.

    Raises:
        OSError: the disk refuses.
    """
    room, stream = entered(folder)
    try:
        with stream:
            with suppress(OSError):
                taken(stream.fileno())
            yield room
    finally:
        cleared(room)


def entered(folder: Path) -> tuple[Path, BufferedWriter]:
    """A new room, and the file that says that it is in use; an empty one may be swept at any moment.

    Raises:
        OSError: the disk refuses.
    """
    for _ in range(3):
        room = Path(tempfile.mkdtemp(prefix=".smm-", dir=folder))
        try:
            return room, (room / IN_USE).open("xb")
        except FileNotFoundError:
            continue
        except OSError:
            removed(room)
            raise
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))


def cleared(room: Path) -> None:
    """A room that is gone, the mark that it is in use last: until then it can be swept."""
    with suppress(OSError):
        for entry in [*os.scandir(room)]:
            if entry.is_dir(follow_symlinks=False):
                removed(Path(entry.path))
            elif entry.name != IN_USE:
                Path(entry.path).unlink()
    removed(room)


def swept(folder: Path) -> list[Path]:
    """The rooms in a folder whose process is no more; they are removed. Never raises."""
    gone = []
    with suppress(OSError), os.scandir(folder) as entries:
        rooms = [
            Path(e.path) for e in entries if ROOM.match(e.name) and e.is_dir(follow_symlinks=False)
        ]
        for room in sorted(rooms):
            if is_left(room / IN_USE):
                cleared(room)
            else:
                with suppress(OSError):
                    room.rmdir()  # only where nothing is in it
            if not room.exists():
                gone.append(room)
    return gone


def is_left(mark: Path) -> bool:
    """Whether nobody works in a room any more; on Windows a file that is open cannot be removed."""
    try:
        if os.name == "nt":
            mark.unlink()
            return True
        with mark.open("rb") as stream:
            taken(stream.fileno())
            return True
    except OSError:
        return False


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """Where a file or folder is made that comes to PATH when all is done, if nothing is there then.

    An empty folder is nothing.

    Raises:
        OSError: the disk refuses, or something is there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with room_in(path.parent) as room:
        draft = room / path.name
        yield draft
        if draft.is_dir():
            for folder, _, _ in os.walk(draft):
                synced(Path(folder))
            if os.name == "nt" and path.is_dir():
                path.rmdir()
            patient(lambda: os.rename(draft, path))  # noqa: PTH104
        else:
            synced(draft)
            added(draft, path)
        heard(path.parent)


def swapped(path: Path, files: Mapping[str, bytes], check: Callable[[], None]) -> None:
    """A folder with these files, made whole beside its place; one that is there gives way to it.

    `check` is asked last, and raises where what is there must stay.

    Raises:
        OSError: the disk refuses; what was there is there again.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with room_in(path.parent) as room:
        new, old = room / "new", room / "old"
        for name, data in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            stored(new / name, data)
        for folder, _, _ in os.walk(new):
            synced(Path(folder))
        check()
        if path.exists():
            patient(lambda: os.rename(path, old))  # noqa: PTH104
        try:
            patient(lambda: os.rename(new, path))  # noqa: PTH104
        except BaseException:
            if old.exists():
                os.rename(old, path)  # noqa: PTH104
            raise
        heard(path.parent)


def write(path: Path, data: bytes) -> None:
    """A file, whole or not at all; of a link, the file that it leads to.

    Raises:
        SmmError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():  # /dev/null and its kin are written into
            poured(path, data)
            return
        file = Path(os.path.realpath(path))
        with room_in(file.parent) as room:
            stored(room / "new", data, like=file)
            moved(room / "new", file)
            heard(file.parent)
    except OSError as error:
        raise SmmError(
            say("{path} cannot be written: {reason}", path=str(path), reason=reason(error))
        ) from error


def lay_down(root: Path, files: Mapping[str, bytes], verb: str) -> None:
    """New files, all or none; what is there already is never touched.

    Where the folder is not there yet, it comes with all that is in it in one step.

    Raises:
        SmmError: a file is there already, or cannot be written.
    """
    if os.path.lexists(root):
        exchange(root, {}, files, verb)
        return
    full = Path(os.path.abspath(root))  # noqa: PTH100 - what is not there cannot be resolved
    above = next(folder for folder in full.parents if folder.exists())
    first, *inner = full.relative_to(above).parts
    try:
        with drafted(above / first) as draft:
            target = draft.joinpath(*inner)
            target.mkdir(parents=True)
            exchange(target, {}, files, verb)
    except OSError as error:
        raise SmmError(
            say("{path} cannot be written: {reason}", path=str(root), reason=reason(error))
        ) from error
