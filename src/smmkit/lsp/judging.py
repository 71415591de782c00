"""The thread that judges: first the text that is being written, then, in a pause, the whole folder.

Garbage is collected in a pause alone: to walk through two thousand documents while somebody types would
take longer than to judge the text.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from threading import Condition, Thread, current_thread
from time import monotonic

from smmkit.console.checking import Choice, check, chosen
from smmkit.console.opening import Opened
from smmkit.lsp.folder import Folder
from smmkit.lsp.texts import Text
from smmkit.problem import Diagnostic
from smmkit.qms import Qms
from smmkit.rules.at_once import judge_file, slow

AT_ONCE = 0.04
"""Seconds after a letter in which a further one may come before anything is looked at."""

PAUSE = 0.6
"""Seconds without a letter after which all rules are asked."""


@dataclass(frozen=True)
class Told:
    """What is wrong with files of a folder; an empty list where nothing is."""

    folder: Folder
    qms: Qms | None
    """What was judged; None where there is no QMS any more."""
    texts: Mapping[str, Text]
    found: Mapping[str, list[Diagnostic]]
    is_all: bool
    """Whether with all other files nothing is wrong."""


class StaleError(BaseException):
    """What is being judged has changed meanwhile: no fault of a rule, which whoever asks rules would tell."""


@dataclass(eq=False)
class Task:
    """What there is to do for one folder, and when."""

    folder: Folder
    paths: set[str] = field(default_factory=set)
    """The files that somebody has changed in the editor."""
    touched: int = 0
    read_at: float | None = None
    judge_at: float | None = None

    @property
    def due(self) -> float | None:
        """When there is something to do."""
        return self.read_at if self.read_at is not None else self.judge_at


class Judging(Thread):
    """Reads and judges folders, one after the other; what is newer goes first."""

    def __init__(
        self,
        texts: Callable[[Folder], Mapping[str, Text]],
        tell: Callable[[Told], None],
        failed: Callable[[Folder, Exception], None],
    ) -> None:
        super().__init__(name="judging", daemon=True)
        self._texts, self._tell, self._failed = texts, tell, failed
        self._tasks: dict[Folder, Task] = {}
        self._changed = Condition()
        self._ended = False
        self._latest: dict[Folder, tuple[Qms, Mapping[str, Text]]] = {}

    def touch(self, folder: Folder, paths: Iterable[str] = ()) -> None:
        """Something of a folder has changed: these files in the editor, or any on the disk."""
        with self._changed:
            task = self._tasks.setdefault(folder, Task(folder))
            task.paths.update(paths)
            task.touched += 1
            folder.touched = task.touched
            now = monotonic()
            task.read_at, task.judge_at = now + AT_ONCE, now + PAUSE
            self._changed.notify()

    def end(self) -> None:
        """Do nothing more."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def run(self) -> None:
        """Do what is due, until the end."""
        while task := self._next():
            try:
                self._do(task)
            except StaleError:
                continue
            except Exception as error:  # noqa: BLE001 - one folder that fails must not silence the others
                task.folder.ready.set()
                task.folder.seen = task.touched
                self._failed(task.folder, error)

    def _next(self) -> Task | None:
        """The task that is due first; None at the end."""
        with self._changed:
            while not self._ended:
                waiting = [task for task in self._tasks.values() if task.due is not None]
                first = min(waiting, key=lambda task: task.due or 0.0, default=None)
                left = None if first is None else (first.due or 0.0) - monotonic()
                if first is not None and left is not None and left <= 0:
                    return first
                self._changed.wait(left)
        return None

    def _do(self, task: Task) -> None:
        with self._changed:
            reads, task.read_at = task.read_at is not None, None
            if not reads:
                task.judge_at = None
            paths, touched = set(task.paths), task.touched
            if reads:
                task.paths.clear()
        if reads:
            self._read(task.folder, paths, touched)
        else:
            self._judge(task, touched)

    def _read(self, folder: Folder, paths: set[str], touched: int) -> None:
        """Read a folder, and say of the files that were changed what can be said at once."""
        texts = self._texts(folder)
        if not folder.is_there:
            self._latest.pop(folder, None)
            folder.seen, folder.known = touched, None
            self._tell(Told(folder, None, texts, {}, is_all=True))
            return
        qms = folder.read(texts)
        folder.seen = touched
        self._latest[folder] = (qms, texts)
        found = {path: self._at_once(folder, qms, path) for path in sorted(paths)}
        if found:
            self._tell(Told(folder, qms, texts, found, is_all=False))

    def _at_once(self, folder: Folder, qms: Qms, path: str) -> list[Diagnostic]:
        """What the quick rules say of a file, and what the others said before, where that is now."""
        found = judge_file(qms, path)
        source = qms.sources.get(path)
        before = [d for d in folder.said.get(path, ()) if d.rule.code in slow()]
        if source is None:
            return found
        places = source.places([d.problem.steps for d in before])
        kept = [
            Diagnostic(d.rule, d.problem.at or at, d.problem)
            for d, at in zip(before, places, strict=True)
        ]
        return sorted([*found, *kept], key=lambda diagnostic: diagnostic.order)

    def _judge(self, task: Task, touched: int) -> None:
        """Ask all rules, and say what is wrong with every file."""

        def pulse() -> None:
            if (task.touched != touched or self._ended) and current_thread() is self:
                raise StaleError

        if task.folder not in self._latest:
            return
        qms, texts = self._latest[task.folder]
        opened = Opened(task.folder.root, replace(qms, pulse=pulse))
        checked = check(opened, Choice(chosen((), ())))
        pulse()
        found: dict[str, list[Diagnostic]] = {}
        for diagnostic in checked.every:
            found.setdefault(diagnostic.at.path, []).append(diagnostic)
        task.folder.said = found
        self._tell(Told(task.folder, qms, texts, found, is_all=True))
        gc.collect()
