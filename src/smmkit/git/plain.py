"""Files that git keeps for itself, read without trust: plain, small, and never through a link."""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Iterator
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.words import say

SMALL = 2**20
"""No file of settings, and no name of a commit, is larger than this (bytes)."""

LARGE = 2**28
"""No list of branches is larger than this (bytes)."""

MAX_REFS = 50_000
"""More branches and tags than this, each in a file of its own, are not read."""


def read(file: Path, limit: int = SMALL) -> bytes | None:
    """The bytes of a file; None where it is not there.

    Raises:
        SmmError: it cannot be opened, is no plain file, or is too large.
    """
    try:
        seen = file.lstat()
        if not stat.S_ISREG(seen.st_mode) or seen.st_size > limit:
            raise SmmError(
                say(
                    "{path} is not what git keeps there: a plain file of at most {n} bytes; clone "
                    "the repository anew",
                    path=str(file),
                    n=limit,
                )
            )
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise closed_to_us(file, error) from error


def write(file: Path, data: bytes) -> None:
    """Write a file, with the folder that it lies in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def copy_file(source: Path, target: Path, limit: int = SMALL) -> None:
    """Copy a file, where it is there."""
    data = read(source, limit)
    if data is not None:
        write(target, data)


def copy_folder(source: Path, name: str, target: Path) -> None:
    """Copy the files of a folder in a repository, where it is there."""
    for entry in below(source / name):
        file = Path(entry.path)
        copy_file(file, target / file.relative_to(source), LARGE)


def refuse_link(path: Path) -> None:
    """See that a part of a repository is none that leads elsewhere.

    Raises:
        SmmError: it is a link.
    """
    if path.is_symlink():
        raise SmmError(
            say(
                "{path} is a link; links are not followed. Put what it names in its place",
                path=str(path),
            )
        )


def refuse_links(folder: Path, deep: bool = True) -> None:
    """See that what git writes into a folder comes to lie there.

    Raises:
        SmmError: the folder, or something in it, is a link.
    """
    refuse_link(folder)
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            refuse_link(Path(place, name))
        if not deep:
            return


def below(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Every plain file below a folder; links are left out.

    Raises:
        SmmError: a folder cannot be opened, or there are too many files.
    """
    refuse_link(folder)
    n = 0
    folders = [str(folder)]
    while folders:
        place = folders.pop()
        try:
            with os.scandir(place) as found:
                entries = [*found]
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise closed_to_us(Path(place), error) from error
        folders += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        files = [entry for entry in entries if entry.is_file(follow_symlinks=False)]
        n += len(files)
        if n > MAX_REFS:
            raise SmmError(
                say(
                    "{folder} has more than {n} files; type: git pack-refs --all",
                    folder=str(folder),
                    n=MAX_REFS,
                )
            )
        yield from files


def closed_to_us(path: Path, error: OSError) -> SmmError:
    """That a part of the repository cannot be opened, and how its owner opens it."""
    return SmmError(
        say(
            "{path} cannot be opened: {reason}. The repository may belong to another user; let its "
            "owner or an administrator type: chown -R USER {quoted}",
            path=str(path),
            reason=reason(error),
            quoted=quoted(path),
        )
    )


def quoted(path: Path) -> str:
    """A path as a person may type it, whatever characters are in it."""
    return f'"{path}"' if os.name == "nt" else shlex.quote(str(path))


def is_no_file(entry: os.DirEntry[str]) -> bool:
    """Whether something is there, also behind a link, that is neither a file nor a folder."""
    return not entry.is_file() and not entry.is_dir() and Path(entry.path).exists()


def refuse_pipes(folder: Path) -> None:
    """Stop where git would wait for ever: a pipe or a device among its objects.

    Raises:
        SmmError: there is one, or a folder cannot be opened.
    """
    folders = [folder]
    while folders:
        place = folders.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(Path(entry.path))
                    elif is_no_file(entry):
                        raise SmmError(say("{path} is no plain file; delete it", path=entry.path))
        except OSError as error:
            raise closed_to_us(place, error) from error
