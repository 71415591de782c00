"""The single steps of which all writing is made; each is done for good when it returns."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from smmkit.files.plain_file import plain_bytes

UNSYNCED = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM, errno.ENOSYS}
"""What a system answers that cannot bring a folder to the disk; it does so by itself."""

UNLINKED = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EINVAL}
"""What a disk answers that knows no second name of a file (FAT, some shares)."""

NOWHERE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}
"""What a system answers where there is no file of a name, or can be none."""

TRIES, PAUSE = 20 if os.name == "nt" else 0, 0.1
"""So often, and so far apart (seconds), a file is asked for again that another program has open.

Why: on Windows nothing takes the place of an open file, and scanners for viruses and programs that
synchronise folders have each new one open for a moment.
"""

READERS = 20
"""So often a pipe is asked whether somebody reads from it; who begins at the same moment has two seconds."""


def stored(file: Path, data: bytes, like: Path | None = None) -> None:
    """A new file with these bytes; if there is a file that it is to be like, with its rights.

    Raises:
        OSError: it is there already, or cannot be written.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(file, flags, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    if like is not None:
        take_rights(file, like)


def poured(place: Path, data: bytes) -> None:
    """Bytes into a pipe or a device; nobody waits for a pipe that nobody reads.

    Raises:
        OSError: it takes none.
    """
    for left in reversed(range(READERS)):
        try:
            handle = os.open(place, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
            break
        except OSError as error:
            if error.errno != errno.ENXIO or not left:
                raise
            time.sleep(PAUSE)
    if hasattr(os, "set_blocking"):
        os.set_blocking(handle, True)
    with open(handle, "wb") as stream:  # noqa: PTH123
        stream.write(data)


def take_rights(file: Path, like: Path) -> None:
    """Give a file the permissions of another one, and its owner where that is allowed.

    Raises:
        OSError: the system refuses.
    """
    try:
        seen = like.stat()
    except OSError:
        return
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(file, seen.st_uid, seen.st_gid)
    file.chmod(seen.st_mode & 0o7777)


def synced(place: Path) -> None:
    """A file that is on the disk, or a folder whose entries are, where the system can do that.

    Raises:
        OSError: the disk fails.
    """
    if os.name == "nt":
        return
    handle = None
    try:
        handle = os.open(place, os.O_RDONLY)
        os.fsync(handle)
    except OSError as error:
        if error.errno not in UNSYNCED:
            raise
    finally:
        if handle is not None:
            os.close(handle)


def heard(place: Path) -> None:
    """What is done already, brought to the disk as well; a disk that fails now undoes nothing of it."""
    with suppress(OSError):
        synced(place)


def moved(source: Path, target: Path) -> None:
    """A file in the place of another one, or a folder where there is none, in one step.

    Raises:
        OSError: the system refuses.
    """
    patient(lambda: os.replace(source, target))  # noqa: PTH105 - the step that tests break


def added(source: Path, target: Path) -> None:
    """A file where there is none yet, in one step.

    Raises:
        FileExistsError: there is one.
        OSError: the system refuses.
    """
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in UNLINKED:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        patient(lambda: os.rename(source, target))  # noqa: PTH104
    else:
        with suppress(OSError):  # it is done; the room in which it was made goes anyway
            source.unlink()


def kept(file: Path, data: bytes, copy: Path) -> None:
    """What a file is now, under a second name: the file itself where the disk can do that.

    Why: what is put back is then the very file that was there, with its owner and its rights.

    Raises:
        OSError: the system refuses.
    """
    try:
        os.link(file, copy)
    except OSError as error:
        if error.errno not in UNLINKED:
            raise
        stored(copy, data, like=file)


def patient(step: Callable[[], None]) -> None:
    """A step that another program may hold up for a moment, tried again on Windows.

    Raises:
        OSError: it is refused, and goes on being so.
    """
    for _ in range(TRIES):
        with suppress(PermissionError):
            return step()
        time.sleep(PAUSE)
    return step()


def removed(folder: Path) -> None:
    """A folder of ours that is gone, or what lies in its place, as far as the system lets it go.

    Why not both by one call: to see that a pipe is no folder, `rmtree` opens it, and waits for ever.
    """
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)
    else:
        with suppress(OSError):
            folder.unlink()


def bytes_of(file: Path) -> bytes | None:
    """The bytes of a file; None where there is none.

    Raises:
        OSError: it is there and cannot be read.
    """
    try:
        return plain_bytes(file)
    except OSError as error:
        if error.errno in NOWHERE:
            return None
        raise


def sum_of(data: bytes | None) -> str | None:
    """The checksum by which a journal knows a file: its SHA-256; None of no file."""
    return None if data is None else hashlib.sha256(data).hexdigest()
