"""One writer at a time: a lock that ends with its process, however that ends."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.files.locking import taken
from smmkit.words import say

PAUSE = 0.05
"""Seconds between two tries."""


@contextmanager
def locked(folder: Path, patience: float = 10) -> Iterator[None]:
    """A folder that no other smm writes into meanwhile.

    Where a disk knows no locks there is none: what is compared before each step must do.

    Raises:
        SmmError: another one is still writing after so many seconds.
    """
    handle = held(folder, patience)
    if handle is None:
        raise SmmError(
            say(
                "somebody else writes into {folder} at this moment; try again when that is done",
                folder=str(folder),
            )
        )
    try:
        yield
    finally:
        with suppress(OSError):
            os.close(handle)


def is_free(folder: Path, patience: float = 0) -> bool:
    """Whether nobody writes into a folder, or has ended within so many seconds."""
    handle = held(folder, patience)
    if handle is None:
        return False
    with suppress(OSError):
        os.close(handle)
    return True


def held(folder: Path, patience: float) -> int | None:
    """A lock of a folder, given back by closing it; None where another process has it."""
    for _ in range(int(patience / PAUSE)):
        if (handle := tried(folder)) is not None:
            return handle
        time.sleep(PAUSE)
    return tried(folder)


def tried(folder: Path) -> int | None:
    """The same, asked once."""
    handle = os.open(door_of(folder), os.O_RDWR | os.O_CREAT if os.name == "nt" else os.O_RDONLY)
    try:
        taken(handle)
    except BlockingIOError:
        os.close(handle)
        return None
    except OSError as error:
        if os.name == "nt" and isinstance(error, PermissionError):
            os.close(handle)
            return None
    return handle


def door_of(folder: Path) -> Path:
    """What is locked: the folder itself; on Windows, which locks files only, one beside all data."""
    if os.name != "nt":
        return folder
    name = hashlib.sha256(os.path.normcase(folder.resolve()).encode()).hexdigest()[:32]
    return Path(tempfile.gettempdir(), f"smmkit-{name}.lock")
