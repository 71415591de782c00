"""The index of a repository that one program at a time changes: the lock of git, and what is left of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.files.locking import taken
from smmkit.git import plain
from smmkit.git.repository import Place
from smmkit.words import say

MARK = b"smm\n"
"""What the lock of an index holds that smm has made; that of git holds an index, or nothing."""


@contextmanager
def held_index(place: Place) -> Iterator[Path]:
    """The index of a repository, held so that no git changes it meanwhile; yields the file that `give_index`
    makes beside it. It is given before the branch moves: what is cut off between is seen as not yet saved.

    The lock is that of git, with a word of ours in it, held as long as this process lives: what an smm
    that was killed has left is known by both, and taken away.

    Raises:
        SmmError: another git holds it, or it cannot be written.
    """
    lock, index = place.own / "index.lock", place.own / "index"
    fresh = place.own / "index.of-smm"
    handle = lock_of(lock)
    try:
        yield fresh
    except OSError as error:
        raise SmmError(
            say("{path} cannot be written: {reason}", path=str(index), reason=reason(error))
        ) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        with suppress(OSError):
            os.close(handle)
        with suppress(OSError):
            lock.unlink(missing_ok=True)


def lock_of(lock: Path) -> int:
    """The lock of the index, made and held.

    Raises:
        SmmError: another git holds it, or it cannot be made.
    """
    try:
        take_away_left(lock)
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    except FileExistsError as error:
        raise SmmError(
            say(
                "another git is at work here; wait until it is done. If none is, delete {path}",
                path=str(lock),
            )
        ) from error
    except OSError as error:
        raise plain.closed_to_us(lock, error) from error
    try:
        if os.name != "nt":  # there nobody may look into a file that is locked
            taken(handle)
        os.write(handle, MARK)
    except OSError as error:
        os.close(handle)
        lock.unlink(missing_ok=True)
        raise plain.closed_to_us(lock, error) from error
    return handle


def take_away_left(lock: Path) -> None:
    """Take a lock away that an smm has made which is no more; any other one stays."""
    with suppress(OSError):
        if os.name == "nt" or not stat.S_ISREG(lock.lstat().st_mode):
            return
        with lock.open("rb") as stream:
            if stream.read(len(MARK) + 1) == MARK:
                taken(stream.fileno())
                if os.path.samestat(os.fstat(stream.fileno()), lock.lstat()):
                    lock.unlink()
