"""Thousands of branches cost next to nothing, and each name means what it means to git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from folders import lay
from running import git
from smmkit import git as door
from smmkit.errors import SmmError
from smmkit.git.closed import closed
from smmkit.git.packing import MAX_ODD
from smmkit.git.repository import find
from smmkit.git.revision import Revision


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A repository with three commits, each with a branch that is packed."""
    top = lay(tmp_path / "top", {"a.docx": "1", "b.docx": "1"})
    git(top, "init", "-q", "-b", "main")
    git(top, "add", ".")
    for number in "123":
        (top / "a.docx").write_text(number)
        git(top, "commit", "-qam", number)
        git(top, "branch", f"b{number}")
    git(top, "pack-refs", "--all")
    return top


def commit(top: Path, number: int) -> str:
    return git(top, "rev-parse", f"main~{3 - number}").strip()


def named(top: Path, name: str) -> str | None:
    try:
        return door.resolve(top, name)
    except SmmError:
        return None


def test_a_branch_in_a_file_of_its_own_wins_over_the_list(top):
    first, third = commit(top, 1), commit(top, 3)
    names = top / ".git/refs/heads"
    lay(names, {"b3": first + "\n", "new/deep": first, "é": third, "b3.lock": third, "a b": third})
    lay(top / ".git/refs/remotes/origin", {"HEAD": "ref: refs/heads/b1\n"})
    found = {name: named(top, name) for name in ("b1", "b3", "new/deep", "é", "origin", "a b")}
    assert found == {
        "b1": first, "b3": first, "new/deep": first, "é": third, "origin": first, "a b": None
    }  # fmt: skip


@pytest.mark.parametrize("damage", ["b3\n", "zz refs/heads/b1\n", "cut"])
def test_a_damaged_list_is_told_by_git(top, damage):
    file = top / ".git/packed-refs"
    file.write_text(file.read_text()[:-9] if damage == "cut" else file.read_text() + damage)
    with pytest.raises(SmmError, match="cannot read the history"):
        door.commit_of(top)


def test_many_branches_are_one_file(top):
    id_ = commit(top, 2)
    many = top / ".git/refs/heads/many"
    many.mkdir()
    for number in range(2000):
        (many / str(number)).write_text(id_)
    with closed(find(top)) as repository:
        assert not [*repository.room.glob("refs/**/[0-9]*")]
        assert len(repository.ask("for-each-ref").splitlines()) == 2004
    assert named(top, "many/1999") == id_
    (many / "1999").write_text(commit(top, 3))
    assert named(top, "many/1999") == commit(top, 3)


def test_too_many_files_that_name_no_commit_are_refused(top):
    lay(top / ".git/refs/heads", {f"x{number}": "x" for number in range(MAX_ODD + 1)})
    with pytest.raises(SmmError, match="name no commit"):
        door.resolve(top, "main")


@pytest.mark.parametrize("form", ["--object-format=sha256", "--ref-format=reftable"])
def test_other_forms_of_a_repository(tmp_path, form):
    top = lay(tmp_path / "top", {"a.docx": "1"})
    if subprocess.run(
        ["git", "init", "-q", form, top], check=False, capture_output=True
    ).returncode:
        pytest.skip("this git does not know it")
    git(top, "add", ".")
    git(top, "commit", "-qm", "one")
    git(top, "branch", "other")
    assert named(top, "other") == git(top, "rev-parse", "HEAD").strip()
    assert Revision(top, named(top, "other")).read("a.docx") == b"1"


def test_git_is_asked_only_for_what_has_changed(top, monkeypatch):
    first = Revision(top, commit(top, 1))
    assert [*first.paths()] == ["a.docx", "b.docx"]
    assert first.read("a.docx") == b"1"
    monkeypatch.setattr(door, "blobs", lambda *_: pytest.fail("asked"))
    assert first.read("b.docx") == b"1"
    (top / "b.docx").unlink()
    (top / "b.docx").symlink_to("a.docx")
    shutil.copyfile(top / "a.docx", top / "c.docx")
    with pytest.raises(pytest.fail.Exception, match="asked"):
        Revision(top, first.commit).read("b.docx")
