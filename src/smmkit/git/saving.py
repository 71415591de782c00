"""What is saved: a commit of one folder, made by a closed git; and a history that is begun."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.git import plain, process
from smmkit.git.cleanliness import entries, head_of_submodule, refuse_pipes
from smmkit.git.desk import Desk, refused
from smmkit.git.index_lock import held_index
from smmkit.words import say

GIT_LINK = "160000"
"""How git calls a repository that lies in another."""

NO_FILTER = frozenset({"unspecified", "unset", "set"})
"""What git says of a file that no filter is named for."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that differs between two commits: what became of it (A, M, D, T), and its path."""

    what: str
    path: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What is about to be saved: the tree, and the files that change with it."""

    tree: str
    parent: str
    changes: tuple[Changed, ...]


def begin(folder: Path) -> None:
    """Begin a history in a folder; no template of the reader is followed, so no hook comes with it.

    Raises:
        SmmError: git is not there, or refuses.
    """
    words = ("init", "--quiet", "--template=", "--initial-branch=main", str(folder))
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    answer = process.run(words, folder, nothing, folder)
    if answer.code:
        raise refused(answer.said)


@contextmanager
def begun(folder: Path) -> Iterator[None]:
    """A history that is begun for what is saved in it: where nothing is, it goes again.

    Raises:
        SmmError: git is not there, or refuses.
    """
    inner = folder / ".git"
    is_ours = not os.path.lexists(inner)
    try:
        begin(folder)
        yield
    finally:
        if is_ours and not any((inner / "refs" / "heads").rglob("*")):
            shutil.rmtree(inner, ignore_errors=True)


def staged(desk: Desk, folder: Path) -> Saved:
    """All that has changed in a folder, as a tree; what else is staged in the repository stays out of it.

    Raises:
        SmmError: a file cannot be kept so.
    """
    prefix = desk.place.path_of(folder)
    desk.take_index()
    if desk.ask("ls-files", "--unmerged"):
        raise SmmError(
            say(
                "git has files here that two branches have changed and nobody has joined; type: "
                "git -C {top} status",
                top=plain.quoted(desk.place.top),
            )
        )
    refuse_pipes(desk.place.top, prefix)
    add_all(desk, prefix)
    parent = desk.head()
    tree = whole_tree(desk, prefix, parent)
    old = parent or desk.ask("mktree")
    changes, links = changes_between(desk, old, tree, prefix)
    refuse_links(links)
    refuse_filters(desk, [prefix + change.path for change in changes if change.what != "D"])
    return Saved(tree, parent, changes)


def add_all(desk: Desk, prefix: str) -> None:
    """Take all that has changed below a folder into the index; of a submodule the commit that it is at.

    Why not git alone: to see whether a submodule has changed, `git add` starts another git inside it, and
    that one follows the settings there, which may run a program.
    """
    inner = {
        name: id_
        for _, mode, id_, name in entries(desk.repository, prefix or ".")
        if mode == GIT_LINK and is_folder(desk.place.top / name)
    }
    where = [f":(top,literal){prefix}", *(f":(top,exclude,literal){name}" for name in inner)]
    words = ("add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul")
    asked = "\0".join(where).encode("utf-8", "surrogateescape")
    desk.ask(*words, stdin=asked, GIT_LITERAL_PATHSPECS="0")
    heads = {name: head_of_submodule(desk.place.top / name) for name in inner}
    moved = "".join(
        f"{GIT_LINK} {head}\t{name}\0"
        for name, head in heads.items()
        if head not in {"", inner[name]}
    )
    if moved:
        info = moved.encode("utf-8", "surrogateescape")
        desk.ask("update-index", "-z", "--index-info", stdin=info)


def is_folder(path: Path) -> bool:
    """Whether this is a folder, and no link to one."""
    return path.is_dir() and not path.is_symlink()


def whole_tree(desk: Desk, prefix: str, parent: str) -> str:
    """The tree of the last commit with that of a folder in its place."""
    if not prefix:
        return desk.ask("write-tree")
    inner = desk.ask("write-tree", f"--prefix={prefix}")
    other = desk.repository.room / "index-of-tree"
    if parent:
        desk.ask("read-tree", parent, index=other)
        words = ("rm", "-r", "-q", "-f", "--cached", "--ignore-unmatch", "--", prefix)
        desk.ask(*words, index=other)
    desk.ask("read-tree", f"--prefix={prefix}", inner, index=other)
    return desk.ask("write-tree", index=other)


def changes_between(
    desk: Desk, old: str, new: str, prefix: str
) -> tuple[tuple[Changed, ...], list[str]]:
    """The files below a folder that differ between two trees, and those that have become repositories."""
    words = ("diff-tree", "-r", "-z", "--raw", "--no-renames", old, new, "--", prefix or ".")
    parts = iter(desk.ask(*words).split("\0"))
    changes, links = [], []
    for head in parts:
        if not head.startswith(":"):
            continue
        path = next(parts, "").removeprefix(prefix)
        before, after, _, _, what = head[1:].split(" ")
        changes.append(Changed(what[:1], path))
        if after == GIT_LINK != before:
            links.append(path)
    return tuple(changes), links


def refuse_links(links: list[str]) -> None:
    """See that no repository inside the folder is kept as a mere name of its commit.

    Raises:
        SmmError: there is one.
    """
    if links:
        raise SmmError(
            say(
                "{path} is a git repository of its own, so its files would not be saved; move its "
                "`.git` away, or the folder out of here",
                path=links[0],
            )
        )


def refuse_filters(desk: Desk, paths: list[str]) -> None:
    """See that no file is to go through a filter, such as that of Git LFS, which is not run here.

    Raises:
        SmmError: there is one.
    """
    if not paths:
        return
    asked = "\0".join(paths).encode("utf-8", "surrogateescape")
    said = desk.answer("check-attr", "-z", "--stdin", "filter", stdin=asked).out
    words = said.decode("utf-8", "surrogateescape").split("\0")
    for path, _, value in zip(words[::3], words[1::3], words[2::3], strict=False):
        if value not in NO_FILTER:
            raise SmmError(
                say(
                    "{path} goes through the filter {name} (.gitattributes), and smmkit runs no program "
                    "that a folder names; save it with git itself",
                    path=path,
                    name=value,
                )
            )


def record(desk: Desk, saved: Saved, message: str) -> str:
    """Make a commit of what is to be saved, and let the branch be there; its id.

    Raises:
        SmmError: another git is at work, or the branch is no longer where it was.
    """
    parents = ("-p", saved.parent) if saved.parent else ()
    with held_index(desk.place) as index:
        commit = desk.ask("commit-tree", *parents, "-F", "-", saved.tree, stdin=message.encode())
        desk.give_index(index)
        desk.name("HEAD", commit, saved.parent or "0" * len(commit), "smm save")
    return commit
