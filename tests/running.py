"""`smm` as the tests call it: in this process, in one of its own, or at a terminal."""

from __future__ import annotations

import gc
import gettext
import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

import pytest

from smmkit.cli import run
from smmkit.documents import Information
from smmkit.files.tree import Disk, Tree
from smmkit.loading import folder as loading
from smmkit.loading.folder import load
from smmkit.qms import Qms

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "example-qms"
QUIET = ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "SMM_TRACEBACK")
"""What this machine wishes, and no test should hear of."""

PATIENCE = 300
"""Seconds after which what is waited for hangs; no machine is so busy."""

Done = subprocess.CompletedProcess[str]


def environment(**env: str) -> dict[str, str]:
    """The environment of a call: English, and lines long enough for any path."""
    clean = {name: value for name, value in os.environ.items() if name not in QUIET}
    return {**clean, "SMM_LANG": "en", "COLUMNS": "300", "PYTHONIOENCODING": "utf-8", **env}


def smm(
    *arguments: object, cwd: Path | None = None, typed: Sequence[str] | None = None, **env: str
) -> Done:
    """What `smm` answers in this process; with lines typed, a person sits at the keyboard."""
    call = [*map(str, arguments)]
    keys = Stream("".join(f"{line}\n" for line in typed or ()), is_terminal=typed is not None)
    out, err = Stream(), Stream()
    kept = nullcontext() if env else example_kept()  # what a machine says may change what is read
    with surroundings(cwd or ROOT, environment(**env)), streams(keys, out, err), kept:
        code = run(call)
    return subprocess.CompletedProcess(["smm", *call], code, out.written(), err.written())


class Stream(io.TextIOWrapper):
    """A stream of a process, kept in memory; tests may look into what was written."""

    def __init__(self, text: str = "", is_terminal: bool = False) -> None:
        super().__init__(io.BytesIO(text.encode()), "utf-8", newline="", write_through=True)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    def written(self) -> str:
        """All that went into it, read as text."""
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode().replace("\r\n", "\n")


@contextmanager
def surroundings(folder: Path, env: dict[str, str]) -> Iterator[None]:
    """Stand in a folder, with this environment; afterwards all is as it was before."""
    here, kept, domain = Path.cwd(), dict(os.environ), gettext.textdomain()
    try:
        os.chdir(folder)
        become(env)
        yield
    finally:
        os.chdir(here)
        become(kept)
        gettext.textdomain(domain)
        gc.enable()


def become(env: dict[str, str]) -> None:
    """Make this the environment, and the clock that of its time zone."""
    os.environ.clear()
    os.environ.update(env)
    if hasattr(time, "tzset"):
        time.tzset()


@contextmanager
def example_kept() -> Iterator[None]:
    """Read the example, which never changes, once for each day, however many calls ask about it, and of
    another folder only what differs from it, and from the one that was read before. What analyses say of
    a folder is kept until a file of it changes.

    A test that loads in a way of its own is left alone.
    """
    with pytest.MonkeyPatch.context() as patch:
        if loading.load is load:
            patch.setattr(loading, "load", load_once)
        yield


def load_once(tree: Tree, *when: date, **more: object) -> Qms:
    """What a folder says; the example as it was read before."""
    if type(tree) is not Disk or more:
        return load(tree, *when, **more)
    if tree.root == EXAMPLE:
        return replace(example_on(*when))  # it may be given an earlier revision to compare with
    files = files_of(tree)
    qms = load(tree, *when, known=known_of(tree))
    before, read_last[:] = [*read_last], [(files, qms)]
    if before and is_as_it_was(qms, before[0][1]) and files == before[0][0]:
        qms._facts = before[0][1]._facts
    return qms


read_last: list[tuple[object, Qms]] = []
"""The folder that was read last, and of which files."""


def files_of(tree: Disk) -> object:
    """What the system says of every file, which is another after each change; and how they are read."""
    found = {}
    for path in tree.paths():
        with suppress(OSError):  # what is gone meanwhile
            told = (tree.root / path).stat()
            found[path] = (
                told.st_ino,
                told.st_size,
                told.st_mode,
                told.st_mtime_ns,
                told.st_ctime_ns,
            )
    return tree.root, found, tree.refused(), Disk.read


def is_as_it_was(qms: Qms, before: Qms) -> bool:
    """Whether a folder is judged on the same day, and its documents are those that were read before.

    The settings are read anew each time.
    """
    documents = zip_longest(qms.documents, before.documents)
    return (qms.as_of, qms.today) == (before.as_of, before.today) and all(
        one is other or (one and other and one.kind == other.kind == "qms")
        for one, other in documents
    )


def known_of(tree: Disk) -> dict[str, Information]:
    """The documents of a folder that are those of the example, or of the folder before, letter for letter."""
    last = {one.path: one for _, qms in read_last for one in qms.documents}
    found = {}
    for path in tree.paths():
        for one in filter(None, (example_read().get(path), last.get(path))):
            with suppress(OSError):  # that it cannot be read is for others to say
                if one.source.is_written(tree.read(path)):
                    found[path] = one
    return found


@lru_cache(1)
def example_read() -> dict[str, Information]:
    """Every document of the example."""
    return {one.path: one for one in load(Disk(EXAMPLE)).documents}


@lru_cache(4)
def example_on(*when: date) -> Qms:
    """The example on a day."""
    return load(Disk(EXAMPLE), *when)


@contextmanager
def streams(stdin: Stream, stdout: Stream, stderr: Stream) -> Iterator[None]:
    """Speak through these streams; afterwards through those of before."""
    kept = sys.stdin, sys.stdout, sys.stderr
    try:
        sys.stdin, sys.stdout, sys.stderr = stdin, stdout, stderr
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept


def smm_process(*arguments: object, cwd: Path | None = None, **env: str) -> Done:
    """The same in a process of its own: where starting, signals, encodings or locales matter."""
    return subprocess.run(
        [sys.executable, "-m", "smmkit", *map(str, arguments)],
        cwd=cwd or ROOT,
        env=environment(**env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def smm_at_terminal(*arguments: object, typed: str = "", **env: str) -> tuple[int, str]:
    """How `smm` leaves, and what is shown, where all its streams are a real terminal."""
    pty = pytest.importorskip("pty", reason="this system has no such terminals")
    near, far = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "smmkit", *map(str, arguments)],
        stdin=far,
        stdout=far,
        stderr=far,
        cwd=ROOT,
        env=environment(TERM="xterm", **{"COLUMNS": "120", **env}),
    )
    os.close(far)
    os.write(near, typed.encode())
    shown = bytearray()
    try:
        while part := os.read(near, 65536):
            shown += part
    except OSError:  # so Linux says that the other side has gone
        pass
    finally:
        os.close(near)
    return process.wait(PATIENCE), shown.decode()


def outputs(program: str, *arguments: str, places: Sequence[dict[str, str]]) -> set[str]:
    """What a program in Python says in each of these environments; all that tests can import, it can."""
    paths = os.pathsep.join(filter(None, sys.path))
    return {
        subprocess.run(
            [sys.executable, "-c", program, *arguments],
            env=os.environ | {"PYTHONPATH": paths} | place,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for place in places
    }


def git(folder: Path, *arguments: str) -> str:
    """Ask git in a folder, as nobody in particular."""
    who = ["-c", "user.name=Contoh", "-c", "user.email=contoh@example.invalid"]
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout
