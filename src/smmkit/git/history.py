"""What a repository knows of other days and other branches: where they part, what is gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.git import process
from smmkit.git.closed import Repository, closed
from smmkit.git.repository import find
from smmkit.words import say

MAX_BRANCHES = 300
"""More branches than this are not looked through."""


@contextmanager
def known(folder: Path) -> Iterator[Repository | None]:
    """The repository of a folder, closed; None where there is none, or no git to read it.

    Raises:
        SmmError: there is one, but it cannot be read.
    """
    place = find(folder)
    if place is None or process.program(place.top) is None:
        yield None
        return
    with closed(place) as repository:
        yield repository


def fork_of(folder: Path, commit: str) -> str:
    """The last commit that a revision and the checked-out branch share: what a reviewer compares with.

    Where they share none it is the revision itself.

    Raises:
        SmmError: the history is cut off before it, or cannot be read.
    """
    with known(folder) as repository:
        if repository is None:
            return commit
        answer = repository.answer("merge-base", "HEAD", commit)
        if answer.code == 0:
            return answer.out.decode().split()[0]
        if answer.code == 1 and repository.shallow():
            raise SmmError(
                say(
                    "where this branch left {revision} is not known here: this clone is shallow, it has "
                    "only the last commits; type: git fetch --unshallow (in a pipeline: fetch-depth: 0)",
                    revision=commit[:12],
                )
            )
        return commit


def last_before(folder: Path, day: date) -> str | None:
    """The last commit of this branch before a day begins here; None where there is none."""
    with known(folder) as repository:
        if repository is None:
            return None
        words = ("rev-list", "-1", "--first-parent", f"--before={day.isoformat()}T00:00:00", "HEAD")
        return repository.answer(*words).out.decode().strip() or None


def is_cut(folder: Path) -> bool:
    """Whether the history of this clone is cut off.

    Raises:
        SmmError: there is a repository, but it cannot be read.
    """
    with known(folder) as repository:
        return repository is not None and bool(repository.shallow())


def deleted(folder: Path, commit: str, ends: tuple[str, ...]) -> dict[str, str]:
    """The files that were deleted up to a commit: blob id, and the path from the folder.

    Raises:
        SmmError: the history cannot be read.
    """
    with known(folder) as repository:
        if repository is None:
            return {}
        prefix = repository.place.path_of(folder)
        words = ("--diff-filter=D", "--no-renames", "--raw", "--no-abbrev", "-z", "--format=")
        out = repository.ask("log", *words, commit, "--", prefix or ".")
    found: dict[str, str] = {}
    parts = iter(out.decode("utf-8", "surrogateescape").split("\0"))
    for head in parts:
        if head.lstrip("\n").startswith(":"):
            path = next(parts, "")
            if path.endswith(ends):
                found.setdefault(head.split()[2], path.removeprefix(prefix))
    return found


def elsewhere(folder: Path, ends: tuple[str, ...]) -> dict[str, str]:
    """The files that other branches known here have and the checked-out one has not: blob id, and path.

    Raises:
        SmmError: the history cannot be read.
    """
    found: dict[str, str] = {}
    with known(folder) as repository:
        if repository is None:
            return found
        prefix = repository.place.path_of(folder)
        words = ("--format=%(objectname)", "--sort=-committerdate", f"--count={MAX_BRANCHES}")
        tips = repository.answer("for-each-ref", *words, "refs/heads", "refs/remotes")
        head = repository.answer("rev-parse", "--verify", "--quiet", "HEAD")
        here = head.out.decode().strip()
        for tip in dict.fromkeys(tips.out.decode().split()):
            if tip == here or not here:
                continue
            question = ("diff-tree", "-r", "-z", "--no-renames", "--diff-filter=AM", here, tip)
            answer = repository.answer(*question, "--", prefix or ".")
            parts = iter(answer.out.decode("utf-8", "surrogateescape").split("\0"))
            for change in parts:
                path = next(parts, "")
                if path.endswith(ends):
                    found.setdefault(change.split()[3], path.removeprefix(prefix))
    return found
