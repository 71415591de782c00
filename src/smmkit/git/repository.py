"""Which repository a folder is in: the nearest `.git` above it, and nothing else."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.git import plain
from smmkit.git.settings import settings_in
from smmkit.words import say

MARK = ".git"


@dataclass(frozen=True, slots=True)
class Place:
    """A repository: the folder it keeps; its branch and index; its history, names and settings.

    The last two are one folder, except in a worktree beside the first one.
    """

    top: Path
    own: Path
    common: Path

    def path_of(self, folder: Path) -> str:
        """The path of a folder from the top, ending in `/`; empty for the top."""
        path = folder.resolve().relative_to(self.top).as_posix()
        return "" if path == "." else path + "/"


def find(folder: Path) -> Place | None:
    """The repository that a folder is in; None where no `.git` is above it.

    Why: git also takes a folder for a repository that has `HEAD`, `objects` and `refs` among its
    plain files; these can come with anybody's change.

    Raises:
        SmmError: there is a `.git`, but it cannot be followed.
    """
    start = folder.resolve()
    if not start.is_dir():
        return None
    return next(filter(None, map(at, (start, *start.parents))), None)


def at(top: Path) -> Place | None:
    """The repository whose `.git` lies right here.

    Raises:
        SmmError: there is one that cannot be followed.
    """
    mark = top / MARK
    try:
        mode = mark.lstat().st_mode
        if stat.S_ISDIR(mode):
            is_ours = {"HEAD", "objects"} & {*os.listdir(mark)}  # noqa: PTH208
            return Place(top, mark, mark) if is_ours else None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise plain.closed_to_us(mark, error) from error
    if stat.S_ISLNK(mode):
        raise SmmError(
            say(
                "{path} is a link; links are not followed. Put the repository itself here, or a file "
                "that names it: gitdir: FOLDER",
                path=str(mark),
            )
        )
    return linked(top, named_by(mark))


def is_of_another_user(place: Place) -> bool:
    """Whether a repository belongs to somebody else than the person who calls."""
    if not hasattr(os, "geteuid"):
        return False
    ours = {os.geteuid()}
    if ours == {0} and os.environ.get("SUDO_UID", "").isdecimal():
        ours.add(int(os.environ["SUDO_UID"]))
    return not {path.stat().st_uid for path in (place.top, place.top / MARK, place.own)} <= ours


def named_by(file: Path) -> Path:
    """The folder that a file names: `.git` of a worktree or submodule, and the like.

    Raises:
        SmmError: it names none.
    """
    text = (plain.read(file) or b"").removeprefix(b"gitdir:").strip().decode("utf-8", "replace")
    if not text or not text.isprintable():
        raise SmmError(
            say(
                "{path} names no repository; expected one line: gitdir: FOLDER. If it is not git's, "
                "rename it",
                path=str(file),
            )
        )
    return (file.parent / text).resolve()


def linked(top: Path, own: Path) -> Place:
    """The repository elsewhere that keeps this folder as one of its worktrees, or as a submodule.

    Why: it must know this folder, too; a file alone could lead to any repository of the reader.

    Raises:
        SmmError: it is not there, or does not know this folder.
    """
    if (back := plain.read(own / "gitdir")) is not None:
        known = (own / back.decode("utf-8", "replace").strip()).resolve() == top / MARK
        common = named_by(own / "commondir") if known else own
        advice = f"git -C MAIN worktree repair {plain.quoted(top)}"
    else:
        worktree = settings_in(top, own, own).get("core.worktree")
        known = worktree is not None and (own / worktree).resolve() == top
        common = own
        advice = f"git --git-dir={plain.quoted(own)} config core.worktree {plain.quoted(top)}"
    if not known:
        raise SmmError(
            say(
                "{path} names {own}, which does not know this folder; if they belong together, type: "
                "{advice}",
                path=str(top / MARK),
                own=str(own),
                advice=advice,
            )
        )
    return Place(top, own, common)
