"""smm share: get what others have saved, hand on what was saved here; where both changed the same, say it.

Leaves with 1 where two people have changed the same and nobody has said yet what holds; nothing has
changed then.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from smmkit.console.completion import refresh_ids
from smmkit.console.language import reader
from smmkit.console.opening import Opened, opened, opened_to_write, root_of, root_with_home
from smmkit.console.options import Folder, Lang
from smmkit.console.output import show_lines
from smmkit.console.saving import By, author, listed
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.layout import has_home
from smmkit.words import Message, say, say_n

if TYPE_CHECKING:
    from smmkit.git.address import Remote
    from smmkit.git.desk import Desk
    from smmkit.git.line import Line

TWIN = "SMM203"
"""The rule that tells of an id that two things have."""

TRIES = 3
"""So often it is tried anew where others hand on at the same moment."""

Names = list[str] | None


@verb("share", Purpose.DAY, order=8)
def command(
    folder: Folder = Path(),
    mine: Annotated[
        Names, Option(metavar="ID", help="Of this document yours holds, where both changed it.")
    ] = None,
    theirs: Annotated[
        Names, Option(metavar="ID", help="Of this document that of the others holds.")
    ] = None,
    to: Annotated[
        str | None, Option(metavar="ADDRESS", help="Where to share, the first time.")
    ] = None,
    by: By = None,
    lang: Lang = None,
) -> int:
    """Get what others have saved, and hand on what was saved here."""
    from smmkit import git
    from smmkit.git.desk import desk_of
    from smmkit.git.identity import variables
    from smmkit.writing.lock import locked

    refuse_address(folder)
    found = opened_to_write(root_with_home(folder))
    speech = reader(lang, found.qms)
    if git.top_of(found.root) is None:
        raise SmmError(
            say(
                '{folder} has no history yet; begin one with: smm save "what changed" --begin',
                folder=str(found.root),
            )
        )
    who = variables(*(author(found, by) if by else known(found)))
    sides = {"mine": mine or [], "theirs": theirs or []}
    with locked(found.root):
        if to:
            show_lines(begun(found.root, to), speech)
        with desk_of(found.root, who) as desk:
            remote, head = ready(desk, found)
            show_lines([say("Sharing with {address} ...", address=remote.spoken)], speech)
            done = shared(desk, found, line_to(desk, remote), head, sides)
    show_lines(done.lines, speech)
    if done.came:
        refresh_ids(found.root)
        show_lines(state_of(opened(found.root)), speech)
    return done.code


WITH_SCHEME = re.compile(r"^([a-z]{3,6}):/(?!/)")
"""How an address begins that was taken for a path."""


def refuse_address(folder: Path) -> None:
    """See that a place to share with does not stand where the folder of the QMS has to.

    Raises:
        SmmError: it does; with the line that shares there.
    """
    is_qms = os.path.exists(folder) and has_home(root_of(folder))  # noqa: PTH110 - never raises
    if not is_qms and has_home(root_of(Path())):
        address = WITH_SCHEME.sub(r"\1://", str(folder))
        raise SmmError(
            say("{path} is no folder of a QMS; to share there: smm share --to {path}", path=address)
        )


def known(found: Opened) -> tuple[str, str]:
    """Who joins two lines of the history, where there are two: whom git knows, else nobody in particular."""
    from smmkit.git.identity import NOWHERE, identity

    name, address = identity(found.root)
    return name or "smm share", address or f"smm@{NOWHERE}"


class Done:
    """What came of it: what is to be said, whether files came in, and the exit code."""

    def __init__(self, lines: list[str | Message], came: bool = False, code: int = 0) -> None:
        self.lines = lines
        self.came = came
        self.code = code


def begun(root: Path, to: str) -> Iterator[Message]:
    """Write down where it is shared; a folder that is not there yet, or empty, becomes such a place."""
    from smmkit.git.address import begin_at, followed, is_room_for_one, set_remote
    from smmkit.git.desk import desk_of
    from smmkit.writing import drafted

    with desk_of(root) as desk:
        place = followed(desk, to)
        address = str(place) if place else to
        set_remote(desk, address)
        if place and is_room_for_one(place):
            with nullcontext(place) if place.exists() else drafted(place) as made:
                begin_at(made)
            yield say("{folder} now keeps the history, for all to share.", folder=str(place))


def ready(desk: Desk, found: Opened) -> tuple[Remote, str]:
    """Where it is shared, and the commit that is; all that is needed is there.

    Raises:
        SmmError: something is missing first.
    """
    from smmkit.git.address import remote_of
    from smmkit.git.cleanliness import is_clean

    branch, head = desk.branch(), desk.head()
    if not head:
        raise SmmError(say('nothing is saved yet; first: smm save "what changed"'))
    if desk.repository.shallow() or desk.repository.is_partial:
        raise SmmError(
            say(
                "this clone has only a part of the history, so it cannot be joined with that of others; "
                "type: git fetch --unshallow, or clone it whole"
            )
        )
    remote = remote_of(desk, branch)
    if remote is None:
        raise SmmError(
            say(
                "nobody has said yet where to share; name an address or a folder that others reach, too: "
                "smm share --to ADDRESS"
            )
        )
    if not is_clean(desk.repository, desk.place.path_of(found.root)):
        raise SmmError(
            say('something has changed and is not saved; first: smm save "what changed"')
        )
    return remote, head


def line_to(desk: Desk, remote: Remote) -> Line:
    """The line to where it is shared; a password is asked for where a person sits at the keyboard."""
    from smmkit.git.line import Line

    return Line(desk, remote, asks=sys.stdin.isatty() and sys.stderr.isatty())


def shared(desk: Desk, found: Opened, line: Line, head: str, sides: dict[str, list[str]]) -> Done:
    """Both sides brought together and handed on; or what stands in the way.

    Raises:
        SmmError: the line, or git, refuses.
    """
    from smmkit.console.clashes import brought_together

    came: list[str | Message] = []
    for _ in range(TRIES):
        theirs = line.fetch() if line.theirs() else ""
        new = brought_together(desk, found, head, theirs, sides) if theirs else head
        if not isinstance(new, str):
            return Done([*came, *new], came=bool(came), code=1)
        if new != head:
            came = [*came, *came_in(desk, found, head, new)]
        head = new
        if new == theirs:
            noted(desk, line.remote, new)
            return Done(came or [say("There is nothing new, neither here nor there.")], bool(came))
        count = desk.ask("rev-list", "--count", new, *([f"^{theirs}"] if theirs else []))
        if line.push(new):
            noted(desk, line.remote, new)
            sent = say_n("{n} save handed on.", "{n} saves handed on.", int(count))
            return Done([*came, sent], bool(came))
    raise SmmError(say("others hand on at the same moment, again and again; try once more"))


def noted(desk: Desk, remote: Remote, commit: str) -> None:
    """Let git know where the branch is there."""
    ref = f"refs/remotes/{remote.name}/{remote.branch}"
    old = desk.answer("rev-parse", "--verify", "--quiet", ref).out.decode().strip()
    if old != commit:
        desk.name(ref, commit, old or "0" * len(commit), "smm share")


def came_in(desk: Desk, found: Opened, old: str, new: str) -> Iterator[str | Message]:
    """The files that the others have changed."""
    from smmkit.git.saving import changes_between

    prefix = desk.place.path_of(found.root)
    changes, _ = changes_between(desk, old, new, prefix)
    if changes:
        yield say_n(
            "{n} file came from the others:", "{n} files came from the others:", len(changes)
        )
        yield from listed(opened(found.root), changes)


def state_of(found: Opened) -> Iterator[Message]:
    """How many errors the folder has with what came in; first what two people have given one id."""
    from smmkit.few import FEW
    from smmkit.rules import errors_of

    told = errors_of(found.qms)
    twins = [one for one in told if one.rule.code == TWIN]
    for one in twins[:FEW]:
        yield say("{path}: {problem}", path=one.at.path, problem=one.problem.message)
        if one.problem.hint:
            yield one.problem.hint
    if errors := len(told):
        yield say_n(
            "There is {n} error in it; `smm validate` says where.",
            "There are {n} errors in it; `smm validate` says where.",
            errors,
        )
