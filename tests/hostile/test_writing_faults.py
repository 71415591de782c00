"""Whatever fails while files are written, and whenever the process is killed: all of it, or nothing."""

from __future__ import annotations

import errno
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from faults import STEPS, fails_at
from folders import contents
from smmkit.errors import SmmError
from smmkit.words import language
from smmkit.writing import (
    drafted,
    drafted_together,
    exchange,
    lay_down,
    leftover,
    mended,
    swept,
    trading,
    write,
)
from smmkit.writing.undo import last_change, take_back

exchanging = sys.modules["smmkit.writing.exchange"]
BEFORE = {"a.yaml": b"1", "sub/b.md": b"2", "sub/gone/c": b"3"}
AFTER = {"issued/b/1/b.md": b"2", "a.yaml": b"10", "sub/b.md": b"20", "sub/gone/c": None, "d": b"4"}
posix = pytest.mark.skipif(os.name == "nt", reason="no such signals")


def said(error: pytest.ExceptionInfo[SmmError]) -> str:
    return language("en").say(error.value.message)


def files(folder: Path) -> dict[str, bytes]:
    """Every file but those that smm keeps for itself."""
    return {
        name: data
        for name, data in contents(folder).items()
        if data is not None and not name.startswith(".smm/")
    }


@pytest.fixture
def begun(tmp_path):
    def made(name: object) -> Path:
        folder = tmp_path / str(name)
        for path, data in BEFORE.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        return folder

    return made


def change(folder: Path) -> None:
    exchange(folder, BEFORE, AFTER, "approve")


def undo(folder: Path) -> None:
    take_back(folder, last_change(folder))


DONE = {path: data for path, data in AFTER.items() if data is not None}
WAYS = {"exchange": (None, change, BEFORE, DONE), "undo": (change, undo, DONE, BEFORE)}


def undo_list(folder: Path) -> set[str]:
    return {p.name for p in (folder / ".smm").iterdir()} if (folder / ".smm").exists() else set()


@pytest.mark.parametrize("error", [OSError(28, "full"), OSError(5, "I/O"), KeyboardInterrupt()])
@pytest.mark.parametrize("way", WAYS)
def test_a_fault_at_any_step_leaves_everything_or_nothing(begun, monkeypatch, way, error):
    first, work, old, new = WAYS[way]
    ended, number = [], 0
    while not ended or ended[-1] == "failed":
        folder = begun(number)
        if first:
            first(folder)
        kept = undo_list(folder)
        with monkeypatch.context() as patch:
            calls = fails_at(patch, STEPS, number, error)
            try:
                work(folder)
                ended.append("done" if len(calls) <= number else "failed")
                is_done = True
            except SmmError:
                ended.append("failed")
                is_done = False
            except KeyboardInterrupt:  # it may come when all is done, and only tidying up is left
                ended.append("failed")
                is_done = files(folder) == new
        assert files(folder) == (new if is_done else old), (number, calls[-1])
        mended(folder)
        assert undo_list(folder) == ({"undo"} if is_done else kept), (number, calls[-1])
        number += 1
    assert number > 40, "so many steps there are, and each was tried"


def killed_at(number: int, work, folder: Path) -> bool:
    """Whether a process of its own was killed at its n-th call of the system while it worked."""
    child = os.fork()
    if child == 0:
        calls: list[str] = []

        def counted(real):
            def called(*arguments, **options):
                calls.append("")
                if len(calls) == number + 1:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*arguments, **options)

            return called

        for step in (*STEPS, "unlink", "rmdir"):
            setattr(os, step, counted(getattr(os, step)))
        if trade := trading.trade():
            call = counted(trade)
            trading.trade = lambda: call
        try:
            work(folder)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@posix
@pytest.mark.parametrize("way", WAYS)
def test_a_process_that_is_killed_at_any_step_is_made_good(begun, way):
    first, work, old, new = WAYS[way]
    number, told = 0, 0
    while True:
        folder = begun(number)
        if first:
            first(folder)
        was_killed = killed_at(number, work, folder)
        now = files(folder)
        for path in set(old) | set(new):  # each is the old or the new one, and never away between
            assert now.get(path) in {old.get(path), new.get(path)}, (number, path)
        if now not in (old, new):
            assert leftover(folder), number
            told += 1
        mended(folder)
        assert files(folder) in (old, new), number
        assert undo_list(folder) <= {"undo"}, number
        if files(folder) == old:  # nothing stands in the way of the next time
            work(folder)
        assert files(folder) == new, number
        if not was_killed:
            break
        number += 1
    assert number > 40
    assert told > 3


