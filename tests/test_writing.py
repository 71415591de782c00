"""Files change together, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from faults import fails_at
from folders import contents
from smmkit.errors import SmmError
from smmkit.writing import exchange


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/b").write_bytes(b"2")
    return tmp_path


BEFORE = {"a": b"1", "sub/b": b"2", "other": b"not here, and not asked for"}
AFTER = {"a": b"10", "sub/b": b"20", "new/deep/c": b"30"}


def test_files_are_changed_and_added(folder):
    (folder / "a").chmod(0o640)
    exchange(folder, BEFORE, AFTER, "new")
    assert contents(folder) == {**AFTER, "sub": None, "new": None, "new/deep": None}
    if os.name != "nt":
        assert (folder / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("which", range(6))
def test_whatever_fails_nothing_is_changed(folder, monkeypatch, which):
    before = contents(folder)
    fails_at(monkeypatch, ("replace", "link"), which, PermissionError(13, "no"))
    with pytest.raises(SmmError, match="cannot be written"):
        exchange(folder, BEFORE, AFTER, "new")
    assert contents(folder) == before


def test_an_interrupt_leaves_nothing_half_done(folder, monkeypatch):
    before = contents(folder)
    calls = fails_at(monkeypatch, ("replace",), 2, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        exchange(folder, BEFORE, AFTER, "new")
    assert len(calls) == 4  # the journal, the first, the second that failed, the first taken back
    assert contents(folder) == before


def test_a_file_that_changed_since_it_was_read_is_not_overwritten(folder):
    (folder / "sub/b").write_bytes(b"3")
    before = contents(folder)
    with pytest.raises(SmmError, match="has changed meanwhile"):
        exchange(folder, BEFORE, AFTER, "new")
    assert contents(folder) == before


@pytest.mark.parametrize("path", ["new", "new/deep/c"])
def test_what_is_there_is_never_overwritten(folder, path):
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(b"mine")
    before = contents(folder)
    with pytest.raises(SmmError):
        exchange(folder, BEFORE, AFTER, "new")
    assert contents(folder) == before


def test_a_file_that_is_gone_is_told(folder):
    (folder / "a").unlink()
    with pytest.raises(SmmError):
        exchange(folder, BEFORE, AFTER, "new")
    assert contents(folder) == {"sub": None, "sub/b": b"2"}
