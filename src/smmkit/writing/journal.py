"""What is written down before files change, so that it can be put back: `.smm/writing/`.

When all is done, the same notes are `.smm/undo/`, until the next verb writes.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from smmkit.errors import SmmError
from smmkit.layout import OURS
from smmkit.words import say
from smmkit.writing.steps import bytes_of, moved, stored, synced

UNDO, UNDO_BEFORE = f"{OURS}/undo", f"{OURS}/undo.old"
"""Notes of what was done last; and, for a moment, of what was done before that."""

NOTES = "journal.json"

FORGET = "forget"
"""What the notes are called once all is done, where nothing of what was may stay."""
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Change:
    """One file, and the checksums of what it was and of what it becomes; None: no file."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Journal:
    """What one verb changes, in the order in which it does; and the folders that it makes."""

    verb: str
    changes: tuple[Change, ...]
    folders: tuple[str, ...]

    def write(self, room: Path) -> None:
        """Note it down in a folder, whole or not at all.

        Raises:
            OSError: the disk refuses.
        """
        data = json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1)
        stored(room / f"{NOTES}.new", data.encode("utf-8", "surrogateescape"))
        moved(room / f"{NOTES}.new", room / NOTES)
        synced(room)


def begun(room: Path) -> Path:
    """An empty folder for notes and what they keep; git does not see it.

    Raises:
        OSError: the disk refuses.
    """
    room.mkdir(parents=True)
    for part in ("was", "new", "gone"):
        (room / part).mkdir()
    stored(room / ".gitignore", b"*\n")
    return room


def journal_in(room: Path) -> Journal | None:
    """The notes in a folder; None where none were finished.

    Raises:
        SmmError: they are there, but none of ours.
    """
    data = bytes_of(room / NOTES)
    if data is None:
        return None
    try:
        noted = json.loads(data)
        if noted["format"] != FORMAT:
            raise ValueError(noted["format"])
        changes = tuple(
            Change(str(c["path"]), text_or_none(c["before"]), text_or_none(c["after"]))
            for c in noted["changes"]
        )
        folders = tuple(map(str, noted["folders"]))
        return Journal(str(noted["verb"]), changes, folders)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise SmmError(
            say(
                "{path} is no journal of this smmkit; look into the folder, then delete it",
                path=str(room / NOTES),
            )
        ) from error


def text_or_none(value: Any) -> str | None:
    """A text, or nothing.

    Raises:
        ValueError: it is something else.
    """
    if value is not None and not isinstance(value, str):
        raise ValueError(value)
    return value


def place_on_disk(root: Path, path: str) -> Path:
    """Where a file of a folder lies; of a link to a file, what it leads to.

    Why: notes may come from a stranger with the rest of a folder, and a link may lead anywhere.

    Raises:
        SmmError: it would lie outside the folder, or in what git keeps for itself.
    """
    top = os.path.realpath(root)
    full = os.path.realpath(os.path.join(top, path))  # noqa: PTH118
    parts = (
        os.path.relpath(full, top).replace("\\", "/").split("/")
        if on_one_disk(top, full)
        else [".."]
    )
    if parts[0] in {"..", "."} or any(is_of_git(part) for part in parts):
        raise SmmError(say("{path} leads out of the folder; nothing was written", path=path))
    return Path(full)


def on_one_disk(one: str, other: str) -> bool:
    """Whether two full paths begin on the same drive."""
    return os.path.splitdrive(one)[0].casefold() == os.path.splitdrive(other)[0].casefold()


def is_of_git(part: str) -> bool:
    """Whether a name is that of git's own folder, on any disk."""
    return part.rstrip(". ").casefold() in {".git", "git~1"}
