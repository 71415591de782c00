"""The one door to git: what it knows of a folder, asked so that nothing of the folder is run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from smmkit.errors import SmmError
from smmkit.git import process
from smmkit.words import Message, say

if TYPE_CHECKING:
    from smmkit.git.closed import Repository

MAX_BYTES = 2**27
"""More than this (bytes) is not read from one revision."""


@dataclass(frozen=True, slots=True)
class Commit:
    """The commit that last changed a folder, and whether nothing changed since.

    `cut` where the history of this clone ends with it: an earlier one may have made the same.
    """

    id: str
    clean: bool
    cut: bool = False


Origin: TypeAlias = Commit | Message | None
"""The commit of a folder; or why there is none; None outside of a repository."""


def installed() -> bool:
    """Whether there is a git to ask."""
    return process.program() is not None


def top_of(folder: Path) -> Path | None:
    """The root of the repository that this folder is in, also where it cannot be read."""
    from smmkit.git.repository import MARK, find

    try:
        place = find(folder)
    except SmmError:
        above = (folder.resolve(), *folder.resolve().parents)
        return next((top for top in above if os.path.lexists(top / MARK)), None)
    return place.top if place else None


def commit_of(folder: Path) -> Origin:
    """The last commit of this folder itself, not of the repository around it.

    Raises:
        SmmError: there is a repository, but it cannot be read.
    """
    from smmkit.git.cleanliness import is_clean
    from smmkit.git.closed import closed
    from smmkit.git.repository import find

    place = find(folder)
    if place is None:
        return None
    if process.program(place.top) is None:
        return say(
            "there is no git on this machine to read the repository, and without git there is no commit; "
            "install git"
        )
    with closed(place) as repository:
        path = place.path_of(folder)
        answer = repository.answer("log", "-1", "--format=%H", "--", path or ".")
        if "does not have any commits yet" in answer.said:
            return say("the branch that is checked out has no commit yet")
        if answer.code:
            raise repository.broken(answer.said)
        id_ = answer.out.decode().strip()
        if not id_:
            return say("nothing of this folder is committed yet")
        return Commit(id_, is_clean(repository, path), id_ in repository.shallow())


def origin_of(folder: Path) -> Origin:
    """The same for a report, which does not need it: also why a repository cannot be read."""
    try:
        return commit_of(folder)
    except SmmError as error:
        return error.message


@contextmanager
def _opened(folder: Path, names: bool = True) -> Iterator[Repository]:
    """The repository of a folder, closed; without `names` to be asked for what has an id.

    Raises:
        SmmError: there is none, or it cannot be read.
    """
    from smmkit.git.closed import closed
    from smmkit.git.repository import find

    place = find(folder)
    if place is None:
        raise SmmError(say("{folder} is in no git repository", folder=str(folder)))
    with closed(place, names=names) as repository:
        yield repository


def told_of_owner(folder: Path) -> Message | None:
    """That a repository belongs to another user, and how git is told to read it all the same.

    Raises:
        SmmError: there is a repository, but it cannot be read.
    """
    from smmkit.git.plain import quoted
    from smmkit.git.repository import find, is_of_another_user
    from smmkit.git.settings import is_allowed

    place = find(folder)
    if place is None or not is_of_another_user(place) or not process.program(place.top):
        return None
    if is_allowed(place.top):
        return None
    return say(
        "The repository belongs to another user. git calls this dubious ownership and does not read it; "
        "here it is read, since nothing of it is run. To allow it to git: git config --global --add "
        "safe.directory {top}",
        top=quoted(place.top),
    )


def changed(folder: Path, paths: list[str]) -> bool:
    """Whether a file of these is not as its commit has it; False where nothing can be known.

    Raises:
        SmmError: there is a repository, but it cannot be read.
    """
    from smmkit.git.cleanliness import STATUS, refuse_pipes
    from smmkit.git.closed import closed
    from smmkit.git.repository import find

    place = find(folder)
    if place is None or not paths or process.program(place.top) is None:
        return False
    with closed(place) as repository:
        prefix = place.path_of(folder)
        refuse_pipes(place.top, prefix)
        return bool(repository.ask(*STATUS, "--", *(prefix + path for path in paths)))


def resolve(folder: Path, revision: str) -> str:
    """The full id of the commit that a revision names.

    Raises:
        SmmError: there is no repository, it cannot be read, or it has no such commit.
    """
    from smmkit.git.closed import closed
    from smmkit.git.repository import find

    place = find(folder)
    if place is None:
        raise SmmError(
            say(
                "{folder} is in no git repository, so git knows no revision {revision} of this folder; "
                "leave --since out",
                folder=str(folder),
                revision=revision,
            )
        )
    if process.program(place.top) is None:
        raise SmmError(
            say(
                "git knows no revision {revision} of this folder, since it is not installed; install git",
                revision=revision,
            )
        )
    unknown = say(
        "git knows no revision {revision} of this folder; name a commit, a branch, a tag, or a day as "
        "2019-12-31, before which a commit was made",
        revision=revision,
    )
    if "\0" in revision:
        raise SmmError(unknown)
    with closed(place, logs="@{" in revision) as repository:
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        answer = repository.answer(*words)
        if answer.code == 0:
            return answer.out.decode().strip()
        if repository.shallow():
            raise SmmError(
                say(
                    "git knows no revision {revision} here: this clone is shallow, it has only the last "
                    "commits; type: git fetch --unshallow (in a pipeline: fetch-depth: 0)",
                    revision=revision,
                )
            )
        raise repository.missing(revision) or SmmError(unknown)


def files_at(folder: Path, commit: str) -> dict[str, str]:
    """Every plain file below this folder in a commit: path from the folder, and blob id.

    Raises:
        SmmError: there is no repository, or it cannot be read.
    """
    with _opened(folder) as repository:
        prefix = repository.place.path_of(folder)
        said = repository.ask("ls-tree", "-r", "-z", "--full-tree", commit, "--", prefix or ".")
    files = {}
    for entry in said.decode("utf-8", "surrogateescape").split("\0"):
        head, _, path = entry.partition("\t")
        if head.startswith(("100644 ", "100755 ")):
            files[path.removeprefix(prefix)] = head.rpartition(" ")[2]
    return files


def blobs(folder: Path, ids: list[str]) -> Iterator[bytes]:
    """The bytes of blobs, in the order asked, by one process of git.

    Raises:
        SmmError: there is no repository, one of them is missing or damaged, or they are too large.
    """
    if not ids:
        return
    asked = "\n".join(ids).encode() + b"\n"
    with _opened(folder, names=False) as repository:
        sizes = repository.ask("cat-file", "--batch-check=%(objectsize)", stdin=asked).split(b"\n")
        for id_, size in zip(ids, sizes, strict=False):
            if not size.isdigit():
                raise repository.broken(f"{id_} is missing")
        if sum(map(int, filter(None, sizes))) > MAX_BYTES:
            raise SmmError(
                say(
                    "the files of this revision have more than {n} bytes; compare with another one",
                    n=MAX_BYTES,
                )
            )
        out = repository.ask("cat-file", "--batch", stdin=asked)
    at = 0
    for _ in ids:
        end = out.index(b"\n", at)
        size_ = int(out[at:end].split()[2])
        yield out[end + 1 : end + 1 + size_]
        at = end + size_ + 2
