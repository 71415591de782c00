"""Files and folders that are made in a room of their own, and come to their place when they are whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.words import say
from smmkit.writing.exchange import exchange
from smmkit.writing.rooms import IN_USE, ROOM, cleared, is_left, room_in
from smmkit.writing.steps import added, heard, moved, patient, poured, removed, stored, synced

DRAFTS, WHOLE = "drafts", "whole"
"""The folder in a room for what comes out of it together, and the mark that all of that is whole."""


def swept(folder: Path) -> dict[Path, list[str]]:
    """The rooms in a folder whose process is no more, and what came out of each; they are removed.

    What was whole comes to its place, where nothing is there. Never raises.
    """
    gone = {}
    with suppress(OSError), os.scandir(folder) as entries:
        rooms = [
            Path(e.path) for e in entries if ROOM.match(e.name) and e.is_dir(follow_symlinks=False)
        ]
        for room in sorted(rooms):
            came = []
            if is_left(room / IN_USE):
                came = ended(room, folder)
                cleared(room)
            else:
                with suppress(OSError):
                    room.rmdir()  # only where nothing is in it
            if not room.exists():
                gone[room] = came
    return gone


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
        come(draft, path)
        heard(path.parent)


def come(draft: Path, path: Path) -> None:
    """A file or folder that is whole, at its place, if nothing is there; an empty folder is nothing.

    Raises:
        OSError: the disk refuses, or something is there.
    """
    if draft.is_dir():
        for folder, _, _ in os.walk(draft):
            synced(Path(folder))
        if os.name == "nt" and path.is_dir():
            path.rmdir()
        patient(lambda: os.rename(draft, path))  # noqa: PTH104
    else:
        synced(draft)
        added(draft, path)


@contextmanager
def drafted_together(folder: Path) -> Iterator[Path]:
    """A folder in which is made what comes into FOLDER together, when all of it is whole.

    What is cut off between two of them is ended by who sweeps FOLDER next.

    Raises:
        SmmError: the disk refuses, or something of such a name is there; then none has come.
    """
    at = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with room_in(folder) as room:
            (room / DRAFTS).mkdir()
            yield room / DRAFTS
            came: list[Path] = []
            stored(room / WHOLE, b"")
            synced(room)
            try:
                for draft in sorted((room / DRAFTS).iterdir()):
                    at = folder / draft.name
                    come(draft, at)
                    came.append(at)
            except BaseException:
                (room / WHOLE).unlink()
                for path in reversed(came):
                    removed(path)
                raise
            heard(folder)
    except OSError as error:
        raise SmmError(
            say("{path} cannot be written: {reason}", path=str(at), reason=reason(error))
        ) from error


def ended(room: Path, folder: Path) -> list[str]:
    """What was whole in a room that was left, brought to its place, where nothing is there."""
    came = []
    with suppress(OSError):
        for draft in sorted((room / DRAFTS).iterdir()) if (room / WHOLE).exists() else ():
            with suppress(OSError):
                come(draft, folder / draft.name)
                came.append(draft.name)
    return came


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