@posix
def test_a_process_that_is_killed_while_it_begins_a_folder_leaves_all_or_nothing(tmp_path):
    number, new = 0, {"q/qms.yaml": b"1", "q/a/b": b"2"}
    while True:
        above = tmp_path / str(number)
        above.mkdir()

        def work(folder: Path) -> None:
            lay_down(folder / "q", {"qms.yaml": b"1", "a/b": b"2"}, "init")

        was_killed = killed_at(number, work, above)
        assert (above / "q").exists() == ((above / "q/qms.yaml").exists()), number
        swept(above)
        now = {path: data for path, data in files(above).items() if "/.smm/" not in path}
        assert now in ({}, new), number
        if not was_killed:
            break
        number += 1
    assert number > 15


@posix
def test_one_file_is_the_old_or_the_new_one_whenever_it_is_killed(tmp_path):
    number = 0
    while True:
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "out.html").write_bytes(b"old")
        was_killed = killed_at(number, lambda where: write(where / "out.html", b"new"), folder)
        swept(folder)
        assert contents(folder) in ({"out.html": b"old"}, {"out.html": b"new"}), number
        if not was_killed:
            break
        number += 1
    assert number > 4


@posix
def test_what_is_made_together_is_all_there_or_nothing_whenever_it_is_killed(tmp_path):
    number, new = 0, {"b.zip": b"1", "l.pdf": b"2", "parts": None, "parts/1": b"3"}

    def work(folder: Path) -> None:
        with drafted_together(folder) as room:
            (room / "b.zip").write_bytes(b"1")
            (room / "l.pdf").write_bytes(b"2")
            (room / "parts").mkdir()
            (room / "parts/1").write_bytes(b"3")

    while True:
        folder = tmp_path / str(number)
        folder.mkdir()
        was_killed = killed_at(number, work, folder)
        swept(folder)
        assert contents(folder) in ({}, new), number
        if not was_killed:
            break
        number += 1
    assert number > 6


def test_where_one_of_them_is_there_none_comes(tmp_path):
    (tmp_path / "l.pdf").write_bytes(b"of a person")
    with pytest.raises(SmmError), drafted_together(tmp_path) as room:  # noqa: PT012
        (room / "b.zip").write_bytes(b"1")
        (room / "l.pdf").write_bytes(b"2")
    assert contents(tmp_path) == {"l.pdf": b"of a person"}


def test_a_room_where_somebody_works_is_not_removed(tmp_path):
    with drafted(tmp_path / "out.zip") as draft:
        draft.write_bytes(b"x")
        assert swept(tmp_path) == {}
    assert contents(tmp_path) == {"out.zip": b"x"}


def test_what_only_looks_like_a_room_is_not_removed(tmp_path):
    (tmp_path / ".smm-abcdefgh").mkdir()
    (tmp_path / ".smm-abcdefgh/mine").write_bytes(b"mine")
    assert swept(tmp_path) == {}
    assert (tmp_path / ".smm-abcdefgh/mine").exists()


@pytest.mark.parametrize("step", ["replace", "link"])
@pytest.mark.parametrize("number", range(8))
def test_what_a_colleague_writes_meanwhile_is_never_lost(begun, monkeypatch, step, number):
    folder, real, calls = begun("q"), getattr(os, step), []

    def called(source, target, **options):
        calls.append(target)
        if len(calls) == number + 1:
            for path in ("a.yaml", "sub/b.md"):
                with (folder / path).open("ab") as stream:
                    stream.write(b" and of a colleague")
        return real(source, target, **options)

    monkeypatch.setattr(os, step, called)
    with suppress(SmmError):
        change(folder)
    if len(calls) > number:
        everything = b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())
        assert everything.count(b"and of a colleague") >= 2
        for path in ("a.yaml", "sub/b.md"):
            assert b"and of a colleague" in (folder / path).read_bytes()


