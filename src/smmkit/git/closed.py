"""A repository as git may see it: its history, names and index, without a setting that could run anything.

git takes what it runs (monitors, filters, hooks, checkers of signatures, helpers of transport) from
settings, and those from the folder that `GIT_DIR` names. Here this is a folder of our own, made for
one question: the names of branches are copied into it, index and objects stay where they are, and the
file of settings is written anew with what decides how files are compared.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.git import plain, process
from smmkit.git.packing import copy_names
from smmkit.git.repository import Place
from smmkit.git.settings import settings_in, settings_of_reader, written
from smmkit.words import Message, harmless, say

HEAD = re.compile(rb"(ref:\s*refs/heads/[^\0\n]+|[0-9a-f]{40}|[0-9a-f]{64})\s*")
"""What the file says that names the branch or commit that is checked out."""

NAMES = ("ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD")
"""Commits that git itself gives a name to."""


MAX_WORDS = 300
"""No more than this (characters) is repeated of what git says of a fault."""

INDEX = re.compile("index file|index uses|bad signature|index version|index header|cache entr")
"""How git begins to speak of a broken index."""


class Repository:
    """A closed repository, to be asked."""

    def __init__(self, place: Place, closed: Path, settings: dict[str, str]) -> None:
        self.place = place
        self._closed = closed
        self._settings = settings

    def answer(self, *question: str, stdin: bytes = b"") -> process.Answer:
        """What git answers, whatever it is.

        Raises:
            SmmError: git cannot be asked.
        """
        return process.run(question, self.place.top, self.variables(), self.place.top, stdin)

    def variables(self) -> dict[str, str]:
        """What surrounds git, so that it sees this repository closed and nothing else."""
        return {
            "GIT_DIR": str(self._closed),
            "GIT_WORK_TREE": str(self.place.top),
            "GIT_INDEX_FILE": str(self.place.own / "index"),
            "GIT_OBJECT_DIRECTORY": str(self.place.common / "objects"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_ALLOW_PROTOCOL": "none",
            "GIT_LITERAL_PATHSPECS": "1",
            "GIT_OPTIONAL_LOCKS": "0",
            "HOME": str(self._closed),
            "XDG_CONFIG_HOME": str(self._closed),
        }

    @property
    def room(self) -> Path:
        """The folder of our own that git takes for the repository; gone when the question is answered."""
        return self._closed

    @property
    def settings(self) -> Mapping[str, str]:
        """What the repository says in its own files, names in small letters; none of it is known to git."""
        return self._settings

    def ask(self, *question: str, stdin: bytes = b"") -> bytes:
        """What git answers to a question that every whole repository has an answer to.

        Raises:
            SmmError: it has none; the sentence says why.
        """
        answer = self.answer(*question, stdin=stdin)
        if answer.code:
            raise self.broken(answer.said)
        return answer.out

    def missing(self, revision: str) -> SmmError | None:
        """That a name is known, and what it names is not there or damaged; None for others."""
        if re.fullmatch("[0-9a-fA-F]*", revision):
            return None
        named = self.answer("rev-parse", "--verify", "--quiet", "--end-of-options", revision)
        id_ = named.out.decode().strip()
        if named.code:
            is_fault = named.said.strip() and "upstream" not in named.said
            return self.broken(named.said) if is_fault else None
        there = self.answer("cat-file", "-t", id_)
        return self.broken(there.said) if there.code else None

    def shallow(self) -> set[str]:
        """The commits at which the history of this clone is cut off."""
        return {
            *(plain.read(self._closed / "shallow", plain.LARGE) or b"")
            .decode("utf-8", "replace")
            .split()
        }

    def broken(self, said: str) -> SmmError:
        """Why git has no answer, and what a person can do about it."""
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        first = re.sub(r"^(fatal|error|warning): ", "", lines[0]) if lines else "-"
        kept = first.replace(str(self._closed), str(self.place.common))
        return SmmError(self._told(harmless(kept[:MAX_WORDS])))

    def _told(self, words: str) -> Message:
        top = plain.quoted(self.place.top)
        if INDEX.search(words) and "/pack/" not in words:
            return say(
                "git cannot read {index} ({words}); delete this file, then type: git -C {top} reset",
                index=str(self.place.own / "index"),
                words=words,
                top=top,
            )
        if self.is_partial:
            return say(
                "this clone does not have all its files, and nothing is fetched ({words}); type: "
                "git -C {top} fetch --refetch --no-filter",
                words=words,
                top=top,
            )
        return say(
            "git cannot read the history of {top} ({words}); look at it with: git -C {top} fsck "
            "--full; then clone it anew, or take its .git from the backup",
            words=words or "-",
            top=top,
        )

    @property
    def is_partial(self) -> bool:
        """Whether this clone leaves files out, to fetch them when they are asked for."""
        return any(
            name == "extensions.partialclone" or name.endswith(".promisor")
            for name in self._settings
        )


@contextmanager
def closed(place: Place, logs: bool = False, names: bool = True) -> Iterator[Repository]:
    """A repository with all its doors shut; with `logs`, also what its branches named before.

    Without `names` it knows no branch, which is enough where all is asked for by its id.

    Raises:
        SmmError: a part of it cannot be read, or there is no git.
    """
    try:
        home = tempfile.TemporaryDirectory(prefix="smm-git-", ignore_cleanup_errors=True)
    except OSError as error:
        raise SmmError(
            say(
                "there is no place for temporary files ({reason}); name a folder in TMPDIR",
                reason=reason(error),
            )
        ) from error
    with home as name:
        folder = Path(name).resolve()
        settings = settings_in(place.top, place.own, place.common)
        copy(place, folder)
        if names:
            copy_names(place.common, folder)
        if logs:
            copy_logs(place, folder)
        said = written({**settings_of_reader(place.top, folder), **without_paths(settings)})
        (folder / "config").write_text(said, "utf-8")
        yield Repository(place, folder, settings)


def without_paths(settings: dict[str, str]) -> dict[str, str]:
    """What a repository says, but for files that it would have git read."""
    return {name: value for name, value in settings.items() if name != "core.excludesfile"}


def copy(place: Place, folder: Path) -> None:
    """What git must find beside the settings: what is checked out, and what is ignored.

    Raises:
        SmmError: a part of it is not what git keeps there.
    """
    head = place.own / "HEAD"
    if not HEAD.fullmatch(plain.read(head) or b""):
        raise SmmError(
            say(
                "{path} names no branch and no commit; write the name of the branch into it: "
                "ref: refs/heads/main",
                path=str(head),
            )
        )
    objects = place.common / "objects"
    if not objects.is_dir():
        raise SmmError(
            say(
                "{path} is missing, and with it the whole history; clone the repository anew, or take "
                "its .git from the backup",
                path=str(objects),
            )
        )
    index = place.own / "index"
    if os.path.lexists(index) and not index.is_file():
        plain.read(index)
    for name in ("HEAD", *NAMES):
        plain.copy_file(place.own / name, folder / name)
    plain.copy_file(place.common / "shallow", folder / "shallow", plain.LARGE)
    for name in ("exclude", "attributes", "sparse-checkout"):
        for source in (place.common, place.own):
            plain.copy_file(source / "info" / name, folder / "info" / name)
    if place.own.is_dir():
        for name in os.listdir(place.own):  # noqa: PTH208
            if name.startswith("sharedindex."):
                plain.copy_file(place.own / name, folder / name, plain.LARGE)
    plain.refuse_pipes(objects)
    (folder / "refs").mkdir()
    (folder / "objects").mkdir()
    plain.copy_folder(place.common, "reftable", folder)


def copy_logs(place: Place, folder: Path) -> None:
    """What the branches of a repository named before.

    Raises:
        SmmError: it cannot be read.
    """
    plain.copy_folder(place.common, "logs", folder)
    if place.own != place.common:
        plain.copy_file(place.own / "logs" / "HEAD", folder / "logs" / "HEAD", plain.LARGE)
