"""A repository that is written into, as closed as it is when it is read: nothing that it names is run.

Objects go where they belong; index and names of branches are changed last, each in one step. Only that
step is asked of git with the settings of the repository, and with its hooks set aside.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.git import plain, process
from smmkit.git.closed import Repository, closed
from smmkit.git.repository import Place, find, is_of_another_user
from smmkit.git.settings import is_allowed, without_hooks
from smmkit.words import Message, harmless, say

UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
"""What lies in `.git` while git itself is in the middle of something."""

ERROR = re.compile(r"(?:remote: )?(?:fatal|error): ")
"""How a line of git begins that tells of an error."""

REJECTED = re.compile(r"^! \[[^]]*\] [^(]*\((.+)\)$")
"""A line of git that tells why it has not handed something on."""

TELLING = re.compile(rf"remote: |{ERROR.pattern}|{REJECTED.pattern}")
"""A line that is of the other side, or tells what went wrong."""

MAX_SAID = 300
"""No more than this (characters) is repeated of what git says."""


class Desk:
    """A closed repository with what is needed to write into it."""

    def __init__(self, repository: Repository, who: dict[str, str]) -> None:
        self.repository = repository
        self.place = repository.place
        self.who = who
        self.index = repository.room / "index-of-smm"

    def answer(
        self, *words: str, stdin: bytes = b"", index: Path | None = None, **more: str
    ) -> process.Answer:
        """What git answers; it works with an index of ours.

        Raises:
            SmmError: git cannot be asked.
        """
        own = {"GIT_INDEX_FILE": str(index or self.index), **self.who, **more}
        return process.run(
            words, self.place.top, {**self.repository.variables(), **own}, self.place.top, stdin
        )

    def ask(self, *words: str, stdin: bytes = b"", index: Path | None = None, **more: str) -> str:
        """The same, where there has to be an answer; without its last end of line.

        Raises:
            SmmError: there is none.
        """
        answer = self.answer(*words, stdin=stdin, index=index, **more)
        if answer.code:
            raise refused(answer.said)
        return answer.out.decode("utf-8", "surrogateescape").removesuffix("\n")

    def name(self, ref: str, new: str, old: str, why: str) -> None:
        """Let a name of the real repository be that of another commit, if it is still that of the old one.

        Raises:
            SmmError: it is not, or cannot be written.
        """
        variables = {
            "GIT_DIR": str(self.place.own),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_ALLOW_PROTOCOL": "none",
            **without_hooks(self.place.top, self.place.own),
            **self.who,
        }
        nothing = str(self.repository.room / "no-hooks")
        closing = ("-c", f"core.hooksPath={nothing}", "-c", "core.fsmonitor=false")
        words = (*closing, "update-ref", "-m", why, ref, new, old)
        answer = process.run(words, self.place.top, variables, self.place.top)
        if answer.code:
            raise refused(answer.said)

    def give_index(self, fresh: Path) -> None:
        """Put the index that was worked with into the place of that of the repository.

        Why: git looks again into a file that is as old as its index or younger, so a copy of an index
        keeps its age; a younger one would hide what was changed in the second in which it was made.
        """
        age = self.index.stat().st_mtime_ns
        fresh.write_bytes(self.index.read_bytes())
        os.utime(fresh, ns=(age, age))
        fresh.replace(self.place.own / "index")

    def head(self) -> str:
        """The commit that is checked out; empty where there is none yet."""
        answer = self.answer("rev-parse", "--verify", "--quiet", "HEAD")
        return answer.out.decode().strip()

    def branch(self) -> str:
        """The branch that is checked out.

        Raises:
            SmmError: none is.
        """
        answer = self.answer("symbolic-ref", "--quiet", "HEAD")
        name = answer.out.decode("utf-8", "replace").strip()
        if answer.code or not name.startswith("refs/heads/"):
            raise SmmError(
                say(
                    "no branch is checked out, so what is saved would belong to none; type: "
                    "git -C {top} switch main",
                    top=plain.quoted(self.place.top),
                )
            )
        return name.removeprefix("refs/heads/")

    def take_index(self) -> None:
        """Copy the index of the repository, to work with; as old as it is."""
        index = self.place.own / "index"
        age = index.lstat().st_mtime_ns if os.path.lexists(index) else 0
        data = plain.read(index, plain.LARGE)
        if data is not None:
            self.index.write_bytes(data)
            os.utime(self.index, ns=(age, age))
            if any(self.repository.room.glob("sharedindex.*")):
                self.ask("update-index", "--no-split-index")


def refused(said: str) -> SmmError:
    """What git says, as a refusal."""
    return SmmError(say("git refuses: {words}", words=line_of(said)))


def line_of(said: str) -> Message | str:
    """What git says in a line: the first of the other side or of an error, else the first of all."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if not lines:
        return say("it does not say why; see whether the disk is full")
    telling = (line for line in lines if TELLING.match(line))
    first = REJECTED.sub(r"\1", next(telling, lines[0]))
    return harmless(ERROR.sub("", first)[:MAX_SAID])


@contextmanager
def desk_of(folder: Path, who: dict[str, str] | None = None) -> Iterator[Desk]:
    """The repository of a folder, to be written into.

    Raises:
        SmmError: there is none, it is not ours, or git is in the middle of something.
    """
    place = find(folder)
    if place is None:
        raise SmmError(say("{folder} is in no git repository", folder=str(folder)))
    if process.program(place.top) is None:
        raise SmmError(
            say(
                "git is not installed on this machine, and it keeps the history; get it at git-scm.com"
            )
        )
    if is_of_another_user(place) and not is_allowed(place.top):
        raise SmmError(
            say(
                "the repository belongs to another user, so nothing is written into it; to allow it: "
                "git config --global --add safe.directory {top}",
                top=plain.quoted(place.top),
            )
        )
    busy = next((name for name in UNDER_WAY if os.path.lexists(place.own / name)), None)
    if busy:
        raise SmmError(
            say(
                "git is in the middle of something here ({name}); end it first: git -C {top} status "
                "says how",
                name=busy,
                top=plain.quoted(place.top),
            )
        )
    refuse_leading_away(place)
    with closed(place) as repository:
        yield Desk(repository, who or {})


def refuse_leading_away(place: Place) -> None:
    """See that what git writes into a repository comes to lie in it.

    Raises:
        SmmError: a part of it is a link, or it names another one as that of its branches.
    """
    for folder in (place.own, place.common):
        for name in ("refs", "logs"):
            plain.refuse_links(folder / name)
    plain.refuse_links(place.common / "objects", deep=False)
    away = place.common / "commondir"
    if os.path.lexists(away):
        raise SmmError(
            say(
                "{path} leads to another repository, and into that one nothing is written; delete this file",
                path=str(away),
            )
        )