def replaced(file: Path) -> None:
    """As editors, git and programs that synchronise folders do it: another file takes the name."""
    other = file.with_name("other")
    other.write_bytes(b"of a colleague")
    os.rename(other, file)  # noqa: PTH104


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "mine").write_bytes(b"of a colleague")


def a_link(file: Path) -> None:
    file.unlink()
    file.symlink_to("/of/a/colleague")


@pytest.mark.skipif(
    trading.trade() is None, reason="this system cannot let two files change places"
)
@pytest.mark.parametrize("put", [replaced, a_folder, a_link])
@pytest.mark.parametrize("path", ["a.yaml", "sub/b.md", "sub/gone/c"])
def test_what_takes_the_place_of_a_file_in_the_instant_of_its_step_stays(
    begun, monkeypatch, path, put
):
    folder, looked = begun("q"), exchanging.unchanged
    seen: list[str] = []

    def looking(at, file, before):
        looked(at, file, before)
        seen.append(at)
        if at == path and seen.count(at) == 2:  # it was looked at for the last time
            put(file)

    monkeypatch.setattr(exchanging, "unchanged", looking)
    with pytest.raises(SmmError, match="has changed meanwhile"):
        change(folder)
    others = {name: data for name, data in files(folder).items() if not name.startswith(path)}
    assert others == {name: data for name, data in BEFORE.items() if name != path}
    file = folder / path
    if file.is_symlink():
        assert os.readlink(file) == "/of/a/colleague"  # noqa: PTH115
    else:
        assert (file / "mine" if file.is_dir() else file).read_bytes() == b"of a colleague"
    assert undo_list(folder) == set()


def test_a_file_that_is_put_there_meanwhile_is_never_overwritten(begun, monkeypatch):
    folder, real = begun("q"), os.replace

    def called(source, target):
        (folder / "d").write_bytes(b"of a colleague")
        return real(source, target)

    monkeypatch.setattr(os, "replace", called)
    with pytest.raises(SmmError, match="already there"):
        change(folder)
    assert files(folder) == {**BEFORE, "d": b"of a colleague"}


@posix
def test_what_a_person_changed_after_the_kill_stays(begun):
    folder = begun("q")
    number = 0
    while files(folder).get("sub/b.md") != b"20" or not leftover(folder):
        assert killed_at(number, change, folder)
        if not leftover(folder) or files(folder)["sub/b.md"] != b"20":
            mended(folder)
            number += 1
    (folder / "sub/b.md").write_bytes(b"my own")
    done = mended(folder)
    assert done.verb == "approve"
    assert done.left == ("sub/b.md",)
    assert files(folder) == {**BEFORE, "sub/b.md": b"my own"}
    assert not leftover(folder)


@posix
def test_a_folder_in_the_place_of_a_file_stays_and_blocks_nothing(begun):
    folder, number = begun("q"), 0
    while not (leftover(folder) and (folder / "d").exists()):
        mended(folder)
        assert killed_at(number, change, folder)
        number += 1
    (folder / "d").unlink()
    (folder / "d").mkdir()
    assert mended(folder).left == ("d",)
    assert files(folder) == BEFORE
    assert not leftover(folder)


@posix
def test_mode_and_link_are_kept(begun):
    folder = begun("q")
    (folder / "a.yaml").chmod(0o640)
    (folder / "sub/real.md").write_bytes(b"2")
    (folder / "sub/b.md").unlink()
    (folder / "sub/b.md").symlink_to("real.md")
    change(folder)
    assert (folder / "a.yaml").stat().st_mode & 0o777 == 0o640
    assert (folder / "sub/b.md").is_symlink()
    assert (folder / "sub/real.md").read_bytes() == b"20"
    undo(folder)
    assert (folder / "a.yaml").stat().st_mode & 0o777 == 0o640
    assert (folder / "sub/real.md").read_bytes() == b"2"
    target = folder / "link.html"
    target.symlink_to("a.yaml")
    write(target, b"through the link")
    assert target.is_symlink()
    assert (folder / "a.yaml").read_bytes() == b"through the link"


def test_two_writers_do_not_meet(begun):
    from smmkit.writing.lock import locked

    folder = begun("q")
    with locked(folder), pytest.raises(SmmError, match="somebody else writes"), locked(folder, 0):
        pass


