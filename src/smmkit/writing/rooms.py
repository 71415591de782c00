"""Rooms: folders of our own beside the place of what is made in them, gone afterwards."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedWriter
from pathlib import Path

from smmkit.files.locking import taken
from smmkit.writing.steps import removed

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
