"""What the last verb changed, and how it was before."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.words import say
from smmkit.writing.exchange import exchange
from smmkit.writing.journal import UNDO, journal_in, place_on_disk
from smmkit.writing.steps import bytes_of, sum_of


@dataclass(frozen=True, slots=True)
class Undoable:
    """The last verb that wrote into a QMS: what its files are now, and what they were before it."""

    verb: str
    now: dict[str, bytes | None]
    then: dict[str, bytes | None]
    folders: tuple[str, ...]
    """Folders that it made."""


def last_change(root: Path) -> Undoable:
    """What can be undone in a QMS.

    Raises:
        SmmError: nothing is noted, or a file has been changed since.
        OSError: a file cannot be read.
    """
    root = Path(os.path.realpath(root))
    place_on_disk(root, UNDO)
    journal = journal_in(root / UNDO)
    if journal is None:
        raise SmmError(
            say(
                "there is nothing to undo in {folder}: no verb has changed a document here, or the last "
                "one was smm erase, of which nothing is kept",
                folder=str(root),
            )
        )
    now, then, other = {}, {}, []
    for number, change in enumerate(journal.changes):
        now[change.path] = bytes_of(place_on_disk(root, change.path))
        kept = bytes_of(root / UNDO / "was" / str(number)) if change.before else None
        then[change.path] = kept
        if sum_of(now[change.path]) != change.after or sum_of(kept) != change.before:
            other.append(change.path)
    if other:
        raise SmmError(
            say(
                "{paths}: changed since smm {verb}, so nothing is undone; what was there before lies in "
                "{folder}",
                paths=other,
                verb=journal.verb,
                folder=f"{UNDO}/was/",
            )
        )
    return Undoable(journal.verb, now, then, journal.folders)


def take_back(root: Path, change: Undoable) -> None:
    """Let all be as it was before a change; that can be undone in its turn.

    Raises:
        SmmError: a file has been changed meanwhile, or cannot be written.
    """
    exchange(root, change.now, change.then, "undo", emptied=change.folders)
