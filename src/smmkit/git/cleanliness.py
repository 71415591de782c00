"""Whether files are as their commit has them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.files.made import is_product, made_in
from smmkit.git.closed import Repository, closed
from smmkit.git.repository import at, find
from smmkit.words import say

MAX_DEPTH = 20
"""More submodules than this, one in the other, are not followed."""

PATTERNS = (".gitignore", ".gitattributes")
"""Files in any folder that say what git ignores, and how it compares."""

STATUS = ("status", "--porcelain", "-z", "--untracked-files=all", "--ignore-submodules=dirty")

NEW = "?? "
"""How a line of the status begins that names a file which git does not know."""


def is_clean(repository: Repository, path: str, depth: int = 0) -> bool:
    """Whether nothing at this path has changed since the commit, also in submodules; what smm has drawn from
    the folder, a paper to be signed or a report, is no change of it.

    Raises:
        SmmError: a repository cannot be read.
    """
    if depth > MAX_DEPTH:
        raise SmmError(
            say("more than {n} submodules lie one in the other; take them apart", n=MAX_DEPTH)
        )
    place = path or "."
    refuse_pipes(repository.place.top, path)
    if not are_products(repository, path, repository.ask(*STATUS, "--", place)):
        return False
    unwatched = {}
    for tag, mode, id_, name in entries(repository, place):
        if mode == "160000":
            if not is_submodule_clean(repository.place.top / name, id_, depth):
                return False
        elif (tag.islower() or tag == "S") and mode != "120000":
            unwatched[name] = id_
    return are_unchanged(repository, unwatched)


def are_products(repository: Repository, path: str, status: bytes) -> bool:
    """Whether all that git's status tells of is new there, and as smm has made it."""
    lines = status.decode("utf-8", "surrogateescape").split("\0")[:-1]
    if not all(line.startswith(NEW + path) for line in lines):
        return False
    root = repository.place.top / path
    made = made_in(root) if lines else {}
    return all(is_product(root, line.removeprefix(NEW + path), made) for line in lines)


def untracked(folder: Path, *, ignored: bool = False) -> frozenset[str]:
    """The files below a folder that no commit will have as things are: new ones, and those that git ignores;
    or the latter alone.

    Raises:
        SmmError: there is a repository, but it cannot be read.
    """
    place = find(folder)
    if place is None:
        return frozenset()
    with closed(place) as repository:
        prefix = place.path_of(folder)
        if ignored:
            refuse_pipes(place.top, prefix)
        which = ("--ignored", "--exclude-standard") if ignored else ()
        words = ("ls-files", "--others", *which, "--full-name", "-z", "--", prefix or ".")
        said = repository.ask(*words)
    names = said.decode("utf-8", "surrogateescape").split("\0")
    return frozenset(name.removeprefix(prefix) for name in names if name)


def refuse_pipes(top: Path, path: str) -> None:
    """Stop where git would wait for ever: a pipe in place of a list of patterns.

    Raises:
        SmmError: there is one.
    """
    places = [Path(path, *([".."] * n)) for n in range(1, path.count("/") + 1)]
    found = [os.path.normpath(top / place / name) for place in places for name in PATTERNS]
    for place, folders, files in os.walk(top / path):
        found += [f"{place}/{name}" for name in PATTERNS if name in files]
        if ".git" in folders:
            folders.remove(".git")
    for file in found:
        mode = os.lstat(file).st_mode if os.path.lexists(file) else stat.S_IFREG
        if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode) or stat.S_ISDIR(mode)):
            raise SmmError(say("{path} is no plain file; delete it", path=file))


def entries(repository: Repository, place: str) -> Iterator[tuple[str, str, str, str]]:
    """Each line of the index: how it is watched, what it is, its object, its path."""
    lines = repository.ask("ls-files", "-v", "--stage", "-z", "--", place)
    for line in lines.decode("utf-8", "surrogateescape").split("\0"):
        head, _, name = line.partition("\t")
        if name:
            tag, mode, id_, _ = head.split(" ")
            yield tag, mode, id_, name


def are_unchanged(repository: Repository, files: dict[str, str]) -> bool:
    """Whether files that git was told not to look at are as the index has them.

    Those that are not there are left out of a sparse checkout.
    """
    top = repository.place.top
    there = [name for name in files if os.path.lexists(top / name)]
    if not there:
        return True
    if any("\n" in name or not is_plain(top / name) for name in there):
        return False
    asked = "\n".join(there).encode("utf-8", "surrogateescape")
    found = repository.ask("hash-object", "--stdin-paths", stdin=asked + b"\n")
    return found.decode().split() == [files[name] for name in there]


def is_plain(file: Path) -> bool:
    """Whether this is a file, and no link to one."""
    return file.is_file() and not file.is_symlink()


def head_of_submodule(folder: Path) -> str:
    """The commit that a submodule is at; empty where it is at none, or not fetched.

    Raises:
        SmmError: it cannot be read.
    """
    place = at(folder)
    if place is None:
        return ""
    with closed(place) as inner:
        answer = inner.answer("rev-parse", "--verify", "--quiet", "HEAD")
        return answer.out.decode().strip()


def is_submodule_clean(folder: Path, commit: str, depth: int) -> bool:
    """Whether a submodule is at its commit, and as this has it; one that is not fetched is."""
    place = at(folder) if folder.is_dir() else None
    if place is None:
        return not folder.is_dir() or not any(folder.iterdir())
    with closed(place) as inner:
        head = inner.answer("rev-parse", "--verify", "--quiet", "HEAD")
        return head.out.decode().strip() == commit and is_clean(inner, "", depth + 1)
