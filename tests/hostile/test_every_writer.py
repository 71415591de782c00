"""Every verb that writes, with a fault at each step and killed at each step: as before, or as after.

SMM_SWEEP says how many steps of each verb are tried, spread over all that it takes; 1000 is every one.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from killing import exit_of
from writers import WRITERS, Writer

from running import ROOT, Done, git, smm
from smmkit.files.tree import Disk
from smmkit.writing import trading

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such signals")

TRIED = int(os.environ.get("SMM_SWEEP", "2"))
STEPS = ("write", "fsync", "replace", "rename", "link", "mkdir", "open", "unlink", "rmdir", "utime")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES)
OURS = re.compile(r"q/\.smm/(undo|made|schemas/ids|$)|\.git/|^tmp(/|$)|^q/\.smm$")
"""What the folder keeps for itself: it may be that of before or of after; of git it is asked what it says."""

REPOSITORIES = ("q/.git", "there.git")

LEFT = re.compile(r"(^|/)\.smm-\w{8}(/|$)|q/\.smm/(writing|undo\.old)(/|$)")
"""What is left where the system lets nothing be deleted; the next verb takes it away."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a writer before it is called; made once."""
    known: dict[str, Path] = {}

    def made(name: str) -> Path:
        if name not in known:
            known[name] = WRITERS[name].laid(tmp_path_factory.mktemp("before"))
        return known[name]

    return made


def seen(top: Path) -> dict[str, bytes | None]:
    """Every file, nothing for a folder; of git what was saved, not in which files."""
    names = {path.relative_to(top).as_posix(): path for path in sorted(top.rglob("*"))}
    found = {
        n: p.read_bytes() if p.is_file() else None for n, p in names.items() if not OURS.search(n)
    }
    for name in REPOSITORIES:
        if (top / name).exists():
            found[name] = git(top / name, "log", "--all", "--format=%T %s").encode()
            if name == "q/.git":
                found[name] += git(top / "q", "status", "--porcelain").encode()
    return found


def called(top: Path, writer: Writer) -> Done:
    """The verb, in this process; what is temporary lies in the folder, too, so that it is seen."""
    kept = tempfile.tempdir
    try:
        tempfile.tempdir = str(top / "tmp")
        return smm(*writer.call, cwd=top)
    finally:
        tempfile.tempdir = kept


