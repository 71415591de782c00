"""What was cut off is put back: by its journal, as far as nobody has changed it since."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.layout import OURS, WRITING
from smmkit.words import say
from smmkit.writing.journal import (
    FORGET,
    NOTES,
    UNDO,
    UNDO_BEFORE,
    Change,
    Journal,
    journal_in,
    place_on_disk,
)
from smmkit.writing.lock import is_free, locked
from smmkit.writing.steps import added, bytes_of, moved, removed, sum_of
from smmkit.writing.trading import traded


@dataclass(frozen=True, slots=True)
class PutBack:
    """What was done about a verb that was cut off: its name, and the files that could not go back."""

    verb: str
    left: tuple[str, ...] = ()
    """Files that somebody has changed since; they stay as they are."""
    stuck: tuple[str, ...] = ()
    """Files that the system did not let go back; the journal stays, to try again."""


def put_back(root: Path) -> PutBack | None:
    """Put back what a verb has done that was cut off; None where there is none. Needs the lock.

    Raises:
        SmmError: the journal is none of ours.
    """
    room, undo, older = root / WRITING, root / UNDO, root / UNDO_BEFORE
    done = None
    if os.path.lexists(room):
        place_on_disk(root, f"{WRITING}/{NOTES}")
        if os.path.lexists(room / FORGET):
            forget(root)
        journal = journal_in(room)
        done = gone_back(root, journal) if journal else PutBack("")
        if not done.stuck:
            with suppress(OSError):
                (room / NOTES).unlink(missing_ok=True)
            removed(room)
    if older.exists():
        with suppress(OSError):
            removed(older) if undo.exists() else moved(older, undo)
    with suppress(OSError):
        (root / OURS).rmdir()  # only where nothing is in it
    return done


def forget(root: Path) -> None:
    """Delete what was kept of the files before, as far as the system lets it go."""
    for path in (UNDO, UNDO_BEFORE):
        with suppress(SmmError):
            kept = place_on_disk(root, path)
            if not (root / path).is_symlink():
                removed(kept)


def gone_back(root: Path, journal: Journal) -> PutBack:
    """Every file as it was before, the last one first."""
    left, stuck = [], []
    for number, change in reversed([*enumerate(journal.changes)]):
        try:
            if not one_back(root, str(number), change):
                left.append(change.path)
        except SmmError:  # it would lie outside: no smm has noted that down
            left.append(change.path)
        except OSError:
            stuck.append(change.path)
    for folder in reversed(journal.folders):
        with suppress(OSError, SmmError):
            place_on_disk(root, folder).rmdir()
    return PutBack(journal.verb, tuple(left), tuple(stuck))


def one_back(root: Path, name: str, change: Change) -> bool:
    """One file as it was before; whether it is so now: what a person has changed since stays.

    Raises:
        OSError: the system refuses.
    """
    file, was = place_on_disk(root, change.path), root / WRITING / "was" / name
    if os.path.isdir(file):  # noqa: PTH112 - never raises
        return False
    now = sum_of(bytes_of(file))
    if now == change.before:
        return True
    if now != change.after:
        return False
    if other := between(root / WRITING, name, change):
        if change.after is None or not traded(other, file):
            moved(other, file)
        return False
    if change.before is None:
        file.unlink()
    elif change.after is None:
        added(was, file)
    else:
        moved(was, file)
    return True


def between(room: Path, name: str, change: Change) -> Path | None:
    """What somebody had put in the place of a file just before it took its step; None if nobody had."""
    for part in ("new", "gone"):
        if sum_in_room(seen := room / part / name) not in {change.before, change.after, None}:
            return seen
    return None


def sum_in_room(file: Path) -> str | None:
    """The checksum of what lies in a room; None of nothing, empty of a link or a folder."""
    if file.is_symlink() or file.is_dir():
        return ""
    return sum_of(bytes_of(file))


def leftover(root: Path) -> bool:
    """Whether a verb that wrote into a folder was cut off; one that still runs is waited for."""
    room = root / WRITING
    return os.path.lexists(room) and is_free(root, 5) and os.path.lexists(room)


def mended(root: Path) -> PutBack | None:
    """Put back what a verb has done that was cut off; None where there is none.

    Raises:
        SmmError: another smm is writing here, or the system does not let a file go back.
    """
    if not os.path.lexists(root / WRITING) and not os.path.lexists(root / UNDO_BEFORE):
        return None
    with locked(root):
        done = put_back(Path(os.path.realpath(root)))
    if done and done.stuck:
        raise SmmError(
            say(
                "{paths} cannot be put back as they were before smm {verb} was cut off; close the "
                "programs that have them open, then try again",
                paths=done.stuck,
                verb=done.verb,
            )
        )
    return done