def test_a_disk_that_knows_no_second_names_does_as_well(begun, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(trading, "trade", lambda: lambda *_: errno.EINVAL)
    folder = begun("q")
    change(folder)
    assert files(folder) == DONE
    undo(folder)
    assert files(folder) == BEFORE


def test_a_file_that_another_program_has_open_for_a_moment_is_waited_for(begun, monkeypatch):
    """So it is on Windows, where a scanner or a synchronised folder opens each new file."""
    from smmkit.writing import steps

    folder, real, calls = begun("q"), os.replace, []

    def held(source, target):
        calls.append(target)
        if len(calls) in {2, 3, 5}:
            raise PermissionError(13, "in use")
        return real(source, target)

    monkeypatch.setattr(trading, "trade", lambda: None)
    monkeypatch.setattr(steps, "TRIES", 3)
    monkeypatch.setattr(steps, "PAUSE", 0)
    monkeypatch.setattr(os, "replace", held)
    change(folder)
    assert files(folder) == DONE


def test_a_file_that_another_program_keeps_open_stops_all(begun, monkeypatch):
    from smmkit.writing import steps

    folder, real = begun("q"), os.replace

    def held(source, target):
        if target.name == "b.md":
            raise PermissionError(13, "in use")
        return real(source, target)

    monkeypatch.setattr(trading, "trade", lambda: None)
    monkeypatch.setattr(steps, "TRIES", 3)
    monkeypatch.setattr(steps, "PAUSE", 0)
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(SmmError) as error:
        change(folder)
    assert said(error) == "sub/b.md cannot be written: this is not permitted"
    assert files(folder) == BEFORE


@pytest.mark.parametrize("name", ["x" * 300, f"{'d' * 200}/{'e' * 300}"])
def test_a_name_that_is_too_long_is_told(tmp_path, name):
    with pytest.raises(SmmError) as error:
        exchange(tmp_path, {}, {"first": b"1", name: b"2"}, "new")
    assert "its name is too long" in said(error)
    assert contents(tmp_path) == {}
    with pytest.raises(SmmError) as error:
        write(tmp_path / name.rpartition("/")[2], b"x")
    assert "its name is too long" in said(error)
    assert contents(tmp_path) == {}


def test_without_second_names_an_edit_is_seen_until_the_step_itself(begun, monkeypatch):
    folder, real = begun("q"), os.replace

    def refuse(*_arguments, **_options):
        raise PermissionError(1, "no links here")

    def called(source, target):
        if target.name == "journal.json":
            (folder / "a.yaml").write_bytes(b"of a colleague")
        return real(source, target)

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "replace", called)
    with pytest.raises(SmmError, match="has changed meanwhile"):
        change(folder)
    assert files(folder) == {**BEFORE, "a.yaml": b"of a colleague"}


@posix
def test_all_is_on_the_disk_before_the_first_file_changes(begun, monkeypatch):
    """A machine that loses its power may forget what was not brought to the disk, in any order."""
    folder, done = begun("q"), []
    fsync, replace, link = os.fsync, os.replace, os.link

    def synced(handle):
        done.append(("sync", Path(f"/proc/self/fd/{handle}").readlink()))
        return fsync(handle)

    def replaced(source, target):
        done.append(("step", Path(target)))
        return replace(source, target)

    def linked(source, target):
        done.append(("step", Path(target)))
        return link(source, target)

    if not Path("/proc/self/fd").exists():
        pytest.skip("this system does not tell which file a handle is of")
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    monkeypatch.setattr(os, "link", linked)
    change(folder)
    room = folder / ".smm/writing"
    first = next(n for n, (what, p) in enumerate(done) if what == "step" and room not in p.parents)
    ready = {path for what, path in done[:first] if what == "sync"}
    assert {room / "new" / str(n) for n in (0, 1, 2, 4)} <= ready
    assert {room, room / "new", room / "was", room / "journal.json.new", folder / ".smm"} <= ready
    last = next(n for n, (what, p) in enumerate(done) if p == folder / ".smm/undo")
    settled = {path for what, path in done[first:last] if what == "sync"}
    assert {folder, folder / "sub", folder / "issued/b/1"} <= settled