@contextmanager
def hooked(at: Callable[[int, str], None]) -> Iterator[list[str]]:
    """Every step that writes is told to `at` before it is taken, with its number."""
    calls: list[str] = []
    real = {step: getattr(os, step) for step in STEPS}
    opened, real_trade = io.open, trading.trade

    def counted(step: str) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if step == "open" and not arguments[1] & WRITES:
                return real[step](*arguments, **options)
            calls.append(f"{step} {arguments[0]}")
            at(len(calls) - 1, step)
            return real[step](*arguments, **options)

        return call

    def opening(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if set(mode) & set("wxa+") and file != os.devnull:
            calls.append(f"open {file}")
            at(len(calls) - 1, "open")
        return opened(file, mode, *arguments, **options)

    def trading_counted(one: bytes, other: bytes) -> int:
        calls.append(f"trade {os.fsdecode(other)}")
        at(len(calls) - 1, "trade")
        return real_trade()(one, other)

    try:
        for step in STEPS:
            setattr(os, step, counted(step))
        io.open = opening
        trading.trade = (lambda: trading_counted) if real_trade() else real_trade
        yield calls
    finally:
        for step, call in real.items():
            setattr(os, step, call)
        io.open, trading.trade = opened, real_trade


def spread(count: int) -> list[int]:
    """The numbers of the steps that are tried: the first, the last, and as many between."""
    if count <= TRIED:
        return [*range(count)]
    return sorted({round(n * (count - 1) / max(1, TRIED - 1)) for n in range(TRIED)})


def whole(top: Path, name: str) -> tuple[dict[str, bytes | None], int]:
    """What a folder is after the verb, and how many steps it takes."""
    with hooked(lambda *_: None) as calls:
        done = called(top, WRITERS[name])
    assert done.returncode == WRITERS[name].code, done.stderr
    return seen(top), len(calls)


def copy(source: Path, target: Path) -> Path:
    made = Path(shutil.copytree(source, target, symlinks=True))
    (made / "tmp").mkdir(exist_ok=True)
    return made


def same(now: dict[str, bytes | None], other: dict[str, bytes | None]) -> bool:
    """Whether two folders are the same, but for what differs each time."""
    return {k: fixed(k, v) for k, v in now.items()} == {k: fixed(k, v) for k, v in other.items()}


def fixed(name: str, data: bytes | None) -> object:
    if data is not None and name.endswith((".pdf", ".docx", ".xlsx", ".html", ".js", ".json")):
        return len(data) > 0
    return data


def without_left(now: dict[str, bytes | None]) -> dict[str, bytes | None]:
    """What is there, but for what could not be deleted, and folders."""
    return {n: d for n, d in now.items() if d is not None and not LEFT.search(n)}


def differing(now: dict[str, bytes | None], other: dict[str, bytes | None]) -> list[str]:
    return [n for n in sorted({*now, *other}) if now.get(n, 0) != other.get(n, 0)]


def test_no_verb_that_writes_into_a_folder_is_missing():
    opens = re.compile(
        r"\b(?:opened_to_write|opened_qms|lay_down|exchange|\w+_if_confirmed|follow|begin|begin_or_follow|write_new"
        r"|take_back)\("
    )
    writing = {
        file.stem.replace("_", "-")
        for file in (ROOT / "src/smmkit/commands").glob("*.py")
        if opens.search(file.read_text("utf-8"))
    }
    assert len(writing) > 18
    assert writing <= {writer.call[0] for writer in WRITERS.values()}


APART = {"smmkit.bundle.age", "smmkit.console.reporting", "smmkit.dialogue.kept_answers"}
"""What writes one file by `drafted` or `write` where another program, CI or a person is asked."""


@pytest.mark.long
def test_no_place_that_writes_is_missing(before, tmp_path):
    places = {one for one in modules_that_write() if not one.startswith("smmkit.writing")}
    met: set[str] = set()

    def noted(_number: int, _step: str) -> None:
        frame = sys._getframe(2)
        while frame:
            name = frame.f_globals.get("__name__", "")
            if name.startswith("smmkit.") and not name.startswith("smmkit.writing"):
                met.add(name)
                return
            frame = frame.f_back

    for number, name in enumerate(WRITERS):
        with hooked(noted):
            called(copy(before(name), tmp_path / str(number)), WRITERS[name])
    assert len(places) > 18
    assert places - met == APART


def modules_that_write() -> Iterator[str]:
    """The modules that take a function of `writing` which writes."""
    takes = re.compile(r"from smmkit\.writing import (\([^)]*\)|.*)")
    writes = {
        "drafted",
        "drafted_together",
        "exchange",
        "lay_down",
        "swapped",
        "take_back",
        "write",
    }
    for file in (ROOT / "src/smmkit").rglob("*.py"):
        taken = ",".join(takes.findall(file.read_text("utf-8")))
        if writes & {*re.findall(r"\w+", taken)}:
            yield ".".join(file.relative_to(ROOT / "src").with_suffix("").parts)


NOT_UNDONE = {"init", "erase", "save", "share", "schema", "publish"}
"""What is erased is not kept; a history is that of git; what is made anew at any time is no change."""

NOT_READ = {"baseline that shrinks"}
"""What reads its file without the folder around it."""

READ_AGAIN = {"fix", "handover"}
"""What reads a file anew before it edits it, so that what came meanwhile stays in it."""

UNDONE = [
    name
    for name, writer in WRITERS.items()
    if writer.call[0] not in NOT_UNDONE and "-o" not in writer.call
]


@pytest.mark.parametrize("name", UNDONE)
def test_undo_takes_back_what_a_verb_has_written_and_brings_it_again(name, before, tmp_path):
    top = copy(before(name), tmp_path / "top")
    old, done = seen(top), called(top, WRITERS[name])
    new = seen(top)
    assert (done.returncode, differing(new, old) != []) == (WRITERS[name].code, True)
    for then in (old, new):
        back = smm("undo", "q", "--yes", cwd=top)
        assert back.returncode == 0, back.stderr
        assert differing(seen(top), then) == []


@pytest.mark.parametrize("name", WRITERS)
def test_a_fault_at_any_step_leaves_the_folder_as_before_or_as_after(name, before, tmp_path):
    old = seen(before(name))
    new, count = whole(copy(before(name), tmp_path / "whole"), name)
    bad = []
    for number in spread(count):
        top = copy(before(name), tmp_path / str(number))
        code = FAULTS[number % len(FAULTS)]

        def fails(n: int, _step: str, number: int = number, code: int = code) -> None:
            if n == number:
                raise OSError(code, os.strerror(code))

        with hooked(fails) as calls:
            done = called(top, WRITERS[name])
        step = calls[number] if number < len(calls) else "-"
        is_cleaning = step.startswith(("unlink", "rmdir"))
        faults = wrong_after_fault(top, name, done, old, new, is_cleaning)
        bad += [f"{(number, step, errno.errorcode[code])}: {fault}" for fault in faults]
        shutil.rmtree(top)
    assert not bad, "\n" + "\n".join(bad)


def wrong_after_fault(top, name, done, old, new, is_cleaning) -> Iterator[str]:
    """What is not as it should be where one step was refused."""
    now = seen(top)
    if is_cleaning:
        now, old, new = map(without_left, (now, old, new))
    if "Traceback" in done.stderr or done.returncode not in {0, 1, 2}:
        yield f"code {done.returncode}: {done.stderr[-300:]}"
    is_old, is_new = same(now, old), same(now, new)
    if WRITERS[name].in_parts:
        pass
    elif not (is_old or is_new):
        yield f"half done: {differing(now, old)[:6]} / {differing(now, new)[:6]} {done.stderr[-200:]}"
    elif done.returncode == 2 and not is_old and "still lies in" not in done.stderr:
        yield f"refused, and done: {done.stderr[-200:]}"
    elif done.returncode != 2 and not is_new:
        yield f"code {done.returncode}, and not done: {done.stdout[-200:]}{done.stderr[-200:]}"
    if done.returncode == 2 and len(done.stderr.strip().splitlines()) != 1:
        yield f"no one sentence: {done.stderr!r}"
    left = [p.name for p in (top / "tmp").iterdir()]
    left += [n for n in seen(top) if LEFT.search(n) or n.endswith(".lock")]
    if left and not is_cleaning:
        yield f"left: {left[:3]}"
    if is_old or WRITERS[name].in_parts:
        again = called(top, WRITERS[name])
        end = without_left(seen(top)) if is_cleaning else seen(top)
        if again.returncode != WRITERS[name].code or not same(end, new):
            yield f"not done the next time: {differing(end, new)[:4]} {again.stderr[-200:]}"


@pytest.mark.parametrize("name", UNDONE)
def test_what_changes_between_two_readings_stops_the_verb(name, before, tmp_path, monkeypatch):
    old = seen(before(name))
    new, _ = whole(copy(before(name), tmp_path / "whole"), name)
    paths = [n.removeprefix("q/") for n in differing(new, old) if old.get(n) and n.startswith("q/")]
    top, real, read = copy(before(name), tmp_path / "top"), Disk.read, []

    def reading(self: Disk, asked: str, most: int | None = None) -> bytes:
        data = real(self, asked, most)
        if asked in paths and not read:
            read.append(asked)
            with (top / "q" / asked).open("ab") as stream:
                stream.write(b"# of a colleague\n")
        return data

    monkeypatch.setattr(Disk, "read", reading)
    done = called(top, WRITERS[name])
    if not read:  # it only lays down what is new, or asks the file itself
        assert paths == [] or name in NOT_READ
        return
    (path,) = read
    if done.returncode == 2 or name not in READ_AGAIN:
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert f"{path} has changed meanwhile; nothing was written" in done.stderr
        assert differing(without_left(seen(top)), without_left(old)) == [f"q/{path}"]
    else:
        assert (top / "q" / path).read_bytes().endswith(b"# of a colleague\n")


@pytest.mark.parametrize("name", WRITERS)
def test_a_verb_that_is_killed_at_any_step_is_done_or_undone_by_the_next(name, before, tmp_path):
    new, count = whole(copy(before(name), tmp_path / "whole"), name)
    bad = []
    for number in spread(count):
        top = copy(before(name), tmp_path / str(number))
        step = killed(top, name, number)
        bad += [f"{(number, step)}: {fault}" for fault in wrong_after_kill(top, name, new)]
        shutil.rmtree(top)
    assert not bad, "\n" + "\n".join(bad)


@pytest.mark.parametrize("name", WRITERS)
def test_whatever_a_killed_verb_may_leave_is_done_or_undone_by_the_next(name, before, tmp_path):
    """What lies there before each step is what a kill at that step leaves; each is looked at once.

    Why copies instead of kills: a verb runs once for all of its steps.
    """
    top = copy(before(name), tmp_path / "top")
    left: dict[str, Path] = {}
    copying: list[int] = []

    def keeps(number: int, _step: str) -> None:
        if copying:
            return
        copying.append(number)
        found = {p.relative_to(top): p.is_file() and p.read_bytes() for p in top.rglob("*")}
        mark = hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()
        if mark not in left:
            left[mark] = Path(shutil.copytree(top, tmp_path / str(number), symlinks=True))
        copying.clear()

    with hooked(keeps):
        called(top, WRITERS[name])
    new, states = seen(top), [*left.values()]
    assert states
    tried = [states[number] for number in spread(len(states))]
    bad = [f"{one.name}: {fault}" for one in tried for fault in wrong_after_kill(one, name, new)]
    assert not bad, "\n" + "\n".join(bad)


def killed(top: Path, name: str, number: int) -> str:
    """A process of its own in which the verb is killed at its n-th step; how it ended."""
    return "killed" if exit_of(called_until, top, name, number) == -signal.SIGKILL else "ended"


def called_until(top: Path, name: str, number: int) -> None:
    """The verb, up to its n-th step."""

    def ends(n: int, _step: str) -> None:
        if n == number:
            os.kill(os.getpid(), signal.SIGKILL)

    with hooked(ends):
        called(top, WRITERS[name])


def wrong_after_kill(top, name, new) -> Iterator[str]:
    """What is not as it should be where the process was killed."""
    checked = smm("validate", "q", cwd=top)
    if checked.returncode not in {0, 1}:
        yield f"validate: {checked.returncode} {checked.stderr[-200:]}"
    if same(without_left(seen(top)), without_left(new)):
        return
    again = called(top, WRITERS[name])
    if "Traceback" in again.stderr or again.returncode == 3:
        yield f"again: {again.returncode} {again.stderr[-300:]}"
    now = seen(top)
    if not same(now, new):
        yield f"not as after: {differing(now, new)[:6]} {again.returncode} {again.stderr[-300:]}"
