"""Files that change together: all of them, or none, whatever happens meanwhile.

Before the first file changes, `.smm/writing/` has what each was, what each becomes, and a journal of
both. Each file then takes one step. When all have, the folder becomes `.smm/undo/`: that is the
moment from which on it is done. Whoever finds `.smm/writing/` of a process that is no more puts
everything back by it, except what a person has changed since.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.layout import OURS, WRITING
from smmkit.words import say
from smmkit.writing.journal import (
    FORGET,
    NOTES,
    UNDO,
    UNDO_BEFORE,
    Change,
    Journal,
    begun,
    place_on_disk,
)
from smmkit.writing.lock import locked
from smmkit.writing.recovery import put_back, sum_in_room
from smmkit.writing.steps import (
    added,
    bytes_of,
    heard,
    kept,
    moved,
    removed,
    stored,
    sum_of,
    synced,
)
from smmkit.writing.trading import traded

Files = Mapping[str, bytes | None]
"""Files by path, with `/`, from the folder; None: there is none, or there is to be none."""


def exchange(
    root: Path,
    before: Files,
    after: Files,
    verb: str,
    *,
    undoable: bool = True,
    forgetting: bool = False,
    emptied: Iterable[str] = (),
) -> None:
    """Change files together, all or none; what they were is kept until the next time.

    What is in `before` must still lie there just so; what is not must not be there yet. With
    `undoable=False` nothing is kept and what was kept stays: for what can be made anew. With
    `forgetting` that goes, too. Folders in `emptied` go, if nothing is left in them.

    Raises:
        SmmError: a file has changed since it was read, leads out of the folder, or cannot be written.
    """
    root = Path(os.path.realpath(root))
    at = str(root)
    try:
        with locked(root):
            at = WRITING
            place_on_disk(root, WRITING)
            put_back(root)
            for path in after:
                at = path
                unchanged(path, place_on_disk(root, path), before.get(path))
            at, journal = WRITING, planned(root, before, after, verb)
            try:
                for at in prepare(root, journal, after, before):  # noqa: B007
                    pass  # it is told with what failed
                for number, change in enumerate(journal.changes):
                    at = change.path
                    take_step(root, number, change, before.get(change.path))
                settle(root, journal)
                at = WRITING
                finish(root, undoable, forgetting)
            except BaseException:
                put_back(root)
                raise
            remove_empty(root, emptied)
            all_gone(root, *([WRITING, UNDO, UNDO_BEFORE] if forgetting else []))
    except FileExistsError as error:
        raise SmmError(say("{path} is already there; nothing was written", path=at)) from error
    except OSError as error:
        raise SmmError(
            say("{path} cannot be written: {reason}", path=at, reason=reason(error))
        ) from error


def unchanged(path: str, file: Path, before: bytes | None) -> None:
    """A file as it was read, or, where it was none, still none.

    Raises:
        SmmError: it is another one now.
    """
    if before is None and os.path.lexists(file):
        raise SmmError(say("{path} is already there; nothing was written", path=path))
    if before is not None and bytes_of(file) != before:
        raise SmmError(say("{path} has changed meanwhile; nothing was written", path=path))


def planned(root: Path, before: Files, after: Files, verb: str) -> Journal:
    """The journal of what is about to be done."""
    changes = tuple(
        Change(path, sum_of(before.get(path)), sum_of(data)) for path, data in after.items()
    )
    new: dict[str, None] = {}
    for path, data in after.items():
        if data is not None:
            above = [
                f
                for f in place_on_disk(root, path).parents
                if root in f.parents and f != root / OURS
            ]
            missing = (f for f in reversed(above) if not f.exists())
            new |= dict.fromkeys(folder.relative_to(root).as_posix() for folder in missing)
    return Journal(verb, changes, tuple(new))


def prepare(root: Path, journal: Journal, after: Files, before: Files) -> Iterator[str]:
    """Lay ready what is new and what was, note it down, and make the folders; says each before it does.

    Raises:
        OSError: the disk refuses.
    """
    room = begun(root / WRITING)
    for number, change in enumerate(journal.changes):
        file, name = place_on_disk(root, change.path), str(number)
        new, old = after[change.path], before.get(change.path)
        yield change.path
        if new is not None:
            stored(room / "new" / name, new, like=file)
        if old is not None:
            kept(file, old, room / "was" / name)
    yield WRITING
    for part in ("new", "was"):
        synced(room / part)
    journal.write(room)
    synced(root / OURS)
    synced(root)
    for folder in journal.folders:
        yield folder
        (root / folder).mkdir()


def take_step(root: Path, number: int, change: Change, before: bytes | None) -> None:
    """Let one file become what it is to be.

    Why twice compared: a file that is written into between the first look and the step is seen in
    what was kept of it, which is the same file under another name; one that another was put in the
    place of, in what came out of the step. `put_back` brings either home.

    Raises:
        SmmError: it has changed since it was read.
        OSError: the system refuses.
    """
    room, name, file = root / WRITING, str(number), place_on_disk(root, change.path)
    unchanged(change.path, file, before)
    if change.after is None:
        moved(file, room / "gone" / name)
        seen = room / "gone" / name
    elif before is None:
        added(room / "new" / name, file)
        return
    elif traded(room / "new" / name, file):
        seen = room / "new" / name
    else:
        moved(room / "new" / name, file)
        seen = room / "was" / name
    if sum_in_room(seen) != change.before:
        raise SmmError(say("{path} has changed meanwhile; nothing was written", path=change.path))


def settle(root: Path, journal: Journal) -> None:
    """Bring to the disk that every step was taken.

    Raises:
        OSError: the disk fails.
    """
    touched = {place_on_disk(root, change.path).parent for change in journal.changes}
    for folder in sorted(touched | {(root / f).parent for f in journal.folders}):
        if folder.is_dir():
            synced(folder)


def remove_empty(root: Path, folders: Iterable[str]) -> None:
    """Remove those of these folders, the inner after the outer, in which nothing is."""
    for path in reversed([*folders]):
        with suppress(OSError, SmmError):
            place_on_disk(root, path).rmdir()


def all_gone(root: Path, *folders: str) -> None:
    """See that nothing is kept in these folders of what was taken out.

    Raises:
        SmmError: the system did not let it go.
    """
    for path in folders:
        if os.path.lexists(root / path):
            raise SmmError(
                say(
                    "what was taken out still lies in {folder}; close the programs that have it open, "
                    "then delete this folder",
                    folder=path,
                )
            )


def finish(root: Path, undoable: bool, forgetting: bool) -> None:
    """Say that all is done: from here on nothing is put back, but by `undo`.

    Raises:
        OSError: the disk refuses; then it is not done.
    """
    room, undo, older = root / WRITING, root / UNDO, root / UNDO_BEFORE
    if forgetting:
        moved(room / NOTES, room / FORGET)
        put_back(root)
        return
    if undoable:
        removed(room / "new")
        removed(room / "gone")
        removed(older)
        if undo.exists():
            moved(undo, older)
        moved(room, undo)
    else:
        (room / NOTES).unlink()
    heard(root / OURS)
    removed(older if undoable else room)
    with suppress(OSError):
        (root / OURS).rmdir()  # only where nothing is in it
