"""A folder that is judged again whenever something in it is saved."""

from __future__ import annotations

import gc
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from smmkit.console.opening import Opened, today_in
from smmkit.errors import SmmError, reason
from smmkit.problem import Diagnostic
from smmkit.words import language, say

QUIET, LONGEST = 200, 2000
"""Milliseconds without another save after which a burst of them is over; and the longest that one lasts."""

PASSING = re.compile(
    r"^(?:\.|~\$|#.*#$)|(?:~|\.sw[a-z]|\.tmp|\.temp|\.bak|\.crdownload|\.part)$|^(?:4913|Thumbs\.db)$",
    re.IGNORECASE,
)
"""Files that editors, Office and browsers make for a moment, and what begins with a dot."""

PULSE = 1000
"""Milliseconds after which it is looked whether the folder is still there."""

Key = tuple[str, str, str, str]
"""A problem, wherever in its file it stands: rule, file, document, and what is said."""


def bursts(root: Path) -> Iterator[set[str]]:
    """The paths of what was saved, burst by burst; first none. Nothing of git, of smm and of editors.

    Raises:
        SmmError: the system does not let a folder be watched.
    """
    from watchfiles import watch

    def counts(_: object, path: str) -> bool:
        return is_watched(Path(path).relative_to(root).parts if Path(path) != root else ())

    try:
        before = stamps(root)
        yield set()
        for changes in watch(
            root,
            watch_filter=counts,
            debounce=LONGEST,
            step=QUIET,
            rust_timeout=PULSE,
            yield_on_timeout=True,
        ):
            if not root.is_dir():
                raise SmmError(say("{path} is not there", path=str(root)))
            saved = {Path(path).relative_to(root).as_posix() for _, path in changes}
            if before:  # what was saved before anybody watched
                now = stamps(root)
                saved |= {path for path in {*before, *now} if before.get(path) != now.get(path)}
                before = {}
            if saved:
                yield saved
    except OSError as error:
        raise SmmError(
            say("{folder} cannot be watched: {reason}", folder=str(root), reason=reason(error))
        ) from error


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    """When each file was saved last, and how large it is."""
    found = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if is_watched((name,))]
        for name in filter(lambda name: is_watched((name,)), files):
            path = Path(folder, name)
            with suppress(OSError):
                seen = path.lstat()
                found[path.relative_to(root).as_posix()] = (seen.st_mtime_ns, seen.st_size)
    return found


def is_watched(parts: tuple[str, ...]) -> bool:
    """Whether a path is one of those that can change a judgement."""
    return bool(parts) and not any(PASSING.search(part) for part in parts)


class Judging:
    """A folder judged again and again; what was read and has not been saved since is not read anew."""

    def __init__(self, root: Path, check: Callable[[Opened], tuple[Diagnostic, ...]]) -> None:
        self.root = root
        self.check = check
        self.found: Opened | None = None
        self.seen: dict[Key, Diagnostic] = {}
        self.counts: Counter[Key] = Counter()

    def again(self, saved: set[str]) -> tuple[list[Diagnostic], list[Diagnostic]]:
        """Judge once more; the problems that are new, and those that are gone.

        Raises:
            SmmError: there is nothing to judge.
        """
        self.found = self.opened(saved)
        now: dict[Key, Diagnostic] = {}
        counts: Counter[Key] = Counter()
        new: list[Diagnostic] = []
        for diagnostic in self.check(self.found):
            key = key_of(diagnostic)
            counts[key] += 1
            now[key] = diagnostic
            if counts[key] > self.counts[key]:
                new.append(diagnostic)
        for key in self.unseen(self.found):
            if key not in counts:
                now[key], counts[key] = self.seen[key], self.counts[key]
        gone = [one for key, one in self.seen.items() if counts[key] < self.counts[key]]
        self.seen, self.counts = now, counts
        gc.collect()
        return new, gone

    def unseen(self, found: Opened) -> list[Key]:
        """The problems of which nobody can say now whether they are gone: a file cannot be read."""
        from smmkit.rules import checks, unasked

        unread = {stub.path for stub in found.qms.stubs}
        waiting = {rule.code for rule in unasked(found.qms)}
        of_read = {check.rule.code for check in checks()}
        return [
            key
            for key, one in self.seen.items()
            if one.rule.code in waiting or (one.at.path in unread and one.rule.code in of_read)
        ]

    def opened(self, saved: set[str]) -> Opened:
        """The folder as it is now.

        Raises:
            SmmError: nothing is in it.
        """
        from smmkit.files.tree import Disk
        from smmkit.loading.folder import load

        known = self.found.qms.sources if self.found else {}
        kept = {path: source for path, source in known.items() if path not in saved}
        found = Opened(self.root, load(Disk(self.root), None, today_in, None, kept))
        if found.count == 0:
            folder = os.path.relpath(self.root)
            message = say(
                "there is nothing to check: no document (.yaml, .md) in {folder}", folder=folder
            )
            raise SmmError(message)
        return found


def key_of(diagnostic: Diagnostic) -> Key:
    """What a problem is known by from one judgement to the next."""
    problem = diagnostic.problem
    return (
        diagnostic.rule.code,
        diagnostic.at.path,
        problem.document,
        language("en").say(problem.message),
    )
