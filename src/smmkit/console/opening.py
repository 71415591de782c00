"""The way in: the QMS that a file or folder lies in, loaded; the only place that asks the clock."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.console.meant import no_home, not_there
from smmkit.errors import SmmError
from smmkit.layout import HOME, has_home, homes_below, ways
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.documents.settings import Settings
    from smmkit.files.tree import Tree
    from smmkit.qms import Qms


FAULTY = say("qms.yaml has faults; first: smm validate")
"""Why nothing can be done to a QMS."""


@dataclass(frozen=True)
class Opened:
    """A QMS as a command sees it: the folder, what is in it, and the part that was asked for."""

    root: Path
    qms: Qms
    asked: frozenset[str] = frozenset()
    """Files or folders within the root; empty means all."""

    def covers(self, path: str) -> bool:
        """Whether a file belongs to the part that was asked for."""
        return not self.asked or not self.asked.isdisjoint(ways(path))

    @property
    def count(self) -> int:
        """How many documents there are, readable or not."""
        qms = self.qms
        paths = {d.path for d in qms.documents} | {stub.path for stub in qms.stubs}
        return sum(self.covers(path) for path in paths)

    @property
    def settings(self) -> Settings:
        """What qms.yaml says.

        Raises:
            SmmError: it cannot be read.
        """
        if self.qms.settings is None:
            raise SmmError(FAULTY)
        return self.qms.settings


def opened(
    *places: Path,
    as_of: date | None = None,
    since: str | None = None,
    every: bool = False,
    steady: bool = False,
) -> Opened:
    """Load the QMS that these files or folders are in; of many problems of one sort the first few,
    or every one; where it is to be steady, a file that changes meanwhile stops all.

    Raises:
        SmmError: a place is not there, they are in several QMS, or there is nothing to read.
    """
    from smmkit.analyses.references.links import belonging
    from smmkit.files.steady import Steady
    from smmkit.files.tree import Disk
    from smmkit.loading.recognizing import no_document

    roots = {root_of(place) for place in places}
    if len(roots) > 1:
        raise SmmError(
            say(
                "these files belong to different folders of a QMS: {roots}",
                roots=sorted(map(str, roots)),
            )
        )
    root = roots.pop()
    if not has_home(root) and homes_below(root):
        root_with_home(places[0])  # raises
    asked = tuple(place.resolve().relative_to(root).as_posix() for place in places)
    qms = loaded(root, Steady(root) if steady else Disk(root), as_of, since, every)
    found = Opened(root, qms, frozenset() if "." in asked else belonging(qms, frozenset(asked)))
    if found.count == 0:
        place = str(places[0])
        none = say("there is nothing to check: no document (.yaml, .md) in {folder}", folder=place)
        raise SmmError(no_document(asked[0], place, none))
    return found


def opened_with(
    file: Path,
    data: bytes,
    as_of: date | None = None,
    since: str | None = None,
    every: bool = False,
) -> Opened:
    """Load the QMS that a file is in, or is to be in, with these bytes in its place; it alone is asked for.

    Raises:
        SmmError: its folder is not there or in no QMS, or the file is no document.
    """
    from smmkit.files.tree import Disk, Memory
    from smmkit.loading.recognizing import is_document, no_document

    root = root_with_home(file if file.exists() else file.parent)
    path = (file.parent.resolve() / file.name).relative_to(root).as_posix()
    if not is_document(path, ()):
        no_other = say("{path} is no document (.yaml, .md)", path=str(file))
        raise SmmError(no_document(path, str(file), no_other))
    qms = loaded(root, Memory({path: data}, Disk(root)), as_of, since, every)
    return Opened(root, qms, frozenset({path}))


def loaded(root: Path, tree: Tree, as_of: date | None, since: str | None, every: bool) -> Qms:
    """The QMS of a folder, perhaps beside an earlier revision of it; what a verb left behind is told."""
    from smmkit.console.mending import tell_leftover
    from smmkit.few import FEW
    from smmkit.loading.folder import load

    tell_leftover(root)
    qms = load(tree, as_of, today_in, None if every else FEW)
    if since is not None:
        qms.before = earlier(root, since, qms.as_of)
    return qms


def opened_to_write(folder: Path) -> Opened:
    """Load the QMS that a folder is in, once what a verb left that was cut off is put back.

    Raises:
        SmmError: the folder is not there, has nothing to read, or another smm is writing into it.
    """
    from smmkit.console.mending import mend

    mend(root_of(folder))
    return opened(folder, steady=True)


def opened_qms(folder: Path) -> Opened:
    """Load the whole QMS that a folder is in, to write into it.

    Raises:
        SmmError: it is in none, or what qms.yaml says cannot be read.
    """
    found = opened_to_write(root_with_home(folder))
    if found.qms.settings is None:
        raise SmmError(FAULTY)
    return found


def root_with_home(folder: Path) -> Path:
    """The folder of the QMS that a folder is in.

    Raises:
        SmmError: it is in none.
    """
    root = root_of(folder)
    if not has_home(root):
        raise SmmError(no_home(folder))
    return root


def root_of(place: Path) -> Path:
    """The folder of the QMS that a file or folder is in: the nearest one with a qms.yaml."""
    if not os.path.exists(place):  # noqa: PTH110 - never raises, where a folder may not be entered
        raise SmmError(not_there(place))
    full = place.resolve()
    start = full if is_folder(full) else full.parent
    return next((folder for folder in (start, *start.parents) if has_home(folder)), start)


def check_free(folder: Path) -> None:
    """See that a new QMS may begin in this place.

    Raises:
        SmmError: it is a file, a QMS already, or lies inside one.
    """
    if os.path.lexists(folder) and not is_folder(folder):
        raise SmmError(say("{path} is a file; name a folder", path=str(folder)))
    full = folder.resolve()
    if os.path.lexists(full / HOME):
        raise SmmError(say("{folder} is a QMS already: qms.yaml is there", folder=str(full)))
    for above in full.parents:
        if os.path.lexists(above / HOME):
            raise SmmError(
                say("{folder} lies inside the QMS in {above}", folder=str(folder), above=str(above))
            )


def is_folder(place: Path) -> bool:
    """Whether this is a folder; never raises, where it may not be entered."""
    return os.path.isdir(place)  # noqa: PTH112


def earlier(root: Path, revision: str, as_of: date) -> Qms:
    """The same folder as it was where the checked-out branch left a revision.

    Why: what others have added to the revision since is no change of this branch.

    Raises:
        SmmError: there is no git, no repository, or no such revision; or it cannot be read.
    """
    from smmkit import git
    from smmkit.git.history import fork_of
    from smmkit.git.revision import Revision
    from smmkit.loading.folder import load

    try:
        commit = git.resolve(root, revision)
    except SmmError:
        if (named := commit_before(root, revision)) is None:
            raise
        commit = named
    return load(Revision(root, fork_of(root, commit)), as_of)


def commit_before(root: Path, text: str) -> str | None:
    """The last commit before the day that a text names; None where it names none, or none is older."""
    from smmkit.corrections.spoken_values import day_meant
    from smmkit.git.history import last_before

    day, sure = day_meant(text) or (None, False)
    return last_before(root, day) if day and sure else None


def today_in(zone: str) -> date:
    """The day it is now in a time zone; where the zone is not known, the day of this machine."""
    from zoneinfo import ZoneInfo

    try:
        return datetime.now(ZoneInfo(zone)).date()
    except (OSError, ValueError, KeyError):
        return datetime.now().astimezone().date()


def time_of_day() -> str:
    """The time of this machine, to the second."""
    return datetime.now().astimezone().strftime("%H:%M:%S")
