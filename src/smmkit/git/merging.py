"""Two lines of a history that become one: made beside the files, and laid over them when it is whole.

Nothing is marked inside a file: what two people have changed in the same place is told, and stays as it
is until somebody has said which of the two holds.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from smmkit.errors import SmmError
from smmkit.git import process
from smmkit.git.desk import Desk, refused
from smmkit.git.index_lock import held_index
from smmkit.words import say

MARKS = 61
"""How long the marks are, so that no line of a document is taken for one."""

MOST_CLASHES = 127
"""So many places git counts; a higher code says that it could not join them at all."""

OLDEST = (2, 38)
"""The first git that can join two lines without a folder to do it in."""


class Side(StrEnum):
    """Whose change holds."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a tree: what it is, and its object."""

    mode: str
    id: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A file that both sides have changed in the same place; None where a side does not have it."""

    path: str
    base: Blob | None
    mine: Blob | None
    theirs: Blob | None


@dataclass(frozen=True, slots=True)
class Joined:
    """What two commits become together, and where they clash."""

    tree: str
    clashes: tuple[Clash, ...]


def fork(desk: Desk, mine: str, theirs: str) -> str:
    """The last commit that both sides share; empty where there is none."""
    answer = desk.answer("merge-base", mine, theirs)
    return answer.out.decode().split()[0] if answer.code == 0 else ""


def joined(desk: Desk, mine: str, theirs: str) -> Joined:
    """Two commits as one tree; nothing in the folder changes.

    Raises:
        SmmError: git is too old, or the two have no history in common.
    """
    answer = desk.answer("merge-tree", "--write-tree", "-z", "--no-messages", mine, theirs)
    if answer.code == 0:
        return Joined(answer.out.decode().split("\0")[0].strip(), ())
    if answer.code == 1:
        tree, *infos = answer.out.decode("utf-8", "surrogateescape").split("\0")
        return Joined(tree.strip(), clashes_in(infos))
    if "unrelated histories" in answer.said:
        raise SmmError(
            say(
                "what is shared there has another beginning than this folder; see that the address is "
                "right. To begin from what is there, clone it into a new folder"
            )
        )
    version = re.search(r"(?<!\d)(\d{1,9})\.(\d{1,9})", desk.ask("version"))
    if version and (int(version[1]), int(version[2])) < OLDEST:
        raise SmmError(say("to join two histories git {n} or newer is needed", n="2.38"))
    raise refused(answer.said)


def clashes_in(infos: list[str]) -> tuple[Clash, ...]:
    """The files that clash, as git lists them: mode, object, stage and path."""
    found: dict[str, dict[str, Blob]] = {}
    for info in infos:
        if not info:
            break
        head, _, path = info.partition("\t")
        mode, id_, stage = head.split(" ")
        found.setdefault(path, {})[stage] = Blob(mode, id_)
    return tuple(
        Clash(path, stages.get("1"), stages.get("2"), stages.get("3"))
        for path, stages in sorted(found.items())
    )


def bytes_of(desk: Desk, blob: Blob | None) -> bytes | None:
    """The bytes of a file of a tree."""
    return None if blob is None else desk.answer("cat-file", "blob", blob.id).out


def decided(desk: Desk, joint: Joined, sides: Mapping[str, Side | bytes]) -> str:
    """The tree in which each file that clashes is as somebody has decided.

    Where a side holds, its text holds only in the places where both have changed; what the other side
    has changed elsewhere in the file holds, too.
    """
    index = desk.repository.room / "index-of-joined"
    desk.ask("read-tree", joint.tree, index=index)
    for clash in joint.clashes:
        side = sides[clash.path]
        blob = chosen(desk, clash, side) if isinstance(side, Side) else kept(desk, clash, side)
        if blob is None:
            desk.ask("update-index", "--force-remove", "--", clash.path, index=index)
        else:
            info = f"{blob.mode} {blob.id}\t{clash.path}\0".encode("utf-8", "surrogateescape")
            words = ("update-index", "-z", "--add", "--replace", "--index-info")
            desk.ask(*words, stdin=info, index=index)
    return desk.ask("write-tree", index=index)


def chosen(desk: Desk, clash: Clash, side: Side) -> Blob | None:
    """The file as one side has it; where all three texts are there, in the places of the clash alone."""
    whole = clash.mine if side is Side.MINE else clash.theirs
    if clash.base is None or clash.mine is None or clash.theirs is None:
        return whole
    answer = text_of(desk, clash, "--ours" if side is Side.MINE else "--theirs")
    return kept(desk, clash, answer.out) if answer.code == 0 else whole


def text_of(desk: Desk, clash: Clash, *how: str) -> process.Answer:
    """The three texts of a file as one, joined in some way; its code is below 0, or above 127, where they
    are no texts.
    """
    room = desk.repository.room
    files = []
    for name, blob in (("mine", clash.mine), ("base", clash.base), ("theirs", clash.theirs)):
        (room / f"text-{name}").write_bytes(bytes_of(desk, blob) or b"")
        files.append(str(room / f"text-{name}"))
    return desk.answer("merge-file", "-p", "-q", *how, *files)


def marked(desk: Desk, clash: Clash) -> bytes | None:
    """The three texts as one, with marks where they clash; None where one is not there, or is no text."""
    if clash.base is None or clash.mine is None or clash.theirs is None:
        return None
    answer = text_of(desk, clash, "--diff3", f"--marker-size={MARKS}")
    return answer.out if 0 <= answer.code <= MOST_CLASHES else None


def kept(desk: Desk, clash: Clash, data: bytes) -> Blob:
    """New bytes of a file, as an object."""
    mode = next((blob.mode for blob in (clash.mine, clash.theirs) if blob), "100644")
    return Blob(mode, desk.ask("hash-object", "-w", "--stdin", stdin=data))


def commit_of_both(desk: Desk, tree: str, mine: str, theirs: str) -> str:
    """The commit in which two lines become one."""
    words = ("-p", mine, "-p", theirs, "-F", "-", tree)
    return desk.ask("commit-tree", *words, stdin=b"smm share\n")


def refuse_what_is_there(desk: Desk, mine: str, new: str) -> None:
    """See that no file of a person lies where one is to come, nor where its folder has to be.

    Why not git alone: it writes over files that it was told to ignore.

    Raises:
        SmmError: one does.
    """
    words = ("diff-tree", "-r", "-z", "--name-status", "--no-renames", mine, new)
    parts = iter(desk.ask(*words).split("\0"))
    changes = {next(parts, ""): what for what in parts if what}
    gone = {path for path, what in changes.items() if what == "D"}
    for path in (path for path, what in changes.items() if what == "A"):
        above = [str(folder) for folder in PurePosixPath(path).parents if folder.name]
        for one in (path, *above):
            file = desk.place.top / one
            is_other = one == path or file.is_symlink() or not file.is_dir()
            if os.path.lexists(file) and is_other and one not in gone:
                raise SmmError(
                    say(
                        "{path} comes from the others, and another file lies there that is not saved; move "
                        "yours away, then share again",
                        path=one,
                    )
                )


def lay_over(desk: Desk, mine: str, new: str) -> None:
    """Bring files, index and branch from one commit to another; a file that a person is changing stops it.

    Raises:
        SmmError: a file would be lost, or another git is at work.
    """
    refuse_what_is_there(desk, mine, new)
    with held_index(desk.place) as index:
        desk.take_index()
        desk.answer("update-index", "-q", "--refresh")
        answer = desk.answer("read-tree", "-m", "-u", mine, new)
        if answer.code:
            raise SmmError(
                say(
                    "what comes from the others would overwrite a file that is not saved: {words}; save it "
                    "or move it away, then share again",
                    words=refused(answer.said).message,
                )
            )
        desk.give_index(index)
        desk.name("HEAD", new, mine, "smm share")
